// Which rows and tables may be shown as they are.

import type { Table } from '../../tables/schema.ts';
import { FEW_USERS, NOT_FOR_PUBLICATION } from '../../tables/users-results.ts';

/** The mark of a row about so many persons; nobody is nobody's secret. */
export const markOf = (users: number): string => (users > 0 && users < FEW_USERS ? NOT_FOR_PUBLICATION : '');

/** True for a table that must lie apart: a row of it is not for publication, and would follow from the others. */
export const isApart = ({ rows }: Table): boolean => rows.some(({ mark }) => mark !== '');
