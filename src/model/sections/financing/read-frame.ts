// The frame: who holds it, where it stands, how it falls on the months, and what changed it during the year.

import { apportion } from '../../../money/apportion.ts';
import { ore } from '../../../money/ore.ts';
import type { FrameRules } from '../../financing.ts';
import type { UnitKind } from '../../model.ts';
import { missing, readChoice, readFields, readKroner, readList, readText } from '../../yaml/read-values.ts';
import type { Spot } from '../../yaml/spot.ts';
import { readStanding } from './financed-units.ts';
import type { FinancingGround } from './financing-ground.ts';
import { readMonth } from './read-month.ts';

const HOLDERS = ['purchaser', 'unit'] as const;
const SOURCES = ['budget', 'revised-budget', 'purchase-budget', 'volumes'] as const;
const PROFILES = ['calendar-days', 'working-days', 'twelfths', 'last-year'] as const;

/** Reads `frame:`; undefined where one of its three choices is missing or wrong (reported). */
export function readFrame(spot: Spot, ground: FinancingGround): FrameRules | undefined {
  const fields = readFields(spot, 'the frame', ['held-by', 'from', 'periodise', 'changes']);
  const heldBy = fields['held-by']
    ? readChoice(fields['held-by'], HOLDERS)
    : missing(
        spot,
        'held-by',
        'Say whose the frame is: "held-by: purchaser", or "held-by: unit" where it is split.',
      );
  const from = fields.from
    ? readChoice(fields.from, SOURCES)
    : missing(
        spot,
        'from',
        `Say where the frame stands: "from: budget" (or ${SOURCES.slice(1).join(', ')}).`,
      );
  const periodise = fields.periodise
    ? readChoice(fields.periodise, PROFILES)
    : missing(
        spot,
        'periodise',
        `Say how a year falls on its months: "periodise: calendar-days" (or ${PROFILES.slice(1).join(', ')}).`,
      );
  const whose = from === 'purchase-budget' ? 'purchaser' : 'provider';
  const changes = (fields.changes ? readList(fields.changes) : []).flatMap((item) =>
    readChange(item, ground, whose),
  );
  if (!heldBy || !from || !periodise) return undefined;
  return { heldBy, from, periodise, changes: changes.sort((a, b) => a.month - b.month) };
}

/** `{ from: 2026-07, unit: sjosiden, amount: "500 000", source: council 42/26 }`: units of the kind whose budget the frame is. */
function readChange(spot: Spot, ground: FinancingGround, whose: UnitKind): FrameRules['changes'][number][] {
  const fields = readFields(spot, 'a change of the frame', ['from', 'unit', 'amount', 'source']);
  const month = fields.from
    ? readMonth(fields.from, ground.year)
    : missing(spot, 'from', `Say from which month it holds: "from: ${ground.year}-07".`);
  const heirs = fields.unit
    ? readStanding(fields.unit, ground, whose)
    : (missing(spot, 'unit', 'Say whose frame is changed: "unit: …".') ?? []);
  const amount = fields.amount
    ? readKroner(fields.amount)
    : missing(spot, 'amount', 'Say by how many kroner: "amount: "500 000"", or "-500 000" for less.');
  const source = fields.source
    ? readText(fields.source, 'who decided it')
    : missing(spot, 'source', 'Say who decided it: "source: council 42/26".');
  if (month === undefined || amount === undefined || source === undefined) return [];
  const units = heirs.map(({ unit }) => unit);
  const weights = heirs.map(({ weight }) => weight);
  const parts = heirs.length === 0 ? [] : apportion(amount, weights, units);
  return units.map((unit, i) => ({ month, unit, amountOre: ore(parts[i]!), source }));
}
