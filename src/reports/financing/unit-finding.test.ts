import { describe, expect, it } from 'vitest';
import { fjordvikReport } from '../../../test/support/fjordvik-year.ts';
import { councilFinding } from './council-finding.ts';
import { sumMonths } from './totals.ts';
import { unitFinding } from './unit-finding.ts';

const plain = (text: string): string => text.replace(/[\u00a0\u202f]/g, ' ');
const title = (...args: Parameters<typeof unitFinding>): string => plain(unitFinding(...args).title);
const below = (...args: Parameters<typeof unitFinding>): string => plain(unitFinding(...args).below);

describe('the title of a unit’s month', () => {
  const year = fjordvikReport(12);

  it.each([
    [
      'nb',
      'Sjøsiden hjemmetjeneste leverte for 6,5 mill. kr mer enn rammen: det var flere brukere enn budsjettert.',
    ],
    [
      'sv',
      'Sjøsiden hjemmetjeneste utförde insatser för 6,5 miljoner kr mer än ramen: det var fler brukare än budgeterat.',
    ],
    [
      'da',
      'Sjøsiden hjemmetjeneste leverede for 6,5 mio. kr mere end rammen: der var flere brugere end budgetteret.',
    ],
    [
      'en',
      'Sjøsiden hjemmetjeneste delivered 6.5 million kr more than its frame pays for: there were more users than budgeted.',
    ],
  ] as const)('says of Sjøsiden in %s that it had more users', (language, text) => {
    expect(title(year, 'sjosiden', language)).toBe(text);
  });

  it.each([
    ['nb', 'Innlandet hjemmetjeneste brukte 4,2 mill. kr mer enn enheten tjente: timene ble dyrere fra mai.'],
    [
      'sv',
      'Innlandet hjemmetjeneste använde 4,2 miljoner kr mer än enheten tjänade in: timmarna blev dyrare från maj.',
    ],
    [
      'da',
      'Innlandet hjemmetjeneste brugte 4,2 mio. kr mere, end enheden tjente: timerne blev dyrere fra maj.',
    ],
    [
      'en',
      'Innlandet hjemmetjeneste spent 4.2 million kr more than it earned: hours became dearer from May.',
    ],
  ] as const)('says of Innlandet in %s that its hours were dear, and since when', (language, text) => {
    expect(title(year, 'innlandet', language)).toBe(text);
  });

  it.each([
    [
      5,
      'innlandet',
      'Innlandet hjemmetjeneste spent 0.6 million kr more than it earned: hours became dearer in May.',
    ],
    [
      4,
      'innlandet',
      'Innlandet hjemmetjeneste spent 0.1 million kr more than it earned: more goods and services were used than the price builds on.',
    ],
    [
      12,
      'bakkehaugen',
      'Bakkehaugen sykehjem delivered 1.9 million kr less than its frame pays for: there were fewer users than budgeted from September.',
    ],
    [8, 'bakkehaugen', 'Bakkehaugen sykehjem kept to its frame and spent what it earned.'],
    [
      12,
      'day-centre',
      'Dagsenteret spent 43 thousand kr more than it earned: more paid hours were used than the price builds on.',
    ],
    [
      1,
      'day-centre',
      'Dagsenteret spent 4 thousand kr more than it earned: more paid hours were used than the price builds on.',
    ],
  ])('in month %d of %s: %s', (month, unit, text) => {
    expect(title(fjordvikReport(month), unit, 'en')).toBe(text);
  });

  it.each([
    ['sjosiden', 'How the unit is run is not the reason: the efficiency variance is only −0.3 million kr.'],
    [
      'innlandet',
      'The second largest reason (−1.9 million kr): more paid hours were used from May than the price builds on. The number of users and how much they get is not the reason: the activity variance is only −73 thousand kr.',
    ],
    [
      'bakkehaugen',
      'It also spent 1.5 million kr more than it earned: activity did not cover the fixed cost from September.',
    ],
    ['day-centre', 'The purchaser holds the frame, so the unit has no activity variance.'],
    ['assistance-provider', ''],
    ['solvang', ''],
  ])('says below what was not the reason, or what else was: %s', (unit, text) => {
    expect(below(year, unit, 'en')).toBe(text);
  });

  it.each([
    [
      'users',
      'Innlandet hjemmetjeneste leverte for 2,0 mill. kr mer enn rammen: det var i desember flere brukere enn budsjettert.',
    ],
    [
      'absence-and-empty',
      'Innlandet hjemmetjeneste tjente 2,0 mill. kr mer enn rammen: det ble i desember betalt for mer fravær og flere ledige plasser enn budsjettert.',
    ],
    [
      'frame-gap',
      'Innlandet hjemmetjeneste tjente 2,0 mill. kr mer enn rammen: rammen er lavere enn den budsjetterte mengden koster.',
    ],
  ] as const)('says that more was delivered only where it was: %s', (line, text) => {
    const months = year.year.months
      .filter(({ unit, month }) => unit === 'innlandet' && month === 12)
      .map((month) => ({
        ...month,
        frameOre: month.earnedOre - 200_000_000n,
        spentOre: month.earnedOre,
        lines: [{ variance: 'activity' as const, line, amountOre: -200_000_000n }],
      }));
    expect(title({ ...year, year: { ...year.year, months } }, 'innlandet', 'nb')).toBe(text);
  });

  it('says that a frame is missing where no purchaser holds one', () => {
    const nobodys = { ...year, year: { ...year.year, heldFrames: [] } };
    expect(below(nobodys, 'day-centre', 'nb')).toBe(
      'Enheten har ingen ramme i budsjettet, og derfor ikke noe aktivitetsavvik.',
    );
  });

  it('finds no cause where no line pulls the way of its variance', () => {
    const months = year.year.months.map((month) =>
      month.unit === 'innlandet' ? { ...month, lines: [] } : month,
    );
    const report = { ...year, year: { ...year.year, months } };
    expect(title(report, 'innlandet', 'en')).toContain('no single reason stands out');
  });
});

describe('the council’s title', () => {
  it('keeps the two responsibilities apart and names the largest with their reasons', () => {
    const finding = councilFinding(fjordvikReport(12), 'en');
    expect(plain(finding.title)).toBe(
      'Fjordvik kommune spent 11.2 million kr more than the frame: activity −4.5 million kr, efficiency −6.7 million kr.',
    );
    expect(plain(finding.below)).toBe(
      'Largest deviations: Sjøsiden hjemmetjeneste −6.5 million kr (more users), Innlandet hjemmetjeneste −4.2 million kr (dearer hours from May), Bakkehaugen sykehjem +1.9 million kr (fewer users from September).',
    );
  });

  it('calls what is shown as nothing neither more nor less', () => {
    const report = fjordvikReport(12);
    const { activityOre = 0n, efficiencyOre } = sumMonths(report.year.months, report.year.heldFrames);
    const [first, ...rest] = report.year.months;
    const even = { ...first!, frameOre: (first!.frameOre ?? 0n) - activityOre - efficiencyOre + 40_000n };
    const months = [even, ...rest];
    const finding = councilFinding({ ...report, year: { ...report.year, months } }, 'en');
    expect(plain(finding.title)).toBe(
      'Fjordvik kommune spent the frame, no more and no less: activity +6.7 million kr, efficiency −6.7 million kr.',
    );
  });

  it('speaks of what was earned where a frame is not known', () => {
    const report = fjordvikReport(12);
    const finding = councilFinding({ ...report, year: { ...report.year, heldFrames: [] } }, 'en');
    expect(plain(finding.title)).toBe('Fjordvik kommune spent 6.7 million kr more than its units earned.');
  });
});
