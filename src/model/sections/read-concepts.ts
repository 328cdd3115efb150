// Concepts: named sets of articles. KOSTRA's are ready-made; a model may add its own.

import { KOSTRA_CONCEPTS } from '../codes/kostra-articles.ts';
import { describeCodes } from '../match-code.ts';
import type { Concept, Country, Model } from '../model.ts';
import { checkNewName } from '../yaml/names.ts';
import { type Entry, missing, readCodes, readEntries, readFields, readText } from '../yaml/read-values.ts';
import { complain, type Spot } from '../yaml/spot.ts';

const holdsIn = ({ years }: Concept, year: number): boolean =>
  (years.from ?? 0) <= year && year <= (years.to ?? 9999);

/** The ready-made concepts of a country that hold in a year: KOSTRA's for Norway. */
export const readyMadeConcepts = (country: Country, year: number): readonly Concept[] =>
  country === 'NO' ? KOSTRA_CONCEPTS.filter((concept) => holdsIn(concept, year)) : [];

/** The concepts that pools may use and reports print: those of the model's cost year, its own before ready-made ones. */
export function conceptsFor(model: Pick<Model, 'concepts' | 'municipality' | 'years'>): readonly Concept[] {
  const own = model.concepts.filter((concept) => holdsIn(concept, model.years.cost));
  const names = new Set(own.map(({ name }) => name));
  const ready = readyMadeConcepts(model.municipality.country, model.years.cost);
  return [...own, ...ready.filter(({ name }) => !names.has(name))];
}

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
