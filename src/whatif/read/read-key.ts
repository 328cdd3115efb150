// "fte:sjosiden=80", "paid-time:sjosiden/home-nursing=+10%": a figure of a driver.

import type { Model } from '../../model/model.ts';
import type { Change } from '../change.ts';
import type { KeyAmount } from '../keys/key-amount.ts';
import { keyChange } from '../keys/key-change.ts';
import type { Problem } from '../problem.ts';
import { factorOf, namesIn, numberOf, sidesOf } from './written-change.ts';

/** Reads a changed figure of a driver, seen from the model as it is. */
export function readKey(model: Model, text: string): Change | Problem {
  const sides = sidesOf(text);
  const amount = sides && amountOf(sides.value);
  const [, driver, entry] = /^([^:]+):(.+)$/s.exec(sides?.name ?? '') ?? [];
  if (!amount || driver === undefined || entry === undefined) return { problem: 'form', asked: 'key', text };
  return keyChange(model, { driver: driver.trim(), names: namesIn(entry), amount });
}

/** A signed percentage is more or less of what is there; anything else is the figure itself. */
function amountOf(value: string): KeyAmount | undefined {
  const factor = factorOf(value);
  if (factor) return { kind: 'factor', factor };
  const isRelative = /^[+\-−].*%$/s.test(value);
  const quantity = isRelative ? undefined : numberOf(value);
  return quantity && { kind: 'quantity', quantity };
}
