// Findings while a file of any size is read: the first of each kind are kept, the rest are counted.

import type { Finding } from '../../../findings/finding.ts';
import { ore } from '../../../money/ore.ts';
import { LISTED_PER_RULE, moreOf } from '../../list-findings.ts';

type Group = { readonly listed: Finding[]; count: number; amountOre: bigint; hasAmount: boolean };

/** As listFindings, in constant memory: twenty of each rule and column one by one, and one that sums up the rest. */
export class FindingTally {
  private readonly groups = new Map<string, Group>();

  add(finding: Finding): void {
    const { rule, severity, where, count = 1, amountOre } = finding;
    const key = JSON.stringify([rule, severity, where.column]);
    const group = this.groups.get(key) ?? { listed: [], count: 0, amountOre: 0n, hasAmount: false };
    this.groups.set(key, group);
    if (group.listed.length < LISTED_PER_RULE) {
      group.listed.push(finding);
      return;
    }
    group.count += count;
    group.amountOre += amountOre ?? 0n;
    group.hasAmount ||= amountOre !== undefined;
  }

  findings(): Finding[] {
    return [...this.groups.values()].flatMap(({ listed, count, amountOre, hasAmount }) => {
      const [first] = listed;
      if (!first || count === 0) return listed;
      return [...listed, moreOf(first, count, hasAmount ? ore(amountOre) : undefined)];
    });
  }
}
