// What is the same in several files gets one number.

import type { Row } from '../../tables/schema.ts';

/** Numbers things from 0 in the order in which they are first met; a thing is known by its codes. */
export class Numbering<R extends Row> {
  private readonly known = new Map<string, number>();
  private readonly things: R[] = [];

  /** The number of the thing with these codes, whose row is kept when it is new. */
  numberOf(codes: readonly unknown[], row: R): number {
    const key = codes.join('\u0000');
    const number = this.known.get(key) ?? this.things.push(row) - 1;
    this.known.set(key, number);
    return number;
  }

  /** Every thing once, its number in the column `name`. */
  rows(name: string): Row[] {
    return this.things.map((row, number) => ({ ...row, [name]: number }));
  }
}
