// A run asks the register its questions and then costs it. A responsibility that no unit has would be told by both:
// the checks say where its postings stand, so costing is silent about those.

import type { Finding } from '../findings/finding.ts';

/**
 * The findings of costing without those that say of a responsibility what the checks have said of it. Postings without
 * any responsibility, and pools that go to the posting's own unit, are costing's alone to tell.
 */
export function toldOnce(costing: readonly Finding[], checked: readonly Finding[]): Finding[] {
  if (!checked.some(({ rule }) => rule === 'checks/responsibility-without-unit')) return [...costing];
  return costing.filter(
    ({ rule, where }) => !(rule === 'costing/posting-without-unit' && isOfOne(where.key)),
  );
}

/** "responsibility 4999", as both write it; the checks list twenty of them and count the rest. */
const isOfOne = (key: string | undefined): boolean => key?.startsWith('responsibility ') ?? false;
