// The second half of largest remainder, for many cells at once: who gets the øre that rounding down has left.

/** The cells of one group: positions `from` up to but not including `to`. */
export type Cells = {
  readonly weights: Float64Array;
  readonly parts: Float64Array;
  readonly from: number;
  readonly to: number;
};
/** Room for one group's work: what remains of each part, and the classes into which remainders are counted. */
export type Scratch = {
  readonly remainders: Float64Array;
  readonly classes: Int32Array;
  readonly counts: Int32Array;
  readonly candidates: Float64Array;
};

/** Room for groups of at most `widest` cells. */
export const scratchFor = (widest: number): Scratch => ({
  remainders: new Float64Array(widest),
  classes: new Int32Array(widest),
  counts: new Int32Array(4097),
  candidates: new Float64Array(widest),
});

type Left = { readonly left: number; readonly den: number };

/**
 * One øre to each of the `left` largest remainders; among equals, to those who stand first. Remainders are counted
 * into classes of equal width first, so that only those of the class where the øre run out need to be compared.
 */
export function giveOut({ left, den }: Left, { parts, from, to }: Cells, scratch: Scratch): void {
  const { remainders, classes, counts, candidates } = scratch;
  const count = to - from;
  const width = Math.min(counts.length - 1, 1 << (32 - Math.clz32(count)));
  countClasses(count, { width, den }, scratch);
  let last = width;
  let rest = left;
  while (counts[last]! < rest) {
    rest -= counts[last]!;
    last -= 1;
  }
  let found = 0;
  for (let i = 0; i < count; i++) {
    if (classes[i]! > last) parts[from + i]! += 1;
    else if (classes[i] === last) candidates[found++] = remainders[i]!;
  }
  const least = largestAt(candidates, found, rest - 1);
  for (let j = 0; j < found; j++) if (candidates[j]! > least) rest -= 1;
  for (let i = 0; i < count; i++) {
    if (classes[i] !== last || remainders[i]! < least) continue;
    const isEqual = remainders[i] === least;
    if (isEqual && rest === 0) continue;
    parts[from + i]! += 1;
    if (isEqual) rest -= 1;
  }
}

/** Puts each remainder, of 0 up to den, into one of `width` classes and counts them. */
function countClasses(
  count: number,
  { width, den }: { readonly width: number; readonly den: number },
  { remainders, classes, counts }: Scratch,
): void {
  const scale = width / den;
  for (let c = 0; c <= width; c++) counts[c] = 0;
  for (let i = 0; i < count; i++) {
    const c = (remainders[i]! * scale) | 0;
    classes[i] = c;
    counts[c]! += 1;
  }
}

/** The value that would stand at `place` if the first `count` values were sorted from the largest (quickselect). */
function largestAt(values: Float64Array, count: number, place: number): number {
  let low = 0;
  let high = count - 1;
  while (low < high) {
    const pivot = values[(low + high) >> 1]!;
    let i = low;
    let j = high;
    while (i <= j) {
      while (values[i]! > pivot) i += 1;
      while (values[j]! < pivot) j -= 1;
      if (i > j) break;
      const value = values[i]!;
      values[i] = values[j]!;
      values[j] = value;
      i += 1;
      j -= 1;
    }
    if (place <= j) high = j;
    else if (place >= i) low = i;
    else break;
  }
  return values[place]!;
}
