// A list that people write beside the model and keep under version control, such as accepted.yaml.

import type { Finding } from '../../findings/finding.ts';
import { parseModelDocument } from './parse-document.ts';
import { readList } from './read-values.ts';
import type { Spot } from './spot.ts';

/**
 * The entries that `readEntry` takes; an entry that it gives undefined for is left out. What is wrong is told by rules
 * that begin with `room`: "accepted/missing".
 */
export function readWrittenList<T>(
  bytes: Uint8Array,
  file: string,
  room: string,
  readEntry: (entry: Spot) => T | undefined,
): { readonly entries: readonly T[]; readonly findings: readonly Finding[] } {
  const { root, findings } = parseModelDocument(bytes, file);
  const entries = root?.node ? readList(root).flatMap((entry) => readEntry(entry) ?? []) : [];
  return {
    entries,
    findings: findings.map((finding) => ({
      ...finding,
      rule: finding.rule.replace(/^model\//, `${room}/`),
    })),
  };
}
