// A followed year as the tables that it writes, row by row, with nothing computed that financing had not computed.

import type { PlacedMonth } from '../../costing/assign-accounts.ts';
import type { Finding } from '../../findings/finding.ts';
import type { Model } from '../../model/model.ts';
import type { Correction, FinancingYear, Settlement, UnitMonth } from '../../tables/financing.ts';
import {
  CORRECTIONS,
  EARNED,
  EXPENSES,
  HELD_FRAMES,
  PLACED,
  QUANTITIES,
  SETTLEMENTS,
  SHADOW,
  STAFFING,
  UNIT_MONTHS,
  UNPRICED,
  VARIANCES,
} from '../../tables/financing-results.ts';
import { keyOf } from '../../tables/keys.ts';
import { accountKey } from '../../tables/ledger.ts';
import { FINDINGS } from '../../tables/results.ts';
import { fractionCells } from '../../tables/row-cells.ts';
import type { Row, Table } from '../../tables/schema.ts';
import { findingRows } from '../result-tables.ts';
import type { PlacedAccounts } from './financing-input.ts';

export type MonthValues = {
  readonly model: Model;
  readonly year: FinancingYear;
  readonly corrections: readonly Correction[];
  readonly settlements: readonly Settlement[];
  readonly placed: readonly PlacedAccounts[];
  readonly findings: readonly Finding[];
};

/** Every table of a followed year (tables/financing-results.ts), and its findings. */
export function monthTables({
  model,
  year,
  corrections,
  settlements,
  placed,
  findings,
}: MonthValues): Table[] {
  const entity = model.municipality.id;
  const { months } = year;
  return [
    { schema: UNIT_MONTHS, rows: months.map((month) => unitMonth(entity, year.model, month)) },
    {
      schema: HELD_FRAMES,
      rows: year.heldFrames.map(({ purchaser, month, amountOre }) => ({
        ...{ entity, purchaser, month, amount_ore: amountOre },
      })),
    },
    {
      schema: VARIANCES,
      rows: months.flatMap(({ unit, month, lines }) =>
        lines
          .filter(({ amountOre }) => amountOre !== 0n)
          .map(({ variance, line, amountOre }) => ({
            ...{ entity, unit, month, variance, line, amount_ore: amountOre },
          })),
      ),
    },
    {
      schema: EARNED,
      rows: year.earned.map(({ price, amountOre, ...line }) => ({
        ...{ entity, ...line, ...fractionCells('price', price), amount_ore: amountOre },
      })),
    },
    {
      schema: EXPENSES,
      rows: year.expenses.map(({ postedOre, accruedOre, ...line }) => ({
        ...{ entity, ...line, posted_ore: postedOre, accrued_ore: accruedOre },
      })),
    },
    { schema: PLACED, rows: placed.flatMap((accounts) => placedRows(entity, accounts)) },
    { schema: QUANTITIES, rows: year.quantities.map((quantity) => ({ entity, ...quantity })) },
    { schema: STAFFING, rows: months.map((month) => staffing(entity, month)) },
    { schema: SHADOW, rows: shadow(entity, year) },
    { schema: UNPRICED, rows: year.unpriced.map((one) => ({ entity, ...one })) },
    {
      schema: CORRECTIONS,
      rows: corrections.map(({ unit, month, frameOre, earnedOre, spentOre }) => ({
        ...{ entity, unit, month, frame_ore: frameOre, earned_ore: earnedOre, spent_ore: spentOre },
      })),
    },
    { schema: SETTLEMENTS, rows: settlements.map((one) => settlement(entity, one)) },
    { schema: FINDINGS, rows: findingRows(entity, findings) },
  ];
}

/** Account strings at their units, months added up. */
function placedRows(entity: string, { kind, year, months }: PlacedAccounts): Row[] {
  const sums = new Map<string, PlacedMonth>();
  for (const one of months) {
    const key = keyOf(accountKey(one), one.unit);
    const before = sums.get(key);
    const [rows, amountOre] = [one.rows + (before?.rows ?? 0), one.amountOre + (before?.amountOre ?? 0n)];
    sums.set(key, { ...one, rows, amountOre });
  }
  return [...sums.values()].map(({ month: _, amountOre, ...account }) => ({
    ...{ entity, kind, year, ...account, amount_ore: amountOre },
  }));
}

const unitMonth = (entity: string, model: string, one: UnitMonth): Row => ({
  ...{ entity, unit: one.unit, month: one.month, purchaser: one.purchaser, provision: one.provision, model },
  has_frame: one.frameOre === undefined ? 0 : 1,
  frame_ore: one.frameOre ?? 0n,
  earned_ore: one.earnedOre,
  spent_ore: one.spentOre,
});

const staffing = (entity: string, { unit, month, staffing: of }: UnitMonth): Row => ({
  ...{ entity, unit, month },
  ordinary_parts: of.ordinaryParts,
  overtime_parts: of.overtimeParts,
  agency_parts: of.agencyParts,
  sick_parts: of.sickParts,
  direct_parts: of.directParts,
  ...fractionCells('standard', of.standardParts),
  ...fractionCells('carried_wage', of.carriedWageOre),
  wage_ore: of.wageOre,
  ...fractionCells('break_even_cost', of.breakEvenCostOre),
  ...fractionCells('contribution', of.contributionOre),
  place_days: of.placeDays,
});

function shadow(entity: string, { shadow: months, baseYear, months: actual }: FinancingYear): Row[] {
  const spent = new Map(actual.map(({ unit, month, spentOre }) => [`${unit}/${month}`, spentOre]));
  return [
    ...baseYear.map(({ model, unit, earnedOre, ownCostOre }) => ({
      ...{ entity, model, unit, month: 0, earned_ore: earnedOre, own_cost_ore: ownCostOre },
    })),
    ...months.map(({ model, unit, month, earnedOre }) => ({
      ...{ entity, model, unit, month, earned_ore: earnedOre },
      own_cost_ore: spent.get(`${unit}/${month}`) ?? 0n,
    })),
  ];
}

const settlement = (entity: string, one: Settlement): Row => ({
  ...{ entity, unit: one.unit, purchaser: one.purchaser },
  carried_in_ore: one.carriedInOre,
  year_ore: one.yearOre,
  result_ore: one.resultOre,
  financing_ore: one.financingOre,
  kept_ore: one.keptOre,
  returned_ore: one.returnedOre,
  carried_ore: one.carriedOre,
  covered_ore: one.coveredOre,
});
