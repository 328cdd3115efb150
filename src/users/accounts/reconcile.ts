// Rows of the national accounts beside the costing: what the ledger holds of their functions, what their services cost,
// and every line that lies between the two.

import { matchesCode } from '../../model/match-code.ts';
import type { CodeSet, Model } from '../../model/model.ts';
import { NO_USER_RULES } from '../../model/users.ts';
import { byKey } from '../../money/apportion.ts';
import { largerFirst } from '../../money/ore.ts';
import type { Assignment, CostObject } from '../../tables/costs.ts';
import { keyOf } from '../../tables/keys.ts';
import { isEnd, type NetworkNode } from '../../tables/network.ts';
import type { DifferenceKind, DifferenceLine, ReconciledRow } from '../../tables/users.ts';

/** Where the money of each function ended, whole øre: the network solved with a strand a function. */
export type FunctionEnd = {
  readonly function: string;
  readonly node: NetworkNode;
  readonly amountOre: bigint;
};

export type ReconcileInput = {
  readonly model: Model;
  readonly objects: readonly CostObject[];
  readonly assignments: readonly Assignment[];
  readonly ends: readonly FunctionEnd[];
};

type Wanted = {
  readonly name: string;
  readonly functions: readonly string[];
  readonly services: readonly string[];
};

/**
 * The rows that the model names, else one for every group of services that share functions. ledger + Σ lines = costing:
 * less what ended elsewhere, and what other functions brought. Every end is rounded once by itself, so that a line of
 * some øre may be rounding.
 */
export function reconcile(input: ReconcileInput): ReconciledRow[] {
  const inLedger = [...new Set(input.assignments.map((one) => one.function))].sort(byKey);
  return rowsWanted(input.model, inLedger).map((row) => reconcileRow(input, row));
}

function rowsWanted({ users = NO_USER_RULES, services }: Model, inLedger: readonly string[]): Wanted[] {
  const functionsOf = (codes: CodeSet): string[] =>
    inLedger.filter((code) => code !== '' && matchesCode(code, codes));
  if (users.accounts.length > 0)
    return users.accounts.map(({ name, functions, services: ids }) => ({
      ...{ name, functions: functionsOf(functions), services: ids },
    }));
  const rows: { functions: string[]; services: string[] }[] = [];
  for (const { id, functions: codes } of services) {
    const functions = functionsOf(codes);
    if (functions.length === 0) continue;
    const met = rows.filter((row) => row.functions.some((code) => functions.includes(code)));
    const joined = {
      functions: [...new Set([...met.flatMap((row) => row.functions), ...functions])].sort(byKey),
      services: [...met.flatMap((row) => row.services), id].sort(byKey),
    };
    for (const row of met) rows.splice(rows.indexOf(row), 1);
    rows.push(joined);
  }
  return rows
    .map((row) => ({ name: row.functions.join(' + '), ...row }))
    .sort((a, b) => byKey(a.name, b.name));
}

function reconcileRow({ objects, assignments, ends }: ReconcileInput, row: Wanted): ReconciledRow {
  const isOwn = (code: string): boolean => row.functions.includes(code);
  const isServed = ({ kind, service }: NetworkNode): boolean =>
    kind === 'object' && row.services.includes(service);
  const ledgerOre = sum(assignments.filter((one) => isOwn(one.function)));
  const costingOre = sum(objects.filter(({ service }) => row.services.includes(service)));
  const lines = [
    ...ends
      .filter((end) => isOwn(end.function) && !isServed(end.node))
      .map(({ node, amountOre }) => ({ ...elsewhere(node), amountOre: -amountOre })),
    ...ends
      .filter((end) => !isOwn(end.function) && isServed(end.node))
      .map(({ function: code, amountOre }) => ({ kind: 'from-function' as const, name: code, amountOre })),
  ];
  const summed = sumLines(lines);
  const left = costingOre - ledgerOre - sum(summed);
  const { name, functions, services } = row;
  const rounding: DifferenceLine[] = left === 0n ? [] : [{ kind: 'rounding', name: '', amountOre: left }];
  return { name, functions, services, ledgerOre, costingOre, lines: [...summed, ...rounding] };
}

const sum = (all: readonly { readonly amountOre: bigint }[]): bigint =>
  all.reduce((total, { amountOre }) => total + amountOre, 0n);

/** An end that is none of the row's. */
function elsewhere({ kind, name, service }: NetworkNode): { kind: DifferenceKind; name: string } {
  if (kind === 'object') return { kind: 'other-service', name: service };
  if (!isEnd(kind)) throw new Error(`${kind} ${name} is no end`);
  return { kind: kind as DifferenceKind, name };
}

/** One line a kind and name, the largest first. */
function sumLines(lines: readonly DifferenceLine[]): DifferenceLine[] {
  const groups = Map.groupBy(lines, ({ kind, name }) => keyOf(kind, name));
  return [...groups]
    .map(([key, all]) => ({ key, line: { ...all[0]!, amountOre: sum(all) } }))
    .filter(({ line }) => line.amountOre !== 0n)
    .sort((a, b) => largerFirst(a.line.amountOre, b.line.amountOre) || byKey(a.key, b.key))
    .map(({ line }) => line);
}
