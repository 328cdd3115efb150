// From when to when decisions are really in force: a change ends what it changes, stays in an institution never lie on
// top of each other, and what is decided twice is told.

import type { Stretch } from '../../time/days.ts';

/** What decides which decisions concern the same thing. Codes are those of the file. */
export type Decided = Stretch & {
  readonly row: number;
  readonly person: number;
  readonly service: string;
  /** The decision's own mark and its task; −1 where the file has none. */
  readonly decision: number;
  readonly task: number;
  /** A stay: a service in days that is granted every day. */
  readonly isStay: boolean;
  /** All that a row says, to know it again. */
  readonly said: string;
};

/** `until` is the last day; undefined: still running; before `from`: another decision took its place at once. */
export type InForce<D extends Decided> = {
  readonly decided: D;
  readonly from: number;
  readonly until?: number;
};

export type Settled<D extends Decided> = {
  readonly inForce: readonly InForce<D>[];
  /** Rows that say what another row says already; they count once. */
  readonly repeated: readonly D[];
  /** Rows that run beside another decision of the same person and service. */
  readonly beside: readonly D[];
  /** Stays that begin before the one before them has ended. */
  readonly overlappingStays: readonly D[];
};

/**
 * Settles the decisions of a file. Stays: first from, last to, as Norway's register counts its long stays; the later
 * stay has the days of both. `replace`: a later decision of the same person, service and task ends the one before it;
 * otherwise only one with the same mark does, and others add up.
 */
export function decisionsInForce<D extends Decided>(
  decisions: readonly D[],
  changes: 'replace' | 'add',
): Settled<D> {
  const repeated: D[] = [];
  const once = new Map<string, D>();
  for (const one of decisions) once.has(one.said) ? repeated.push(one) : once.set(one.said, one);
  const inForce: InForce<D>[] = [];
  const beside: D[] = [];
  const overlappingStays: D[] = [];
  const groups = Map.groupBy(once.values(), ({ person, service, task }) => `${person} ${task} ${service}`);
  for (const group of groups.values()) {
    const stays = chain(
      group.filter(({ isStay }) => isStay),
      true,
    );
    overlappingStays.push(...stays.cut);
    const others = group.filter(({ isStay }) => !isStay);
    const chains = Map.groupBy(others, ({ decision, row }) =>
      changes === 'replace' ? 'all' : decision < 0 ? `row ${row}` : `decision ${decision}`,
    );
    const links = [...chains.values()].flatMap((one) => chain(one, false).links);
    beside.push(...runningBeside(links));
    inForce.push(...stays.links, ...links);
  }
  const inOrder = inForce.sort((a, b) => a.decided.row - b.decided.row);
  return { inForce: inOrder, repeated, beside: byRow(beside), overlappingStays: byRow(overlappingStays) };
}

const byRow = <D extends Decided>(rows: readonly D[]): D[] => [...rows].sort((a, b) => a.row - b.row);
const LAST = Number.MAX_SAFE_INTEGER;

/** Each ends on the day before the next begins; of two that begin on one day the later row holds. */
function chain<D extends Decided>(
  decisions: readonly D[],
  isUnion: boolean,
): { readonly links: readonly InForce<D>[]; readonly cut: readonly D[] } {
  const sorted = [...decisions].sort((a, b) => a.from - b.from || a.row - b.row);
  const cut: D[] = [];
  let reached = -LAST;
  const ends = sorted.map((one) => {
    if (isUnion && one.from <= reached) cut.push(one);
    const own = one.to ?? LAST;
    reached = isUnion && one.from <= reached ? Math.max(own, reached) : own;
    return reached;
  });
  const links = sorted.map((decided, i): InForce<D> => {
    const next = sorted[i + 1];
    const until = Math.min(ends[i]!, next ? next.from - 1 : LAST);
    return { decided, from: decided.from, ...(until === LAST ? {} : { until }) };
  });
  return { links, cut };
}

/** Those that begin while an earlier one still runs. */
function runningBeside<D extends Decided>(links: readonly InForce<D>[]): D[] {
  const running = links.filter(({ from, until = LAST }) => from <= until);
  let reached = -LAST;
  return running
    .sort((a, b) => a.from - b.from || a.decided.row - b.decided.row)
    .filter(({ from, until = LAST }) => {
      const isBeside = from <= reached;
      reached = Math.max(reached, until);
      return isBeside;
    })
    .map(({ decided }) => decided);
}
