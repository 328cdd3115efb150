// Which nature an article has: growth follows the nature. Ready-made for Norway; Sweden and Denmark keep their own
// charts of accounts, so a model for them says itself which codes are wages and which are goods.

import { parseCodes } from '../match-code.ts';
import type { CodeSet, Country } from '../model.ts';

export type NatureRule = { readonly nature: string; readonly articles: CodeSet };

/** KOSTRA's article series (SSB): 0 wages, 1–2 goods and services, 3 purchases, 4 transfers, 5 and 9 finance, 6–8 income. */
const NORWAY = `
  wages 010-099
  goods 100-290 429
  purchased 300-380
  transfers 400-428 430-490
  capital 500-590
  sales 600-690
  refunds 700-798
  transfers-received 800-895
  financial-income 900-990`;

function rules(text: string): NatureRule[] {
  return text
    .trim()
    .split('\n')
    .map((line) => {
      const [nature = '', ...codes] = line.trim().split(' ');
      return { nature, articles: parseCodes(codes.join(' ')) ?? [] };
    });
}

const READY_MADE: { readonly [country in Country]?: readonly NatureRule[] } = { NO: rules(NORWAY) };

/** The ready-made natures of a country, first that fits; empty for Sweden and Denmark. */
export const naturesFor = (country: Country): readonly NatureRule[] => READY_MADE[country] ?? [];
