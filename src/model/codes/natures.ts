// Which nature an article has: growth follows the nature. Ready-made from the chart of accounts of each country, dated
// by the first year of the chart; what a model states itself goes before.

import { parseCodes } from '../match-code.ts';
import type { CodeSet, Country } from '../model.ts';

export type NatureRule = { readonly nature: string; readonly articles: CodeSet };

/** A chart of accounts: from which year it holds, where it is published, and its natures, the first that fits. */
type Chart = { readonly from: number; readonly source: string; readonly natures: readonly NatureRule[] };

function rules(text: string): NatureRule[] {
  return text
    .trim()
    .split('\n')
    .map((line) => {
      const [nature = '', ...codes] = line.trim().split(' ');
      return { nature, articles: parseCodes(codes.join(' ')) ?? [] };
    });
}

/** Article series: 0 wages, 1–2 goods and services, 3 purchases, 4 transfers, 5 and 9 finance, 6–8 income. */
const KOSTRA: Chart = {
  from: 0,
  source: 'SSB, KOSTRA articles',
  natures: rules(`
    wages 010-099
    goods 100-290 429
    purchased 300-380
    transfers 400-428 430-490
    capital 500-590
    sales 600-690
    refunds 700-798
    transfers-received 800-895
    financial-income 900-990`),
};

/**
 * Kommun-Bas 13 and the editions after it, which change single accounts. Classes: 3 income (35 grants), 4 what is bought (40 assets, 45 grants paid, 46 services bought whole), 5 labour, 6–7
 * other cost (78 losses on sale, 79 depreciation), 8 taxes, equalisation, finance and what is extraordinary.
 */
const KOMMUN_BAS: Chart = {
  from: 2013,
  source: 'SKR, Kommun-Bas 13: account groups',
  natures: rules(`
    transfers-received 35* 80* 82* 83*
    sales 3*
    investment 40*
    transfers 45*
    purchased 46*
    wages 5*
    capital 78* 79* 85*
    goods 4* 6* 7*
    financial-income 84*
    extraordinary 87* 88*`),
};

/**
 * Main articles (hovedarter): 0 calculated cost, 1 wages, 2 goods, 4 services (46–48 paid to the state, municipalities
 * and regions), 5 grants and transfers, 6 financial expense, 7 income, 8 financial income, 9 internal. 25, land and buildings, since
 * 2011.
 */
const BUDGET_OG_REGNSKABSSYSTEM: Chart = {
  from: 2007,
  source:
    'Budget- og regnskabssystem for kommuner, chapter 2.5; Statistics Denmark, kinds of the municipal accounts',
  natures: rules(`
    calculated 0*
    wages 1*
    purchased 46-48
    investment 25
    goods 2* 4*
    transfers 5*
    capital 6*
    sales 7*
    financial-income 8*
    internal 9*`),
};

const CHARTS: { readonly [country in Country]: Chart } = {
  NO: KOSTRA,
  SE: KOMMUN_BAS,
  DK: BUDGET_OG_REGNSKABSSYSTEM,
};

/** The ready-made natures of a country in a year, first that fits; empty before its chart of accounts began. */
export const naturesFor = (country: Country, year: number): readonly NatureRule[] =>
  year < CHARTS[country].from ? [] : CHARTS[country].natures;
