// A spot is a place in the model file: a YAML node, and the reading that collects what is found wrong with it.

import { type Document, isAlias, type LineCounter, type Node } from 'yaml';
import type { Finding, Severity } from '../../findings/finding.ts';
import type { Location } from '../model.ts';

/** One reading of one model file: where it is, how offsets become lines, and the findings so far. */
export type Reading = {
  /** The name shown in messages, such as "innsats.yaml". */
  readonly file: string;
  /** The folder that paths in the model are relative to. */
  readonly folder: string;
  readonly lines: LineCounter;
  readonly document: Document;
  readonly findings: Finding[];
};

/** A YAML node in a reading; `offset` is where it begins, also where the node is empty. */
export type Spot = { readonly reading: Reading; readonly node: Node | null; readonly offset: number };

/** A spot for a node; one without a place of its own stands where its parent does. Aliases are followed. */
export function spotOf(reading: Reading, node: Node | null | undefined, fallback: number): Spot {
  const target = isAlias(node) ? node.resolve(reading.document) : node;
  return { reading, node: target ?? null, offset: node?.range?.[0] ?? fallback };
}

/** The same spot with a list of its own for what is wrong, which is said elsewhere. */
export const quietly = (spot: Spot): Spot => ({ ...spot, reading: { ...spot.reading, findings: [] } });

/** Line and column, both from 1. */
export function locationOf({ reading, offset }: Spot): Location {
  const { line, col } = reading.lines.linePos(offset);
  return { file: reading.file, line: Math.max(line, 1), column: Math.max(col, 1) };
}

/** What is wrong at a spot; `remedy` says how to put it right. Without a severity it is an error. */
export type Complaint = { rule: string; message: string; remedy?: string | undefined; severity?: Severity };

/** Adds a finding at a spot. */
export function complain(spot: Spot, { rule, message, remedy, severity = 'error' }: Complaint): void {
  const { file, line, column } = locationOf(spot);
  spot.reading.findings.push({
    rule: `model/${rule}`,
    severity,
    message,
    ...(remedy ? { remedy } : {}),
    where: { file, line, position: column },
  });
}
