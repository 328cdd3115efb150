// What every benchmark gives, and how it measures: tasks that take turns, the first round not counted, medians.

/** A measured ratio, what we aim at (at most), and the figures behind it. */
export type Measured = {
  readonly name: string;
  readonly ratio: number;
  readonly aim: number;
  readonly detail: string;
};

/** Median milliseconds of each task over `rounds` rounds in which they take turns, after one that is not counted. */
export async function medianMs<const Tasks extends readonly ((round: number) => unknown)[]>(
  rounds: number,
  tasks: Tasks,
): Promise<{ -readonly [Task in keyof Tasks]: number }> {
  const times = tasks.map((): number[] => []);
  for (let round = 0; round <= rounds; round++) {
    for (const [i, task] of tasks.entries()) {
      const ms = await timeMs(() => task(round));
      if (round > 0) times[i]!.push(ms);
    }
  }
  return times.map(median) as { -readonly [Task in keyof Tasks]: number };
}

/** How long one piece of work takes, in milliseconds. */
export async function timeMs(work: () => unknown): Promise<number> {
  const start = performance.now();
  await work();
  return performance.now() - start;
}

/** The middle one of an odd number of values. */
export const median = (values: readonly number[]): number =>
  values.toSorted((a, b) => a - b)[values.length >> 1]!;
