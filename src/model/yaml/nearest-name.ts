// The nearest valid name: what someone probably meant.

import { distance } from 'fastest-levenshtein';

/** The candidate with the fewest letters to change, when they are few enough to be a slip; ties by order given. */
export function nearestName(name: string, candidates: readonly string[]): string | undefined {
  const wanted = name.toLowerCase();
  const allowed = Math.max(2, Math.floor(wanted.length / 3));
  let best: string | undefined;
  let least = Number.POSITIVE_INFINITY;
  for (const candidate of candidates) {
    const steps = distance(wanted, candidate.toLowerCase());
    if (steps < least) [best, least] = [candidate, steps];
  }
  return least <= allowed ? best : undefined;
}

const LISTED = 8;

/** "Did you mean "kilometres"?" or, where nothing is near, "Known: fte, portions, it-use." */
export function suggestName(name: string, candidates: readonly string[]): string | undefined {
  const nearest = nearestName(name, candidates);
  if (nearest !== undefined) return `Did you mean "${nearest}"?`;
  if (candidates.length === 0) return undefined;
  const more = candidates.length - LISTED;
  return `Known: ${candidates.slice(0, LISTED).join(', ')}${more > 0 ? ` and ${more} more` : ''}.`;
}
