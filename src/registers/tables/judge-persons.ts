// Turns the texts of a file's person column into pseudonyms and numbers: the one place that sees them. Each distinct
// text is judged once, and each distinct person is pseudonymised once.

import { byKey } from '../../money/apportion.ts';
import { type Identity, type IdentityRules, identity } from '../people/identity.ts';
import type { Pseudonymiser, ReadOutcome } from '../reader.ts';
import { type Fault, FaultList } from './fault.ts';

/**
 * `pseudonyms` are distinct and sorted, those in doubt last, from `firstInDoubt` on. Values are positions among them,
 * negative for a fault, undefined where the cell names nobody. `inDoubt` and `restored` are the distinct persons whose
 * number does not agree with itself, and whose lost zeros were put back.
 */
export type JudgedPersons = {
  readonly pseudonyms: readonly string[];
  readonly values: readonly (number | undefined)[];
  readonly faults: readonly Fault[];
  readonly firstInDoubt: number;
  readonly inDoubt: readonly Identity[];
  readonly restored: number;
};

/** `register` is the one whose rules the faults are told by; that of activity when absent. */
export type PersonRules = IdentityRules & {
  readonly column: string;
  readonly register?: ReadOutcome['register'];
};

/** Numbers follow the pseudonyms' order, so that they tell nothing of the identifiers' order. */
export function judgePersons(
  texts: readonly string[],
  { pseudonym }: Pseudonymiser,
  { column, register = 'activity', ...rules }: PersonRules,
): JudgedPersons {
  const faults = new FaultList();
  const pseudonymOf = new Map<string, string>();
  const identityOf = new Map<string, Identity>();
  const restored = new Set<string>();
  const found = texts.map((text) => {
    const judged = identity(text, rules);
    if ('problem' in judged)
      return judged.problem === 'nobody' ? undefined : faults.add(shortened(register, column));
    const key = `${judged.kind === 'local-id' ? 'local' : (judged.doubt ?? '')} ${judged.normal}`;
    const known = pseudonymOf.get(key) ?? pseudonym(judged);
    pseudonymOf.set(key, known);
    identityOf.set(known, judged);
    if (judged.isRestored) restored.add(known);
    return known;
  });
  const pseudonyms = [...identityOf.keys()].sort(byKey);
  const rank = new Map(pseudonyms.map((one, i) => [one, i]));
  const inDoubt = [...identityOf.values()].filter(({ doubt }) => doubt !== undefined);
  return {
    pseudonyms,
    values: found.map((one) => (typeof one === 'string' ? rank.get(one) : one)),
    faults: faults.faults,
    firstInDoubt: pseudonyms.length - inDoubt.length,
    inDoubt,
    restored: restored.size,
  };
}

const shortened = (register: ReadOutcome['register'], column: string): Fault => ({
  rule: `${register}/identity-shortened`,
  severity: 'error',
  column,
  message: 'A spreadsheet has shortened identity numbers to the form 1,01E+10; their last digits are lost.',
  remedy: 'Format the column as text where the numbers are whole, and export the file again.',
});
