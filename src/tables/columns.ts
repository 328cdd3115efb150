// Columns as result tables declare them, by type (schema.ts says what each holds).

import type { Column } from './schema.ts';

export const text = (name: string, about: string): Column => ({ name, type: 'text', about });
export const int = (name: string, about: string): Column => ({ name, type: 'int', about });
export const ore = (name: string, about: string): Column => ({ name, type: 'ore', about });
export const big = (name: string, about: string): Column => ({ name, type: 'big', about });
export const parts = (name: string, about: string): Column => ({ name, type: 'parts', about });

/** The first column of every table. */
export const entity = text('entity', 'the municipality');
