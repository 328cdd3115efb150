// What cost per user shows, as tables: one function a table.

import { fractionCells } from '../../tables/row-cells.ts';
import type { Row, Table } from '../../tables/schema.ts';
import type { ReconciledRow, UnitYear } from '../../tables/users.ts';
import {
  NOT_FOR_PUBLICATION,
  USER_COMBINATIONS,
  USER_CONCENTRATION,
  USER_FLOWS,
  USER_GROSS,
  USER_INTENSIVE,
  USER_OUTLIER_GROUPS,
  USER_OUTLIERS,
  USER_QUESTIONS,
  USER_ROWS,
  USER_SERVICES,
  USER_UNITS,
} from '../../tables/users-results.ts';
import { markOf } from './publication.ts';
import type { UserValues } from './show-users.ts';

/** All of them; what the model does not ask for, or what last year is needed for, is an empty table. */
export const shownTables = (entity: string, values: UserValues): Table[] => [
  {
    schema: USER_GROSS,
    rows: values.gross.map(({ kind, amountOre }) => ({ entity, kind, amount_ore: amountOre, mark: '' })),
  },
  { schema: USER_SERVICES, rows: serviceRows(entity, values) },
  { schema: USER_UNITS, rows: values.units.map((unit) => unitRow(entity, unit)) },
  { schema: USER_CONCENTRATION, rows: concentrationRows(entity, values) },
  { schema: USER_OUTLIER_GROUPS, rows: outlierGroupRows(entity, values) },
  { schema: USER_OUTLIERS, rows: outlierRows(entity, values) },
  { schema: USER_COMBINATIONS, rows: combinationRows(entity, values) },
  { schema: USER_FLOWS, rows: flowRows(entity, values) },
  { schema: USER_QUESTIONS, rows: questionRows(entity, values) },
  { schema: USER_INTENSIVE, rows: intensiveRows(entity, values) },
  { schema: USER_ROWS, rows: values.rows.flatMap((row) => reconciledRows(entity, row)) },
];

const serviceRows = (entity: string, { services }: UserValues): Row[] =>
  services.map(({ service, measure, users, parts, amountOre, userOre, medianOre }) => ({
    ...{ entity, service, measure, users, parts, amount_ore: amountOre, user_ore: userOre },
    ...fractionCells('median', medianOre),
    mark: markOf(users),
  }));

function unitRow(entity: string, year: UnitYear): Row {
  const { service, unit, provision, measure, users, costOre, parts, last } = year;
  const ordinary = year.ordinary ?? year;
  const few = ordinary.users === users ? users : Math.min(ordinary.users, users - ordinary.users);
  return {
    ...{ entity, service, unit, provision, measure, users, cost_ore: costOre, parts },
    ...{ granted_parts: year.grantedParts, delivered_parts: year.deliveredParts },
    ...fractionCells('unit_cost', year.unitCost),
    ...fractionCells('per_granted', year.perGranted),
    ...fractionCells('per_delivered', year.perDelivered),
    ...fractionCells('need_adjusted', year.needAdjusted),
    ...fractionCells('occupancy', year.occupancy),
    fees_ore: year.feesOre,
    ...{ ordinary_users: ordinary.users, ordinary_cost_ore: ordinary.costOre },
    ...{ ordinary_parts: ordinary.parts, last_cost_ore: last?.costOre ?? 0n, last_parts: last?.parts ?? 0n },
    ...{ volume_ore: last?.change.volumeOre ?? 0n, mix_ore: last?.change.mixOre ?? 0n },
    ...{ price_ore: last?.change.priceOre ?? 0n, mark: markOf(few) },
  };
}

/** The first points are single persons' costs. */
const concentrationRows = (entity: string, { concentration }: UserValues): Row[] =>
  concentration.points.map(({ users, costOre }) => ({
    ...{ entity, users, cost_ore: costOre, mark: markOf(users) },
  }));

const outlierGroupRows = (entity: string, { outliers }: UserValues): Row[] =>
  (outliers?.groups ?? []).map(({ group, users, costOre, limit, outliers: count, outlierOre }) => ({
    ...{ entity, group, users, cost_ore: costOre, ...fractionCells('limit', limit) },
    ...{ outliers: count, outlier_ore: outlierOre, mark: markOf(count) },
  }));

const outlierRows = (entity: string, { outliers }: UserValues): Row[] =>
  (outliers?.outliers ?? []).map(({ group, person, costOre }) => ({
    ...{ entity, group, person, cost_ore: costOre, mark: NOT_FOR_PUBLICATION },
  }));

const joined = (services: readonly string[]): string => services.join(' + ');

const combinationRows = (entity: string, { combinations }: UserValues): Row[] =>
  combinations.map(({ services, users, costOre, last }) => ({
    ...{ entity, services: joined(services), users, cost_ore: costOre },
    ...{ last_users: last?.users ?? 0, last_cost_ore: last?.costOre ?? 0n, mark: markOf(users) },
  }));

const flowRows = (entity: string, { flows = [] }: UserValues): Row[] =>
  flows.map(({ from, to, users, fromOre, toOre }) => ({
    ...{ entity, from_services: joined(from), to_services: joined(to), users },
    ...{ from_ore: fromOre, to_ore: toOre, mark: markOf(users) },
  }));

const questionRows = (entity: string, { questions }: UserValues): Row[] =>
  questions.map(({ mark, kind, service, unit, level, responsible, costOre, parts, signed }) => ({
    ...{ entity, mark_of: mark, kind, service, unit, level, responsible, cost_ore: costOre, parts },
    ...{ signed_by: signed?.by ?? '', signed_on: signed?.date ?? '', mark: '' },
  }));

const intensiveRows = (entity: string, { intensive = [] }: UserValues): Row[] =>
  intensive.map(({ person, birthYear, costOre, wagesOre, aboveOre, claimOre }) => ({
    ...{ entity, person, birth_year: birthYear, cost_ore: costOre, wages_ore: wagesOre },
    ...{ above_ore: aboveOre, claim_ore: claimOre, mark: NOT_FOR_PUBLICATION },
  }));

function reconciledRows(entity: string, { name: row, ledgerOre, costingOre, lines }: ReconciledRow): Row[] {
  const all = [
    { kind: 'ledger', name: '', amountOre: ledgerOre },
    ...lines,
    { kind: 'costing', name: '', amountOre: costingOre },
  ];
  return all.map(({ kind, name, amountOre }) => ({
    ...{ entity, row, line: kind, name, amount_ore: amountOre, mark: '' },
  }));
}
