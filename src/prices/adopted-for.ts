// The adopted prices that a finance year is followed by: of the model in force, and of every other that has price rules
// of its own, from the files of prices/.

import type { Finding } from '../findings/finding.ts';
import type { Financing } from '../model/financing.ts';
import type { Model, Service } from '../model/model.ts';
import { suggestName } from '../model/yaml/nearest-name.ts';
import { byKey } from '../money/apportion.ts';
import { fraction, roundHalfAway, subtract, toDecimal } from '../money/fraction.ts';
import type { BaseYear, ModelPrices, PricesFrom } from '../tables/financing.ts';
import type { AdoptedPrices } from '../tables/prices.ts';
import { monthText } from '../time/month-text.ts';
import { type AdoptedName, adoptedName, OWN_YEAR_ENDING, parseAdoptedName } from './adoption-files.ts';
import { inheritedFindings, pricesAtHeirs } from './inherited-prices.ts';
import { readAdoptedPrices } from './read-adopted-prices.ts';
import { readOwnYear } from './read-own-year.ts';

/** Texts of the files of prices/ by name: "2026.yaml", "2026-own-year.csv". */
export type PriceFiles = ReadonlyMap<string, string>;

export type Adopted = { readonly prices: readonly ModelPrices[]; readonly findings: Finding[] };

/**
 * Prices of the finance year, the model in force first and the others in the model's order: prices/<year>.yaml is what
 * the model in force is paid by, prices/<year>-<model>.yaml what one with price rules of its own is; either with
 * "-from-07" holds from July. A model without files is left out. Files of other years are left alone; a file of this
 * year that cannot be read, holds another year or is nobody's is a finding. Where what the cost year was made of is not
 * beside the prices, that is told and it is empty. As organised now, what was adopted for a unit that has
 * ended since is its heirs'.
 */
export function adoptedFor(model: Model, files: PriceFiles): Adopted {
  const { financing } = model;
  if (!financing) return { prices: [], findings: [] };
  const findings: Finding[] = [];
  const lists = listsOfYear(model, financing, files, findings);
  const prices = financing.models
    .filter(({ name, prices: own }) => name === financing.inForce || own)
    .sort((a, b) => Number(b.name === financing.inForce) - Number(a.name === financing.inForce))
    .flatMap(({ name }) => {
      const own = name === financing.inForce ? undefined : name;
      const mine = lists.filter((list) => list.of.model === own);
      return modelPrices(name, mine, files, findings) ?? [];
    });
  findings.push(...inheritedFindings(model, prices));
  return { prices: prices.map((one) => pricesAtHeirs(model, one)), findings };
}

type List = { readonly file: string; readonly of: AdoptedName; readonly values?: AdoptedPrices };

const placeOf = (file: string): string => `prices/${file}`;

/** All price lists of the year that are somebody's, in order of name. */
function listsOfYear(
  { services, pricing }: Model,
  financing: Financing,
  files: PriceFiles,
  findings: Finding[],
): List[] {
  return [...files.keys()].sort(byKey).flatMap((file): List[] => {
    const of = file.endsWith('.yaml') ? parseAdoptedName(file.slice(0, -'.yaml'.length)) : undefined;
    if (of?.year !== financing.year) return [];
    const idle = nobodys(financing, file, of);
    if (idle) findings.push(idle);
    if (idle) return [];
    const { values, findings: wrong } = readAdoptedPrices(files.get(file)!, placeOf(file));
    const found = values
      ? [...wrong, ...misplaced(file, of, values), ...otherMeasures(file, values, services)]
      : wrong;
    findings.push(...found, ...(values ? notAsFound(file, values, pricing.roundToOre) : []));
    return [values && found.length === 0 ? { file, of, values } : { file, of }];
  });
}

/** A file that no model is paid by. */
function nobodys({ models, inForce }: Financing, file: string, { model }: AdoptedName): Finding | undefined {
  if (model === undefined) return undefined;
  const known = models.find(({ name }) => name === model);
  const told = (message: string, remedy: string): Finding => ({
    ...{ rule: 'prices/not-used', severity: 'warning', message, remedy },
    where: { file: placeOf(file) },
  });
  if (!known) {
    const own = models.filter(({ name, prices }) => prices && name !== inForce).map(({ name }) => name);
    const message = `no funding model is called "${model}", so these prices are nobody’s`;
    return told(message, suggestName(model, own) ?? 'Name the file after a funding model, or take it away.');
  }
  if (model === inForce)
    return told(
      `"${model}" is in force and is paid by the prices in force, not by these`,
      'Adopt them as the prices in force, or take the file away.',
    );
  if (known.prices) return undefined;
  return told(
    `"${model}" has no price rules of its own and is paid by the prices in force, not by these`,
    'Give it price rules under financing: models, or take the file away.',
  );
}

