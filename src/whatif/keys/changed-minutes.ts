// Minutes per measure changed, for a service or one of its levels.

import type { DriverRule, Model } from '../../model/model.ts';
import type { Fraction } from '../../money/fraction.ts';
import type { Problem } from '../problem.ts';
import { amountAfter, type KeyAmount } from './key-amount.ts';

type MinutesDriver = DriverRule & { readonly kind: 'minutes' } & { readonly name: string };

/** Minutes with those of a service changed; of a service with minutes by level, only together with a level, or by a factor. */
export function changedMinutes(
  model: Model,
  { name: driver, minutes }: MinutesDriver,
  names: readonly string[],
  amount: KeyAmount,
): { readonly minutes: MinutesDriver['minutes'] } | Problem {
  const [service = '', level, ...more] = names;
  const before = minutes.get(service);
  const unknown = (known: Iterable<string>): Problem => ({
    ...{ problem: 'unknown', what: 'entry', name: names.join('/'), of: driver, known: [...known] },
  });
  if (!before || more.length > 0) return unknown(minutes.keys());
  const levels = model.services.find(({ id }) => id === service)?.levels.map(({ name }) => name) ?? [];
  const whole = levels.map((name) => `${service}/${name}`);
  if (level !== undefined && !levels.includes(level)) return unknown(whole.length > 0 ? whole : [service]);
  if (level === undefined && amount.kind === 'quantity' && !before.has(''))
    return { problem: 'several', name: service, of: driver, known: whole };
  const after = new Map(before);
  for (const at of level === undefined ? before.keys() : [level]) {
    const isMeant = level !== undefined || amount.kind === 'factor' || at === '';
    const each = before.get(at) ?? before.get('');
    if (isMeant) after.set(at, amountAfter(each ?? NOTHING, amount));
  }
  return { minutes: new Map(minutes).set(service, after) };
}

const NOTHING: Fraction = { num: 0n, den: 1n };
