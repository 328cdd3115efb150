// Whose model this is and which years it is for.

import type { Language } from '../../words/language.ts';
import { LANGUAGES } from '../../words/language.ts';
import type { Country, Model } from '../model.ts';
import { missing, readChoice, readFields, readText, readYear } from '../yaml/read-values.ts';
import { complain, type Spot } from '../yaml/spot.ts';

const COUNTRIES: readonly Country[] = ['NO', 'SE', 'DK'];
const LANGUAGE_OF: { readonly [country in Country]: Language } = { NO: 'nb', SE: 'sv', DK: 'da' };

/** Reads `municipality:`. */
export function readMunicipality(spot: Spot | undefined, root: Spot): Model['municipality'] {
  const absent = { id: '', name: '', country: 'NO', language: 'nb' } as const;
  if (!spot) {
    missing(root, 'municipality', 'Write "municipality: { id: "9901", name: Fjordvik, country: NO }".');
    return absent;
  }
  const fields = readFields(spot, 'municipality', ['id', 'name', 'country', 'language']);
  const id = fields.id
    ? readText(fields.id, 'an id')
    : missing(spot, 'id', 'Write the municipality\'s number: id: "9901".');
  const name = fields.name && readText(fields.name, 'a name');
  const country = fields.country
    ? readChoice(fields.country, COUNTRIES)
    : missing(spot, 'country', 'Write "country: NO" (or SE, DK): it decides code lists and number formats.');
  const language = fields.language && readChoice(fields.language, LANGUAGES);
  return {
    id: id ?? '',
    name: name ?? id ?? '',
    country: country ?? 'NO',
    language: language ?? LANGUAGE_OF[country ?? 'NO'],
  };
}

/** Reads `years:`; the price year is not before the cost year, and prices are followed in their own year. */
export function readYears(spot: Spot | undefined, root: Spot): Model['years'] {
  if (!spot) {
    missing(root, 'years', 'Write "years: { cost: 2025, price: 2026 }".');
    return { cost: 0, price: 0 };
  }
  const fields = readFields(spot, 'years', ['cost', 'price', 'finance']);
  const cost = fields.cost
    ? readYear(fields.cost)
    : missing(spot, 'cost', 'Write the year of the accounts: "cost: 2025".');
  const price = fields.price
    ? readYear(fields.price)
    : missing(spot, 'price', 'Write the year of the prices: "price: 2026".');
  if (cost !== undefined && price !== undefined && price < cost)
    complain(fields.price ?? spot, {
      rule: 'expected',
      message: `the price year ${price} is before the cost year ${cost}.`,
      remedy: 'Prices are set for the cost year or a later one.',
    });
  const finance = fields.finance && readYear(fields.finance);
  if (fields.finance && finance !== undefined && price !== undefined && finance !== price)
    complain(fields.finance, {
      rule: 'expected',
      message: `the finance year ${finance} is not the price year ${price}.`,
      remedy: `What is earned in a year is paid by the prices of that year: write "finance: ${price}", or leave it out.`,
    });
  return { cost: cost ?? 0, price: price ?? 0, ...(finance === undefined ? {} : { finance }) };
}
