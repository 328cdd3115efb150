// What holds for every page in every language: its pictures can be read by those who do not see them, every number in a
// picture stands in a table, no labels meet, and the page needs nothing from outside.

import { describe, expect, it } from 'vitest';
import { labelsOutside, meetingLabels, numbersOf } from '../../../test/support/drawn-labels.ts';
import { fjordvikReport } from '../../../test/support/fjordvik-year.ts';
import { LANGUAGES, type Language } from '../../words/language.ts';
import { councilPage } from './council-page.ts';
import { directorPage } from './director-page.ts';
import { type MonthlyReport, unitsOf } from './monthly-report.ts';
import { purchaserPage } from './purchaser-page.ts';
import { shadowPage } from './shadow-page.ts';
import { unitPage } from './unit-page.ts';

const FULL: Partial<MonthlyReport> = {
  settlements: [
    {
      ...{ unit: 'innlandet', purchaser: 'purchaser', carriedInOre: -21_200_000n, yearOre: -421_730_000n },
      ...{ resultOre: -442_930_000n, financingOre: 4_967_270_000n, keptOre: 0n, returnedOre: 0n },
      ...{ carriedOre: -99_345_400n, coveredOre: -343_584_600n },
    },
  ],
  reserves: [{ purchaser: 'purchaser', amountOre: -343_584_600n }],
  districtGrants: [
    { district: 'Sentrum', service: 'home-nursing', grantedParts: 759_600_000n, needWeight: 1_010n },
    { district: 'Øvre dal', service: 'home-nursing', grantedParts: 403_200_000n, needWeight: 590n },
    { district: 'Neset', service: 'home-nursing', grantedParts: 248_400_000n, needWeight: 410n },
  ],
  serviceCosts: [
    { unit: 'innlandet', service: 'home-nursing', costOre: 3_700_000_000n, parts: 1_126_800_000n },
  ],
};

/** Every page of a month, by name. */
function pagesOf(month: number, language: Language): [string, string][] {
  const report = fjordvikReport(month, FULL);
  return [
    ...unitsOf(report).map((unit): [string, string] => [unit, unitPage(report, unit, language)]),
    ['purchaser', purchaserPage(report, 'purchaser', language)],
    ['politics', purchaserPage(report, 'politics', language)],
    ['council', councilPage(report, language)],
    ['director', directorPage(report, language)],
    ['shadow', shadowPage(report, language)],
  ];
}

const CASES = LANGUAGES.flatMap((language) =>
  [1, 5, 12].flatMap((month) =>
    pagesOf(month, language).map(([name, page]) => [`${name}, month ${month}, ${language}`, page] as const),
  ),
);

const picturesOf = (page: string): string[] => page.match(/<svg id="[\s\S]*?<\/svg>/g) ?? [];
/** The numbers of a text, with their signs: "levert 2 658" → "2 658". */
const numbersIn = (text: string): string[] => text.match(/[+−]?\d(?:[\d\u202f.,]*\d)?/g) ?? [];
const cellsOf = (page: string): string[] =>
  [...page.matchAll(/<t[dh][^>]*>([^<]*)<\/t[dh]>|<caption>([^<]*)<\/caption>/g)].flatMap(
    ([, cell = '', caption = '']) => numbersIn(cell || caption),
  );

describe.each(CASES)('the page of %s', (_, page) => {
  it('has one title that is a finding, pictures that are described, and ids of their own', () => {
    expect(page.match(/<h1>/g)).toHaveLength(1);
    expect(/<h1>([^<]*)<\/h1>/.exec(page)?.[1]).toMatch(/\.$/);
    for (const picture of picturesOf(page)) {
      expect(/<title id="[^"]+">([^<]+)<\/title>/.exec(picture)?.[1]).toBeTruthy();
      expect(/<desc id="[^"]+">([^<]+)<\/desc>/.exec(picture)?.[1]).toBeTruthy();
      expect(picture).toContain('role="img"');
    }
    const ids = [...page.matchAll(/ id="([^"]+)"/g)].map(([, id]) => id);
    const repeated = ids.filter((id, i) => ids.indexOf(id) !== i && !/^key-\w+-hatch$/.test(id!));
    expect(repeated).toEqual([]);
  });

  it('has every number of its pictures in a table', () => {
    const told = new Set(cellsOf(page));
    const missing = picturesOf(page)
      .flatMap(numbersOf)
      .flatMap(numbersIn)
      .filter((number) => !told.has(number));
    expect(missing).toEqual([]);
  });

  it('has labels that neither meet nor leave the picture', () => {
    expect(picturesOf(page).flatMap(meetingLabels)).toEqual([]);
    expect(picturesOf(page).flatMap(labelsOutside)).toEqual([]);
  });

  it('needs nothing from outside and leaves no blank to fill in', () => {
    const visible = page.replace(/<style>[\s\S]*?<\/style>/, '');
    expect(visible).not.toMatch(/NaN|undefined|\[object|\{\w+\}/);
    expect(visible.replaceAll('http://www.w3.org/2000/svg', '')).not.toMatch(
      /https?:|<script|<link|<img|@import/,
    );
  });
});

describe('a page', () => {
  it('is the same bytes for the same report', () => {
    expect(councilPage(fjordvikReport(7), 'da')).toBe(councilPage(fjordvikReport(7), 'da'));
  });

  it('says what surrounds the figures: status, freshness, findings, corrections, comment', () => {
    const page = unitPage(fjordvikReport(5), 'innlandet', 'en')
      .replaceAll('\u202f', ' ')
      .replaceAll('\u00a0', ' ');
    for (const text of [
      'January–May 2026 · preliminary',
      'Ledger through 30 May, activity through 28 May.',
      'A sick-pay refund of Innlandet stands in another unit (0.2 million kr).',
      'March: frame 0, earned +41, spent +184 (thousand kr)',
      'Kari Moen, 12 June 2026 · Due 1 October 2026 · under way',
      'innsats explain variance:innlandet',
    ])
      expect(page).toContain(text);
    expect(page).not.toContain('a responsibility that no unit has');
  });

  it('tells of a closed month, of a month without a comment and of services without a price', () => {
    const report = fjordvikReport(5, { closedMonths: [1, 2, 3, 4, 5], comments: [] });
    const unpriced = [{ unit: 'innlandet', service: 'practical', level: '', month: 2, parts: 360_000n }];
    const page = unitPage({ ...report, year: { ...report.year, unpriced } }, 'innlandet', 'en');
    expect(page).toContain('· closed');
    expect(page).toContain('Not commented yet.');
    expect(page).toContain('Practical assistance: 10 hours without an adopted price, not financed.');
  });

  it('says that the purchaser holds the frame, and never 0', () => {
    const page = unitPage(fjordvikReport(12), 'day-centre', 'en');
    expect(page.match(/<dd class="now held">held by the purchaser<\/dd>/g)).toHaveLength(2);
    expect(page).toContain('From earned to spent');
  });

  it('says that there is no frame where no purchaser holds one either', () => {
    const report = fjordvikReport(12);
    const page = unitPage({ ...report, year: { ...report.year, heldFrames: [] } }, 'day-centre', 'en');
    expect(page.match(/<dd class="now held">no frame<\/dd>/g)).toHaveLength(2);
    expect(page).not.toContain('held by the purchaser');
  });

  it('escapes what people have written', () => {
    const report = fjordvikReport(5);
    const comments = report.comments.map((comment) => ({ ...comment, text: '<b>& "more"' }));
    const page = unitPage({ ...report, comments }, 'innlandet', 'en');
    expect(page).toContain('&lt;b&gt;&amp; &quot;more&quot;');
  });
});
