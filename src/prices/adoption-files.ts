// The files of prices/: what adopting writes, and how their names tell which prices they hold.

import type { Service } from '../model/model.ts';
import type { BaseYear } from '../tables/financing.ts';
import type { PriceList } from '../tables/prices.ts';
import { monthCode } from '../time/month-text.ts';
import { adoptPrices, type Decision } from './adopt-prices.ts';
import { writeOwnYear } from './own-year-text.ts';

/** Which prices: of a year, of the prices in force or of a funding model, from January or from a later month. */
export type AdoptedName = { readonly year: number; readonly model?: string; readonly fromMonth?: number };

/** @example adoptedName({ year: 2026, fromMonth: 7 }) // "2026-from-07" */
export const adoptedName = ({ year, model, fromMonth }: AdoptedName): string =>
  [
    String(year),
    ...(model === undefined ? [] : [model]),
    ...(fromMonth === undefined ? [] : [`from-${monthCode(fromMonth)}`]),
  ].join('-');

/** Which prices a file of that name without ending holds; undefined for another kind of name. */
export function parseAdoptedName(name: string): AdoptedName | undefined {
  const found = /^(\d{4})(?:-(.+?))??(?:-from-(\d{2}))?$/.exec(name);
  if (!found) return undefined;
  const [, year, model, month] = found;
  return {
    year: Number(year),
    ...(model === undefined ? {} : { model }),
    ...(month === undefined ? {} : { fromMonth: Number(month) }),
  };
}

/** How the table of the own cost year is named beside a price list. */
export const OWN_YEAR_ENDING = '-own-year.csv';

/**
 * What adopting writes into prices/: the list, and beside it what each unit's own cost year was made of. With `from`
 * ("2026-07") the prices hold from that month; with `model` they are those of a funding model that is tried out.
 * `services` name the measures of the volumes.
 */
export function adoptionFiles(
  list: PriceList,
  ownYear: BaseYear,
  {
    model,
    services,
    ...decision
  }: Decision & { readonly model?: string; readonly services: readonly Service[] },
): { readonly name: string; readonly text: string }[] {
  const name = adoptedName({
    year: list.priceYear,
    ...(model === undefined ? {} : { model }),
    ...(decision.from === undefined ? {} : { fromMonth: Number(decision.from.slice(5)) }),
  });
  const measures = new Map(services.map(({ id, measure }) => [id, measure ?? '']));
  return [
    { name: `${name}.yaml`, text: adoptPrices(list, decision) },
    { name: `${name}${OWN_YEAR_ENDING}`, text: writeOwnYear(ownYear, (id) => measures.get(id) ?? '') },
  ];
}
