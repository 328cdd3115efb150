// Cost per user as the tables that it writes, row by row, with nothing computed that the stage had not computed.

import type { Model } from '../../model/model.ts';
import type { Row, Table } from '../../tables/schema.ts';
import type { NamedCost, UserCells, UserCosts } from '../../tables/users.ts';
import {
  FEW_USERS,
  NOT_FOR_PUBLICATION,
  USER_COSTS,
  USER_LINES,
  USER_NAMED,
  USER_NATURES,
  USER_TOTALS,
} from '../../tables/users-results.ts';

/** The mark of a row about single persons, or about a few. */
const MARK = NOT_FOR_PUBLICATION;
/** The mark of a row about so many persons; nobody is nobody's secret. */
export const markOf = (users: number): string => (users > 0 && users < FEW_USERS ? MARK : '');

/** True for a table that must lie apart: a row of it is not for publication. */
export const isApart = ({ rows }: Table): boolean => rows.some(({ mark }) => mark !== '');

/** The tables of users, rows in the order in which the values stand. */
export function userTables(model: Model, costs: UserCosts, named: readonly NamedCost[]): Table[] {
  const entity = model.municipality.id;
  return [
    { schema: USER_LINES, rows: lineRows(entity, costs) },
    { schema: USER_COSTS, rows: costRows(entity, costs.cells) },
    { schema: USER_NATURES, rows: natureRows(entity, costs.cells) },
    { schema: USER_TOTALS, rows: totalRows(entity, costs) },
    { schema: USER_NAMED, rows: named.flatMap((source) => namedRows(entity, source)) },
  ];
}

const lineRows = (entity: string, { lines }: UserCosts): Row[] =>
  lines.map(({ kind, name, unit, level, users, directOre, amountOre }) => ({
    ...{ entity, kind, name, unit, level, users, direct_ore: directOre, amount_ore: amountOre },
    mark: markOf(users),
  }));

const totalRows = (entity: string, { totals }: UserCosts): Row[] =>
  totals.map(({ person, services, directOre, costOre }) => ({
    ...{ entity, person, services, direct_ore: directOre, cost_ore: costOre, mark: MARK },
  }));

function costRows(entity: string, cells: UserCells): Row[] {
  const rows: Row[] = [];
  const { granted, planned, delivered } = cells.parts;
  for (const [o, object] of cells.objects.entries())
    for (let i = cells.starts[o]!; i < cells.starts[o + 1]!; i++) {
      const [shared, direct] = [sumOver(cells.sharedOre, i), sumOver(cells.directOre, i)];
      rows.push({
        ...{ entity, person: cells.persons[cells.person[i]!]!, ...object },
        granted_parts: BigInt(granted?.[i] ?? 0),
        planned_parts: BigInt(planned?.[i] ?? 0),
        delivered_parts: BigInt(delivered?.[i] ?? 0),
        weight: BigInt(cells.weight[i]!),
        ...{ direct_ore: direct, shared_ore: shared, cost_ore: shared + direct, mark: MARK },
      });
    }
  return rows;
}

const sumOver = (columns: readonly Float64Array[], cell: number): bigint =>
  columns.reduce((sum, column) => sum + BigInt(column[cell]!), 0n);

function natureRows(entity: string, cells: UserCells): Row[] {
  const rows: Row[] = [];
  for (const [o, object] of cells.objects.entries())
    for (let i = cells.starts[o]!; i < cells.starts[o + 1]!; i++)
      for (const [k, { nature, answers, paidAs }] of cells.strands.entries()) {
        const [shared, direct] = [cells.sharedOre[k]![i]!, cells.directOre[k]![i]!];
        if (shared === 0 && direct === 0) continue;
        rows.push({
          ...{ entity, person: cells.persons[cells.person[i]!]!, ...object, nature, answers },
          ...{ paid_as: paidAs, direct_ore: BigInt(direct), shared_ore: BigInt(shared), mark: MARK },
        });
      }
  return rows;
}

function namedRows(entity: string, { pool, unit, strand, persons, ends }: NamedCost): Row[] {
  const { nature, answers, paidAs } = strand;
  const sign = persons[0]!.amountOre > 0n ? 'charged' : 'credited';
  return ends.map(({ node, amountOre }) => ({
    ...{ entity, pool, unit, nature, answers, paid_as: paidAs, sign, node: node.key },
    ...{ persons: persons.length, amount_ore: amountOre, mark: markOf(persons.length) },
  }));
}
