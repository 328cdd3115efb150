// How much a key is changed to: a figure, or more or less of what it is.

import { type Fraction, multiply } from '../../money/fraction.ts';

export type KeyAmount =
  | { readonly kind: 'quantity'; readonly quantity: Fraction }
  /** 1.1 = ten per cent more. */
  | { readonly kind: 'factor'; readonly factor: Fraction };

/** What `before` becomes. */
export const amountAfter = (before: Fraction, amount: KeyAmount): Fraction =>
  amount.kind === 'quantity' ? amount.quantity : multiply(before, amount.factor);
