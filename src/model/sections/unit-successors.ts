// Who takes over when a unit ends: one unit, or several by shares ("b:60 c:40"); and in the end, when units that took
// over have ended too, who holds everything now.

import { byKey } from '../../money/apportion.ts';
import {
  add,
  type Fraction,
  fraction,
  gcd,
  multiply,
  ONE,
  parseFraction,
  toWholeWeights,
  ZERO,
} from '../../money/fraction.ts';
import type { Heir } from '../model.ts';
import type { RowInHand } from './row-in-hand.ts';

/** A unit that takes over, and its part of the whole; the parts of a row sum to 1. */
export type Successor = { readonly unit: string; readonly part: Fraction };

/** Reads the cell `successor`: "b", "b c" (equal parts) or "b:60 c:40" (in proportion). */
export function readSuccessors({ cell, wrong }: RowInHand): Successor[] {
  const named = cell('successor')
    .split(/[\s,|]+/)
    .filter((text) => text !== '')
    .map((text) => {
      const [unit = '', weight] = text.split(':');
      return {
        unit,
        weight: weight === undefined ? undefined : parseFraction(weight),
        isWeighed: weight !== undefined,
      };
    });
  const bad = named.find(({ weight, isWeighed }) => isWeighed && (!weight || weight.num <= 0n));
  const twice = named.find(({ unit }, i) => named.findIndex((one) => one.unit === unit) !== i);
  const isMixed = named.some(({ isWeighed }) => isWeighed !== named[0]!.isWeighed);
  const message = bad
    ? `the part of "${bad.unit}" is no number above 0.`
    : twice
      ? `"${twice.unit}" takes over twice.`
      : isMixed
        ? 'some of the units that take over have a part and some have none.'
        : undefined;
  if (message) {
    wrong('successor', message, 'Write "b", or the parts of all: "b:60 c:40".');
    return [];
  }
  const weights = named.map(({ weight }) => weight ?? ONE);
  const whole = weights.reduce(add, ZERO);
  return named.map(({ unit }, i) => ({
    unit,
    part: fraction(weights[i]!.num * whole.den, weights[i]!.den * whole.num),
  }));
}

/** What every unit that has ended names: its successors by unit. */
export type Successions = ReadonlyMap<string, readonly Successor[]>;

/**
 * The units that hold now what `unit` held: successors, and the successors of those that have ended. Undefined where
 * the way leads back to a unit on it.
 * @example b:60 c:40 of a, and d of c → b 3, d 2
 */
export function heirsOf(unit: string, successions: Successions): readonly Heir[] | undefined {
  const parts = follow(unit, ONE, successions, []);
  if (!parts) return undefined;
  const sums = new Map<string, Fraction>();
  for (const { unit: heir, part } of parts) sums.set(heir, add(sums.get(heir) ?? ZERO, part));
  const inOrder = [...sums].sort(([a], [b]) => byKey(a, b));
  const weights = toWholeWeights(inOrder.map(([, part]) => part));
  const divisor = weights.reduce(gcd, 0n);
  return inOrder.map(([heir], i) => ({ unit: heir, weight: weights[i]! / divisor }));
}

function follow(
  unit: string,
  part: Fraction,
  successions: Successions,
  path: readonly string[],
): Successor[] | undefined {
  if (path.includes(unit)) return undefined;
  const successors = successions.get(unit);
  if (!successors) return [{ unit, part }];
  const found = successors.map((one) =>
    follow(one.unit, multiply(part, one.part), successions, [...path, unit]),
  );
  return found.every((parts) => parts !== undefined) ? found.flat() : undefined;
}
