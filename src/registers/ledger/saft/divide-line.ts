// A line may be divided between several ids of an analysis type: 20 000 kr of which department 100 bears 5 000 and
// department 102 bears 15 000. Each part becomes a posting of its own.

import { type Ore, ore } from '../../../money/ore.ts';
import { showCell } from '../../tables/fault.ts';
import { type Fault, isFault } from './judge-line.ts';
import { isOre, saftAmount } from './saft-amount.ts';
import { MOST_ANALYSES, type SaftLine } from './saft-record.ts';
import { kroner } from './saft-totals.ts';

/** A part of a line, with an id ("" = none) for each type in the order of the types asked for. */
export type LinePart = { readonly ids: readonly string[]; readonly amountOre: Ore };

type Share = { readonly id: string; readonly amountOre: Ore };

/**
 * The parts of a line by the analysis types asked for; they sum to `amountOre`. What the amounts of a type's analyses
 * leave over has no id of it. Two types may both divide a line only where their amounts agree one by one, for nothing
 * else says which go together. Amounts of analyses are without sign, or have the line's.
 * @example 20 000 with A 100: 5 000 and A 102: 15 000 → [{ ids: ['100'], 500000n }, { ids: ['102'], 1500000n }]
 */
export function divideLine(
  line: SaftLine,
  amountOre: Ore,
  types: readonly string[],
): readonly LinePart[] | Fault {
  if (line.analyses.length > MOST_ANALYSES) return fault(`The line has more than ${MOST_ANALYSES} analyses.`);
  const byType: (readonly Share[])[] = [];
  for (const type of types) {
    const shares = sharesOf(line, type, amountOre);
    if (isFault(shares)) return shares;
    byType.push(shares);
  }
  const [divided = [], ...others] = byType.filter((shares) => shares.length > 1);
  if (others.some((shares) => !isAlike(divided, shares)))
    return fault('The line is divided by several of the analysis types asked for, and not in the same way.');
  const parts = divided.length === 0 ? [{ amountOre }] : divided;
  return parts.map((part, n) => ({
    ids: byType.map((shares) => shares[shares.length > 1 ? n : 0]?.id ?? ''),
    amountOre: part.amountOre,
  }));
}

const isAlike = (a: readonly Share[], b: readonly Share[]): boolean =>
  a.length === b.length && a.every(({ amountOre }, i) => amountOre === b[i]!.amountOre);

/** How one type divides the line: nothing, one id for the whole of it, or parts that sum to it. */
function sharesOf(line: SaftLine, type: string, amountOre: Ore): readonly Share[] | Fault {
  const analyses = line.analyses.filter((analysis) => analysis.type === type);
  const [first] = analyses;
  if (!first) return [];
  if (analyses.every(({ id, amount }) => id === first.id && amount === undefined))
    return [{ id: first.id, amountOre }];
  const amounts: bigint[] = [];
  for (const { amount, id } of analyses) {
    if (amount === undefined)
      return fault(
        `The line has several ids of the analysis type ${type}, and no amount for ${showCell(id, false)}.`,
      );
    const share = saftAmount(amount);
    if (!isOre(share)) return fault(`${showCell(amount, false)} is not an amount.`);
    amounts.push(share);
  }
  return withRest(
    analyses.map(({ id }) => id),
    amounts,
    { type, amountOre },
  );
}

/** The shares with the line's sign, and what they leave over. */
function withRest(
  ids: readonly string[],
  amounts: readonly bigint[],
  { type, amountOre }: { readonly type: string; readonly amountOre: Ore },
): readonly Share[] | Fault {
  const sum = amounts.reduce((total, amount) => total + amount, 0n);
  const isTurned = sum !== amountOre && sum > 0n !== amountOre > 0n;
  const shares = ids.map((id, i) => ({ id, amountOre: ore(isTurned ? -amounts[i]! : amounts[i]!) }));
  const rest = amountOre - (isTurned ? -sum : sum);
  if (rest === 0n) return shares;
  if (rest > 0n !== amountOre > 0n)
    return fault(
      `The line is ${kroner(amountOre)} kr; its analyses of the type ${type} sum to ${kroner(sum)} kr, which is more.`,
    );
  return [...shares, { id: '', amountOre: ore(rest) }];
}

const fault = (message: string): Fault => ({
  rule: 'saft/analyses',
  column: 'Analysis',
  message,
  remedy: 'Divide the line in the accounting system, or name another analysis type under dimensions.',
});
