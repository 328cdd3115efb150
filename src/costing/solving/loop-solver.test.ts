// Large loops: every way of solving them gives the same, and the exact answer puts back into its own equations.

import { describe, expect, it } from 'vitest';
import { centres } from '../../../bench/solve.ts';
import { FRACTION_BITS, type Network } from '../../tables/network.ts';
import { solve } from '../solve.ts';
import { components } from './components.ts';
import { eliminateDense } from './eliminate.ts';
import { eliminateWide } from './eliminate-wide.ts';
import { loopThroughput, missing, type SolvableLoop } from './fixed-point.ts';
import { iterate } from './iterate.ts';
import type { Loop } from './loop.ts';
import { loopSolver } from './loop-solver.ts';
import { reduceLoop } from './reduce-loop.ts';
import { shareMatrix } from './share-matrix.ts';
import { courseThrough } from './throughput.ts';
import { scaledTo, subtractProduct, wholeWeights } from './whole-product.ts';

const SHAPES = ['random', 'ring', 'chain', 'grid', 'star'] as const;

/** The loop of so many centres that serve one another. */
function loopOf(network: Network): SolvableLoop {
  const matrix = shareMatrix(network);
  const step = courseThrough(matrix, components(matrix)).steps.find((each) => typeof each !== 'number');
  if (step === undefined) throw new Error('no loop');
  return step;
}

/** Numbers of both signs that are the same in every run. */
const someNumbers = (size: number): Float64Array =>
  Float64Array.from({ length: size }, (_, i) => ((i * 7919) % 10_007) - 2000);

function expectClose(found: Float64Array, expected: Float64Array): void {
  const scale = expected.reduce((most, value) => Math.max(most, Math.abs(value)), 0);
  let worst = 0;
  for (let i = 0; i < expected.length; i++) worst = Math.max(worst, Math.abs(found[i]! - expected[i]!));
  expect(worst / scale).toBeLessThan(1e-9);
}

describe('solvers in doubles', () => {
  it.each(SHAPES.flatMap((shape) => [0.6, 0.999].map((sentBack) => [shape, sentBack] as const)))(
    'agree on 150 centres, %s, %d sent back',
    (shape, sentBack) => {
      const { loop } = loopOf(centres(shape, sentBack, 150));
      const b = someNumbers(loop.size);
      const dense = eliminateDense(loop);
      const byLists = reduceLoop(loop, eliminateDense);
      const byIteration = iterate(loop);
      for (const solver of [byLists, byIteration]) {
        expectClose(solver.throughput(b), dense.throughput(b));
        expectClose(solver.contribution(b), dense.contribution(b));
      }
    },
  );

  it('and with elimination in whole numbers', () => {
    const { loop } = loopOf(centres('random', 0.9, 40));
    const b = someNumbers(loop.size);
    const [dense, wide] = [eliminateDense(loop), eliminateWide(loop, 200)];
    const whole = Array.from(b, (value) => BigInt(value) << 60n);
    const double = (values: readonly bigint[]): Float64Array =>
      Float64Array.from(values, (value) => Number(value) / 2 ** 60);
    expectClose(double(wide.throughput(whole)), dense.throughput(b));
    expectClose(double(wide.contribution(whole)), dense.contribution(b));
  });

  it.each(['ring', 'chain'] as const)('a %s of 10,000 vanishes before anything is iterated', (shape) => {
    const { loop } = loopOf(centres(shape, 0.999));
    let left = 0;
    reduceLoop(loop, (core) => {
      left = core.size;
      return eliminateDense(core);
    });
    expect(left).toBe(1);
  });
});

describe('exact products', () => {
  it.each([1n, 10n ** 6n, 10n ** 12n, 10n ** 40n])(
    'by limbs are those of big integers, weights × %d',
    (factor) => {
      const { loop } = loopOf(centres('random', 0.9, 60));
      const odd = (value: bigint, i: number): bigint => value * factor + BigInt(i % 3);
      const heavy: Loop = {
        ...loop,
        weight: loop.weight.map(odd),
        total: loop.total.map((value) => value * factor * 2n),
      };
      const weights = wholeWeights(heavy);
      const scaled = scaledTo(
        weights,
        someNumbers(heavy.size).map((value) => value * 1.234e30),
      );
      const y = Array.from(scaled.digits, (digit) => BigInt(digit) << BigInt(scaled.shift));
      const right = y.map((_, i) => BigInt(i) << 100n);
      for (const direction of ['throughput', 'contribution'] as const) {
        expect(subtractProduct(heavy, weights, direction, right, scaled)).toEqual(
          missing(heavy, direction, right, y),
        );
      }
    },
  );
});

describe('exact solving of large loops', () => {
  it.each(SHAPES)('800 centres, %s, nearly all sent back', (shape) => {
    const solvable = loopOf(centres(shape, 0.999, 800));
    const { loop } = solvable;
    const b = loop.members.map((_, i) => BigInt(i * 7919) << FRACTION_BITS);
    const x = loopThroughput(solvable, b);
    const stubborn = loopThroughput({ ...solvable, solver: loopSolver(loop, true) }, b);
    let worst = 0n;
    for (const [i, value] of x.entries()) {
      const difference = value > stubborn[i]! ? value - stubborn[i]! : stubborn[i]! - value;
      if (difference > worst) worst = difference;
    }
    // Each misses its right side by 2 units a node at most, which can grow a thousandfold for each.
    expect(worst).toBeLessThan(2n * 800n * 2n * 1000n);
  });

  it('ends and flows of a large network balance', () => {
    const network = centres('random', 0.99, 3000);
    const result = solve(network);
    if (result.kind === 'closed') throw new Error('closed');
    const balance = network.nodes.map(() => 0n);
    for (const { node, amountOre } of network.own) balance[node]! += amountOre;
    for (const { node, amountOre } of result.solution.ends) balance[node]! -= amountOre;
    for (const { edge, amountOre } of result.solution.flows) {
      balance[network.edges[edge]!.from]! -= amountOre;
      balance[network.edges[edge]!.to]! += amountOre;
    }
    expect(balance.filter((left) => left !== 0n)).toEqual([]);
  });
});