/** What the list says of itself, against what its name says. */
function misplaced(file: string, of: AdoptedName, { priceYear, from }: AdoptedPrices): Finding[] {
  const told = (message: string, remedy: string): Finding => ({
    ...{ rule: 'prices/adopted-file', severity: 'error', message, remedy },
    where: { file: placeOf(file) },
  });
  if (priceYear !== of.year)
    return [
      told(
        `the file holds prices of ${priceYear}, and its name says ${of.year}`,
        'Adopt prices of the right year, or rename the file.',
      ),
    ];
  const month = of.fromMonth === undefined ? undefined : monthText(of.year, of.fromMonth);
  if (of.fromMonth !== undefined && (of.fromMonth < 2 || of.fromMonth > 12))
    return [
      told(
        'prices of a later decision hold from a month between 02 and 12',
        `Name the file ${adoptedName({ ...of, fromMonth: 7 })}.yaml, say, or without "-from-" where they hold from New Year.`,
      ),
    ];
  if (from === month) return [];
  return [
    told(
      `the prices hold from ${from ?? 'New Year'}, and the name of the file says ${month ?? 'New Year'}`,
      'Adopt them again for that month, or rename the file.',
    ),
  ];
}

/** A price per hour of what is counted in days by now would pay something else than was decided. */
function otherMeasures(file: string, { prices }: AdoptedPrices, services: readonly Service[]): Finding[] {
  const measures = new Map(services.map(({ id, measure }) => [id, measure]));
  const wrong = prices.filter(
    ({ kind, service, measure }) =>
      kind === 'financing' && measures.has(service) && measures.get(service) !== measure,
  );
  return [...new Map(wrong.map((price) => [price.service, price])).values()].map(({ service, measure }) => ({
    ...{ rule: 'prices/adopted-file', severity: 'error' as const },
    message: `the price of ${service} is per ${measure}, and the model counts it in ${measures.get(service) ?? 'nothing'}`,
    remedy: 'Adopt the prices again, or give the service the measure that they were decided for.',
    where: { file: placeOf(file), key: service },
  }));
}

const kronerText = (amountOre: bigint): string => toDecimal({ num: amountOre, den: 100n }, 2);

/** Published prices that do not come of the exact ones beside them: a hand has been there, or another rounding. */
function notAsFound(file: string, { prices }: AdoptedPrices, roundToOre: bigint): Finding[] {
  return prices
    .filter(({ kind }) => kind === 'financing')
    .filter(({ publishedOre, exact }) => {
      const off = subtract(fraction(publishedOre), exact);
      return (off.num < 0n ? -off.num : off.num) * 2n > roundToOre * off.den;
    })
    .map(({ service, level, publishedOre, exact }) => ({
      ...{ rule: 'prices/not-as-found', severity: 'warning' as const },
      message: `the price of ${level ? `${service} – ${level}` : service} is ${kronerText(publishedOre)} kr, and the exact price beside it is ${kronerText(roundHalfAway(exact))} kr`,
      remedy: 'Adopt the prices again; where another price was decided, accept this in accepted.yaml.',
      where: { file: placeOf(file), key: level ? `${service}/${level}` : service },
    }));
}
/** A model's prices through the year; undefined where it has no files, or they cannot be used. */
function modelPrices(
  model: string,
  lists: readonly List[],
  files: PriceFiles,
  findings: Finding[],
): ModelPrices | undefined {
  if (lists.length === 0) return undefined;
  const first = lists.find(({ of }) => of.fromMonth === undefined);
  if (!first) {
    findings.push(noFirst(lists[0]!));
    return undefined;
  }
  const base = baseOf(first, files, findings);
  const periods = lists.flatMap(({ of, values }): PricesFrom[] =>
    values ? [{ fromMonth: of.fromMonth ?? 1, prices: values }] : [],
  );
  if (periods.length < lists.length) return undefined;
  return { model, periods: periods.sort((a, b) => a.fromMonth - b.fromMonth), base };
}

const noFirst = ({ file, of }: List): Finding => {
  const { fromMonth: _, ...whole } = of;
  return {
    rule: 'prices/adopted-file',
    severity: 'error',
    message: 'these prices were decided during the year, and there are none that hold from New Year',
    remedy: `Adopt those of New Year as well: ${adoptedName(whole)}.yaml.`,
    where: { file: placeOf(file) },
  };
};

const NOTHING: BaseYear = { costs: [], volumes: [] };

/** What the year behind the prices of January was made of. */
function baseOf({ of }: List, files: PriceFiles, findings: Finding[]): BaseYear {
  const file = `${adoptedName(of)}${OWN_YEAR_ENDING}`;
  const text = files.get(file);
  if (text === undefined) {
    findings.push({
      rule: 'prices/no-own-year',
      severity: 'warning',
      message:
        'what each unit’s own cost year was made of is not beside the prices: efficiency variances cannot be explained',
      remedy: 'Adopt the prices again, which writes it.',
      where: { file: placeOf(file) },
    });
    return NOTHING;
  }
  const { values, findings: wrong } = readOwnYear(text, placeOf(file));
  findings.push(...wrong);
  return values ?? NOTHING;
}
