// How large a demonstration municipality is: one number that multiplies everything.

import { roundHalfAway } from '../money/fraction.ts';

/** The seed of all chance, and the size: 1 is the published municipality. */
export type Size = { readonly seed: number; readonly scale: number };

/** Scale is taken in steps of 1/10,000. */
const STEPS = 10_000;

/** A whole amount or quantity times the scale, to the nearest whole, halves away from zero: 730 × 0.05 → 37. */
export const scaled = (whole: bigint, scale: number): bigint =>
  roundHalfAway({ num: whole * BigInt(Math.round(scale * STEPS)), den: BigInt(STEPS) });

/** How many people a group of `count` has at a scale: at least one. */
export const people = (count: number, scale: number): number => Math.max(1, Math.round(count * scale));
