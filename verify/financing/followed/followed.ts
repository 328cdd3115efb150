// A followed year with its frames: how a unit's month is financed, and the places that nobody used in it.

import { largestRemainder } from '../../fractions.ts';
import type { Run } from '../../load.ts';
import { whole } from '../../rows.ts';
import { framesOf } from './frames.ts';
import { type Funding, groundOf, type Quantity } from './ground.ts';
import { pricedUnits } from './prices.ts';

export type Followed = ReturnType<typeof followed>;

export function followed(run: Run<'quantities' | 'expenses' | 'unit_months'>) {
  const ground = groundOf(run);
  const frames = framesOf(ground);
  const frame = (unit: string, month: number) => frames.units.get(`${unit}|${month}`);
  return { ...ground, frames, frame, isPriced: pricedUnits(ground) };
}

/**
 * By activity where the model reaches, by its frame, by what was paid for what is bought; undefined: nobody has said.
 * What is outside only the prices of others pay for.
 */
export function wayOf(year: Followed, { rules }: Funding, unit: string, month: number): string | undefined {
  const { provision, kind } = year.unitOf(unit);
  if (provision !== 'own') return 'purchase';
  const isReached = rules.applies.some(({ units, fromMonth }) => fromMonth <= month && units.includes(unit));
  if (rules.kind === 'activity' && isReached) return 'activity';
  if (year.frame(unit, month) !== undefined) return 'frame';
  return kind === 'support' ? 'outside' : undefined;
}

/** Place-days that nobody used or is paid for while away, over services and levels by the days delivered, or those of the cost year. */
export function emptyOf(year: Followed, { rules, prices }: Funding, unit: string, month: number): Quantity[] {
  const named = rules.pays?.emptyPlaces ?? {};
  const isPaid = ({ service }: { service: string }) => named[service] && year.measureOf(service) === 'day';
  const places = year.run.read?.['places'] ?? [];
  const open = places.find((row) => row['unit'] === unit && row['month'] === `${month}`);
  const used = year.counts(unit, month, 'delivered').filter(isPaid);
  const days = used.reduce((sum, { parts }) => sum + parts, 0n);
  const away = year
    .counts(unit, month, 'absence')
    .filter((row) => isPaid(row) && rules.pays?.absenceDays[row.service]);
  const taken = away.reduce((sum, { parts }) => sum + parts, days);
  const left = open && Object.keys(named).length > 0 ? whole(open, 'days') * 1000n - taken : 0n;
  const own = (prices?.base.volumes ?? []).filter((row) => row.unit === unit && isPaid(row));
  const before = own.map(({ service, level, parts }) => ({ service, level, parts: BigInt(parts) }));
  const weighed = (days > 0n ? used : before).filter(({ parts }) => parts > 0n);
  if (left <= 0n || weighed.length === 0) return [];
  const keys = weighed.map(({ service, level }) => `${service}\n${level}`);
  const sum = weighed.reduce((all, { parts }) => all + parts, 0n);
  const values = weighed.map(({ parts }) => parts * left);
  const divided = largestRemainder(keys, values, sum, left);
  return weighed.map((row, i) => ({ ...row, users: undefined, parts: divided.at(keys[i] ?? '') }));
}
