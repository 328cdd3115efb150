// Concepts of the model's own: named sets of articles beside KOSTRA's ready-made ones.

import { describeCodes } from '../match-code.ts';
import type { Concept } from '../model.ts';
import { checkNewName } from '../yaml/names.ts';
import { type Entry, missing, readCodes, readEntries, readFields, readText } from '../yaml/read-values.ts';
import { complain, type Spot } from '../yaml/spot.ts';

/** Reads `concepts:`, which may be absent. */
export function readConcepts(spot: Spot | undefined): Concept[] {
  return spot ? readEntries(spot, 'concepts').flatMap((entry) => readConcept(entry) ?? []) : [];
}

function readConcept({ key, at, value }: Entry): Concept | undefined {
  checkNewName(key, at);
  const fields = readFields(value, 'a concept', ['articles', 'formula', 'source']);
  const articles = fields.articles
    ? readCodes(fields.articles)
    : missing(at, 'articles', 'Name its articles: "articles: 010-480 590 710".');
  const formula = fields.formula && readText(fields.formula);
  const source = fields.source && readText(fields.source);
  if (!fields.source)
    complain(at, {
      rule: 'no-source',
      severity: 'warning',
      message: `the concept "${key}" has no source.`,
      remedy: 'Write where it is from: "source: …".',
    });
  if (!articles) return undefined;
  return {
    name: key,
    articles,
    formula: formula ?? describeCodes(articles),
    source: source ?? '',
    years: {},
  };
}
