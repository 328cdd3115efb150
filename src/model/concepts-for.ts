// Concepts: named, dated sets of articles. KOSTRA's are ready-made; a model may add its own.

import { KOSTRA_CONCEPTS } from './codes/kostra-articles.ts';
import type { Concept, Country, Model } from './model.ts';

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
