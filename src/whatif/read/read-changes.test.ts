import { describe, expect, it } from 'vitest';
import { exact } from '../../../test/support/hand-made-model.ts';
import { smallSheet } from '../../../test/support/small-sheet.ts';
import { type Question, readChanges } from './read-changes.ts';

const sheet = smallSheet();
const read = (asked: Partial<Question>) =>
  readChanges(sheet, { growth: [], price: [], key: [], volume: [], ...asked });
const factor = (text: string) => exact(text);

describe('changes as people write them', () => {
  it.each<[Partial<Question>, object]>([
    [{ growth: ['wages=5%'] }, { kind: 'growth', year: 2026, nature: 'wages', growth: exact('5 %') }],
    [{ growth: [' 2026:wages = 4,25 % '] }, { year: 2026, nature: 'wages', growth: exact('4,25 %') }],
    [{ growth: ['wages=−1%'] }, { growth: exact('-1 %') }],
    [
      { price: ['home-nursing=930'] },
      { kind: 'price', service: 'home-nursing', level: '', publishedOre: 93_000n },
    ],
    [
      { price: ['day-care/dementia=2 500,50'.replace(' ', '')] },
      { level: 'dementia', publishedOre: 250_050n },
    ],
    [{ key: ['fte:sjosiden=80'] }, { kind: 'column', unit: 'sjosiden', column: 'fte', quantity: exact(80) }],
    [{ key: ['fte:sjosiden=+25%'] }, { kind: 'column', quantity: exact(10) }],
    [{ volume: ['home-nursing=+5%'] }, { kind: 'volume', service: 'home-nursing', factor: factor('1.05') }],
    [{ volume: ['innlandet=-3 %'] }, { kind: 'volume', unit: 'innlandet', factor: factor('0.97') }],
    [
      { volume: ['home-nursing/innlandet=-100%'] },
      { service: 'home-nursing', unit: 'innlandet', factor: factor('0') },
    ],
  ])('%j', (asked, expected) => {
    const { changes, problems } = read(asked);
    expect(problems).toEqual([]);
    expect(changes).toHaveLength(1);
    expect(changes[0]).toMatchObject(expected);
  });

  it('a later key sees what an earlier one did', () => {
    const { changes } = read({ key: ['fte:sjosiden=10', 'fte:sjosiden=+10%'] });
    expect(changes.at(-1)).toMatchObject({ quantity: exact(11) });
  });

  it('all of them, growth and keys before volumes and prices', () => {
    const { changes } = read({
      ...{ price: ['home-nursing=1'], volume: ['innlandet=+1%'] },
      ...{ key: ['rota:day-care=1'], growth: ['wages=1%'] },
    });
    expect(changes.map(({ kind }) => kind)).toEqual(['growth', 'driver', 'volume', 'price']);
  });
});

describe('what cannot be read', () => {
  it.each<[Partial<Question>, object]>([
    [{ growth: ['wages'] }, { problem: 'form', asked: 'growth', text: 'wages' }],
    [{ growth: ['wages=5'] }, { problem: 'form' }],
    [{ growth: ['=5%'] }, { problem: 'form' }],
    [{ growth: ['wage=5%'] }, { problem: 'unknown', what: 'nature', name: 'wage', known: ['wages'] }],
    [{ growth: ['2031:wages=5%'] }, { problem: 'unknown', what: 'year', name: '2031', known: ['2026'] }],
    [{ growth: ['all=5%'] }, { problem: 'unknown', what: 'nature' }],
    [{ price: ['home-nursing=dear'] }, { problem: 'form', asked: 'price' }],
    [{ price: ['home-nursing=9.305'] }, { problem: 'form', asked: 'price' }],
    [{ price: ['home-nursing=5%'] }, { problem: 'form', asked: 'price' }],
    [{ price: ['meeting-place=100'] }, { problem: 'unknown', what: 'service', name: 'meeting-place' }],
    [{ price: ['day-care=100'] }, { problem: 'several', known: ['day-care/dementia', 'day-care/ordinary'] }],
    [{ price: ['day-care/demens=100'] }, { problem: 'unknown', what: 'level', of: 'day-care' }],
    [{ price: ['home-nursing/sjosiden/x=1'] }, { problem: 'unknown', what: 'service' }],
    [{ key: ['fte=80'] }, { problem: 'form', asked: 'key' }],
    [{ key: ['fte:sjosiden=many'] }, { problem: 'form', asked: 'key' }],
    [{ key: ['fte:sjosiden=-120%'] }, { problem: 'form', asked: 'key' }],
    [{ key: ['fte:sjoside=80'] }, { problem: 'unknown', what: 'entry', of: 'fte' }],
    [{ volume: ['home-nursing=5%'] }, { problem: 'form', asked: 'volume' }],
    [{ volume: ['home-nursing=-101%'] }, { problem: 'form', asked: 'volume' }],
    [{ volume: ['nowhere=+5%'] }, { problem: 'unknown', what: 'place' }],
    [
      { volume: ['day-care/innlandet=+5%'] },
      { problem: 'unknown', what: 'place', name: 'day-care/innlandet' },
    ],
  ])('%j', (asked, expected) => {
    const { changes, problems } = read(asked);
    expect(changes).toEqual([]);
    expect(problems).toMatchObject([expected]);
  });
});
