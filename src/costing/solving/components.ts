// Which nodes serve one another: the strongly connected parts of a network, in the order in which cost flows through
// them, and those from which nothing ever comes out (closed loops).

import { byKey } from '../../money/apportion.ts';
import type { Network } from '../../tables/network.ts';
import type { ShareMatrix } from './share-matrix.ts';

/**
 * Strongly connected parts, each with its nodes in ascending order; a part comes before every part that it sends cost
 * to. Tarjan's algorithm (SIAM J. Comput. 1, 1972) with a stack of its own, so that depth is no limit.
 */
export function components({ size, rowStart, to }: ShareMatrix): number[][] {
  const found = new Int32Array(size).fill(-1);
  const low = new Int32Array(size);
  const isOpen = new Uint8Array(size);
  const next = Int32Array.from(rowStart.subarray(0, size));
  const open: number[] = [];
  const parts: number[][] = [];
  let count = 0;
  for (let start = 0; start < size; start++) {
    if (found[start] !== -1) continue;
    const path = [start];
    while (path.length > 0) {
      const node = path.at(-1)!;
      if (found[node] === -1) {
        found[node] = low[node] = count++;
        isOpen[node] = 1;
        open.push(node);
      }
      const target = next[node]! < rowStart[node + 1]! ? to[next[node]!++]! : -1;
      if (target >= 0) {
        if (found[target] === -1) path.push(target);
        else if (isOpen[target]) low[node] = Math.min(low[node]!, found[target]!);
        continue;
      }
      path.pop();
      const parent = path.at(-1);
      if (parent !== undefined) low[parent] = Math.min(low[parent]!, low[node]!);
      if (low[node] === found[node]) parts.push(closePart(node, open, isOpen));
    }
  }
  return parts.reverse();
}

/** Takes the part that `first` opened off the stack of open nodes. */
function closePart(first: number, open: number[], isOpen: Uint8Array): number[] {
  const members = open.splice(open.lastIndexOf(first));
  for (const member of members) isOpen[member] = 0;
  return members.sort((a, b) => a - b);
}

/**
 * The parts that take cost in and never let it out: no end node, and no edge that leaves the part. A single node
 * counts when it has primary cost or is sent some. Members by key, loops by their first member.
 */
export function closedLoops(
  network: Network,
  matrix: ShareMatrix,
  parts: readonly (readonly number[])[],
): string[][] {
  const { rowStart, to, isEnd, inward } = matrix;
  const partOf = new Int32Array(matrix.size);
  for (const [p, part] of parts.entries()) for (const node of part) partOf[node] = p;
  const hasCost = new Uint8Array(matrix.size);
  for (const { node, amountOre } of network.own) if (amountOre !== 0n) hasCost[node] = 1;
  const isClosed = (part: readonly number[], p: number): boolean => {
    for (const node of part) {
      if (isEnd[node]) return false;
      for (let e = rowStart[node]!; e < rowStart[node + 1]!; e++) if (partOf[to[e]!] !== p) return false;
    }
    const only = part[0]!;
    return part.length > 1 || inward[only]! > 0 || hasCost[only] === 1;
  };
  return parts
    .filter(isClosed)
    .map((part) => part.map((node) => network.nodes[node]!.key).sort(byKey))
    .sort((a, b) => byKey(a[0]!, b[0]!));
}
