// Ready-made natures, by the published headings of each chart of accounts.

import { describe, expect, it } from 'vitest';
import { matchesCode } from '../match-code.ts';
import { naturesFor } from './natures.ts';

const natureOf = (country: 'NO' | 'SE' | 'DK', article: string): string | undefined =>
  naturesFor(country, 2025).find(({ articles }) => matchesCode(article, articles))?.nature;

describe('natures of an article', () => {
  it.each<['NO' | 'SE' | 'DK', string, string, string]>([
    ['NO', '010', 'fastlønn', 'wages'],
    ['NO', '290', 'internkjøp', 'goods'],
    ['NO', '710', 'sykelønnsrefusjon', 'refunds'],
    ['SE', '3016', 'kostersättningar', 'sales'],
    ['SE', '3411', 'lokalhyror', 'sales'],
    ['SE', '3510', 'driftbidrag', 'transfers-received'],
    ['SE', '4010', 'inköp av anläggningstillgångar', 'investment'],
    ['SE', '4110', 'inköp av anläggnings- och underhållsmaterial', 'goods'],
    ['SE', '4510', 'lämnade bidrag', 'transfers'],
    ['SE', '46310', 'köp av huvudverksamhet', 'purchased'],
    ['SE', '5020', 'löner arbetad tid', 'wages'],
    ['SE', '5610', 'sociala avgifter', 'wages'],
    ['SE', '5710', 'pensionskostnader', 'wages'],
    ['SE', '6010', 'lokalhyror', 'goods'],
    ['SE', '7510', 'tillfälligt inhyrd personal', 'goods'],
    ['SE', '7910', 'avskrivningar', 'capital'],
    ['SE', '8010', 'skatteintäkter', 'transfers-received'],
    ['SE', '8410', 'finansiella intäkter', 'financial-income'],
    ['SE', '8510', 'finansiella kostnader', 'capital'],
    ['SE', '8810', 'extraordinära kostnader', 'extraordinary'],
    ['DK', '01', 'beregnede omkostninger', 'calculated'],
    ['DK', '10', 'lønninger', 'wages'],
    ['DK', '22', 'varekøb', 'goods'],
    ['DK', '25', 'køb af jord og bygninger', 'investment'],
    ['DK', '45', 'tjenesteydelser', 'goods'],
    ['DK', '47', 'betalinger til kommuner', 'purchased'],
    ['DK', '52', 'tilskud og overførsler', 'transfers'],
    ['DK', '60', 'finansudgifter', 'capital'],
    ['DK', '77', 'indtægter: betalinger fra kommuner', 'sales'],
    ['DK', '86', 'finansindtægter', 'financial-income'],
    ['DK', '97', 'interne indtægter', 'internal'],
  ])('%s %s, %s: %s', (country, article, _heading, nature) => {
    expect(natureOf(country, article)).toBe(nature);
  });

  it('all of income and cost has one, and balance accounts have none', () => {
    const groups = (from: number, to: number) =>
      Array.from({ length: to - from + 1 }, (_, i) => `${from + i}`);
    const ofClasses3To7 = groups(30, 79);
    expect(ofClasses3To7.filter((group) => natureOf('SE', `${group}1`) === undefined)).toEqual([]);
    expect(groups(10, 99).filter((art) => natureOf('DK', art) === undefined)).toEqual(groups(30, 39));
    expect(groups(10, 29).filter((group) => natureOf('SE', `${group}1`))).toEqual([]);
    expect(natureOf('SE', '8910')).toBeUndefined();
  });

  it.each<['SE' | 'DK', number]>([
    ['SE', 2012],
    ['DK', 2006],
  ])('%s has none in %i, when it had another chart of accounts', (country, year) => {
    expect(naturesFor(country, year)).toEqual([]);
    expect(naturesFor(country, year + 1).length).toBeGreaterThan(0);
  });
});
