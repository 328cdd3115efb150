// The nearest valid name: what someone probably meant.

import { distance } from 'fastest-levenshtein';

/** The candidate with the fewest letters to change, when they are few enough to be a slip; ties by order given. */
export function nearestName(name: string, candidates: readonly string[]): string | undefined {
  const wanted = name.toLowerCase();
  const allowed = wanted.length <= 3 ? 1 : Math.max(2, Math.floor(wanted.length / 3));
  let best: string | undefined;
  let least = Number.POSITIVE_INFINITY;
  for (const candidate of candidates) {
    const steps = distance(wanted, candidate.toLowerCase());
    if (steps < least) [best, least] = [candidate, steps];
  }
  return least <= allowed ? best : undefined;
}

/** "Did you mean "kilometres"?", where something is near. */
export function didYouMean(name: string, candidates: readonly string[]): string | undefined {
  const nearest = nearestName(name, candidates);
  return nearest === undefined ? undefined : `Did you mean "${nearest}"?`;
}

const LISTED = 8;

/** "Did you mean "kilometres"?" or, where nothing is near, "Known: fte, portions, it-use." */
export function suggestName(name: string, candidates: readonly string[]): string | undefined {
  const near = didYouMean(name, candidates);
  if (near !== undefined) return near;
  if (candidates.length === 0) return undefined;
  const more = candidates.length - LISTED;
  return `Known: ${candidates.slice(0, LISTED).join(', ')}${more > 0 ? ` and ${more} more` : ''}.`;
}
