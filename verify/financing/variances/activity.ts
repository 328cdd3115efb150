// The activity variance, frame − F: whose choice it was that more or less was done.

import { type Exact, exact, halfAway, minus, over, plus, sumOf, times } from '../../fractions.ts';
import type { Quantity } from '../followed/ground.ts';
import type { Facts } from './facts.ts';
import { NOTHING } from './standard.ts';

type Valued = Quantity & { now: Exact };
export type Lines = Map<string, Exact>;
const put = (lines: Lines, line: string, ore: Exact) =>
  lines.set(line, plus(lines.get(line) ?? NOTHING, ore));
const less = (ore: Exact) => minus(NOTHING, ore);

/** The lines of a unit and month, and what they come to; none where F is the frame. */
export function activityOf(facts: Facts): { lines: Lines; ore: bigint } | undefined {
  const { way, frame, voted, earned, votedBase, base, rows, priced, standing, terms } = facts;
  if (way === 'frame' || way === 'outside') return undefined;
  const votedOre = halfAway(voted);
  const ore = (frame ?? votedOre) - earned;
  const isBought = way === 'purchase';
  if (isBought && rows.length === 0 && voted[0] === 0n)
    return { ore, lines: new Map([['purchase-price', exact(ore)]]) };
  const isVoted = facts.isFrameVoted || frame === undefined;
  const lines: Lines = new Map([
    ['frame-gap', minus(exact(frame ?? votedOre), isVoted ? exact(votedOre) : voted)],
  ]);
  put(lines, 'grant-terms', minus(votedBase, base));
  for (const group of groupsOf(facts)) {
    const { budget, granted } = group;
    put(lines, 'price-decision', minus(group.voted, budget.now));
    put(lines, 'delivery-gap', minus(granted.now, group.paid));
    if (budget.parts === 0n) put(lines, 'new-service', minus(budget.now, granted.now));
    else volumeLines(lines, group);
  }
  put(lines, 'absence-and-empty', less(isBought ? NOTHING : standing));
  put(lines, 'model-terms', less(isBought ? NOTHING : terms));
  if (isBought) put(lines, 'purchase-price', minus(plus(base, priced), exact(earned)));
  return { lines, ore };
}

type Group = ReturnType<typeof groupsOf>[number];

/** users = p̄_B·(B/N_B)·(N_B − N_G), quantity = p̄_B·(B/N_B − G/N_G)·N_G, together volume; mix = (p̄_B − p̄_G)·G. */
function volumeLines(lines: Lines, { budget, granted }: Group): void {
  const atMean = times(over(budget.now, exact(budget.parts)), exact(granted.parts));
  put(lines, 'mix', minus(atMean, granted.now));
  if (!budget.users?.[0] || !granted.users) return void put(lines, 'volume', minus(budget.now, atMean));
  // Where nothing was given, however many were to get it, that is all the difference.
  const forUsers = times(budget.now, over(granted.parts === 0n ? NOTHING : granted.users, budget.users));
  put(lines, 'users', minus(budget.now, forUsers));
  put(lines, 'quantity', minus(forUsers, atMean));
}

/** Services, or those that are looked at together, with what was budgeted, granted and paid. */
function groupsOf({ budgeted, granted, rows, groupOf }: Facts) {
  const names = new Set([...budgeted, ...granted, ...rows].map(({ service }) => groupOf(service)));
  return [...names].map((name) => {
    const isOf = ({ service }: { service: string }) => groupOf(service) === name;
    const planned = budgeted.filter(isOf);
    const voted = sumOf(planned.map(({ voted }) => voted));
    const paid = sumOf(rows.filter(isOf).map(({ now }) => now));
    return {
      budget: sideOf(planned.filter(({ hasPrice }) => hasPrice)),
      granted: sideOf(granted.filter(isOf)),
      voted,
      paid,
    };
  });
}

/** Parts, worth and users; users where every quantity says them. */
function sideOf(rows: readonly Valued[]) {
  const isKnown = rows.every(({ parts, users }) => parts === 0n || (users && users[0] > 0n));
  const users = isKnown ? sumOf(rows.map(({ users }) => users ?? NOTHING)) : undefined;
  return {
    parts: rows.reduce((sum, { parts }) => sum + parts, 0n),
    now: sumOf(rows.map(({ now }) => now)),
    users,
  };
}

/** Shown beside and never added: what users × quantity and mix × volume come to within the lines. */
export function jointTerms(facts: Facts): Lines {
  const lines: Lines = new Map();
  for (const { budget, granted } of groupsOf(facts)) {
    if (budget.parts === 0n || granted.parts === 0n) continue;
    const mean = over(budget.now, exact(budget.parts));
    const paid = over(granted.now, exact(granted.parts));
    put(lines, 'mix-times-volume', times(minus(mean, paid), exact(granted.parts - budget.parts)));
    if (!budget.users || !granted.users) continue;
    const each = minus(over(exact(budget.parts), budget.users), over(exact(granted.parts), granted.users));
    put(lines, 'users-times-quantity', less(times(mean, times(minus(budget.users, granted.users), each))));
  }
  return lines;
}
