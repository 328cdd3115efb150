// Random numbers that are looked up, not drawn: each depends only on the seed, the name of its stream and its
// counters, so that rows come out the same in whatever order and batches they are made.

/** Scrambles 32 bits (the finalizer of MurmurHash3): every input bit moves every output bit. */
function scramble(value: number): number {
  let bits = value;
  bits = Math.imul(bits ^ (bits >>> 16), 0x85ebca6b);
  bits = Math.imul(bits ^ (bits >>> 13), 0xc2b2ae35);
  return (bits ^ (bits >>> 16)) >>> 0;
}

/** A stream of random numbers for one purpose ("visits/sjosiden"), from the seed; a whole number of 32 bits. */
export function streamOf(seed: number, name: string): number {
  let bits = scramble((seed ^ 0x9e3779b9) >>> 0);
  for (let i = 0; i < name.length; i++) bits = scramble(Math.imul(bits ^ name.charCodeAt(i), 0x01000193));
  return bits;
}

/** The number of a stream that stands at the given counters: whole, from 0 to 2^32 − 1. */
export function randomAt(stream: number, a: number, b = 0, c = 0): number {
  const first = scramble(stream ^ Math.imul(a + 1, 0x9e3779b1));
  const second = scramble(first ^ Math.imul(b + 1, 0x85ebca77));
  return scramble(second ^ Math.imul(c + 1, 0xc2b2ae3d));
}

/** A whole number from `from` to `to`, both included, from a 32-bit random number: pick(2^31, 1, 6) = 4. */
export const pick = (random: number, from: number, to: number): number =>
  from + Math.floor((random / 2 ** 32) * (to - from + 1));
