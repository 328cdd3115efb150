// Marks what has been accepted, and tells of acceptances that have nothing left to accept.

import { describePlace, type Finding } from '../../findings/finding.ts';
import type { Acceptance } from './acceptance.ts';

/** Rules about one import only: a later run does not raise them again, and their acceptance is not idle then. */
const OF_ONE_IMPORT = /^import\/(?:.*-jumps|not-compared|damaged-.*)$/;

/** The findings, those with an acceptance marked with its reason and date. What is wrong in accepted.yaml stays. */
export function acceptFindings(findings: readonly Finding[], accepted: readonly Acceptance[]): Finding[] {
  if (accepted.length === 0) return [...findings];
  const tests = accepted.map((acceptance) => ({ acceptance, accepts: acceptsBy(acceptance) }));
  return findings.map((finding) => {
    const found = tests.find(({ accepts }) => accepts(finding))?.acceptance;
    return found ? { ...finding, accepted: { reason: found.reason, date: found.date } } : finding;
  });
}

/**
 * A note for every acceptance that matches no finding any more. `rooms` are those that have been asked: "innsats
 * check" does not cost, so it cannot know of costing/…; absent means all.
 */
export function idleAcceptances(
  findings: readonly Finding[],
  accepted: readonly Acceptance[],
  isAsked: (rule: string) => boolean = () => true,
): Finding[] {
  return accepted
    .filter(({ rule }) => isAsked(rule) && !OF_ONE_IMPORT.test(rule))
    .filter((acceptance) => !findings.some(acceptsBy(acceptance)))
    .map(({ rule, place, line, position }) => ({
      rule: 'accepted/nothing-to-accept',
      severity: 'note',
      message: `No finding of ${rule} stands at "${place}" any more.`,
      remedy: 'Take the entry out.',
      where: { file: 'accepted.yaml', line, position },
    }));
}

/** True for a finding of the rule at a place that the pattern describes. */
function acceptsBy({ rule, place }: Acceptance): (finding: Finding) => boolean {
  const pattern = place.split('*').map((text) => text.replace(/[.*+?^${}()|[\]\\]/g, '\\$&'));
  const isThere = new RegExp(`^${pattern.join('.*')}$`, 's');
  return (finding) => finding.rule === rule && isThere.test(describePlace(finding.where));
}
