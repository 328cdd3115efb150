// Cost per user as the tables that it writes, row by row, with nothing computed that the stage had not computed.

import type { Model } from '../../model/model.ts';
import type { Row, Table } from '../../tables/schema.ts';
import type { NamedCost, UserCells, UserCosts } from '../../tables/users.ts';
import {
  NOT_FOR_PUBLICATION,
  USER_COSTS,
  USER_LINES,
  USER_NAMED,
  USER_NATURES,
  USER_TOTALS,
} from '../../tables/users-results.ts';
import { markOf } from './publication.ts';
import type { UserValues } from './show-users.ts';
import { shownTables } from './shown-tables.ts';

/** The mark of a row about single persons. */
const MARK = NOT_FOR_PUBLICATION;

/** The tables of users, rows in the order in which the values stand. */
export function userTables(model: Model, values: UserValues): Table[] {
  const entity = model.municipality.id;
  const { users, named } = values;
  return [
    { schema: USER_LINES, rows: lineRows(entity, users) },
    { schema: USER_COSTS, rows: costRows(entity, users.cells) },
    { schema: USER_NATURES, rows: natureRows(entity, users.cells) },
    { schema: USER_TOTALS, rows: totalRows(entity, users) },
    { schema: USER_NAMED, rows: named.flatMap((source) => namedRows(entity, source)) },
    ...shownTables(entity, values),
  ];
}

const lineRows = (entity: string, { lines }: UserCosts): Row[] =>
  lines.map(({ kind, name, unit, level, users, directOre, amountOre }) => ({
    ...{ entity, kind, name, unit, level, users, direct_ore: directOre, amount_ore: amountOre },
    mark: markOf(users),
  }));

const totalRows = (entity: string, { totals }: UserCosts): Row[] =>
  totals.map(({ person, services, directOre, costOre, feesOre }) => ({
    ...{ entity, person, services, direct_ore: directOre, cost_ore: costOre, fees_ore: feesOre },
    mark: MARK,
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
