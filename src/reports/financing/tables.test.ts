// Tables of a followed month: what they sum, what they never sum, and that they fit the terminal.

import { describe, expect, it } from 'vitest';
import { fjordvikReport } from '../../../test/support/fjordvik-year.ts';
import { drawTextTable } from '../../charts/text-table.ts';
import { toDecimal } from '../../money/fraction.ts';
import type { Settlement } from '../../tables/financing.ts';
import { LANGUAGES } from '../../words/language.ts';
import type { View } from '../result-views.ts';
import { sisters } from './compare-section.ts';
import { needRows, otherNeedsView } from './equal-need.ts';
import { monthView, unitLinesView } from './month-views.ts';
import type { MonthlyReport } from './monthly-report.ts';
import { unitsOf } from './monthly-report.ts';
import { sheetFactor } from './one-sheet.ts';
import { purchaserFinding, purchasersOf, unitsOfPurchaser } from './purchaser-finding.ts';
import { purchasedServices, purchasedView, totalNotDelivered } from './purchaser-services.ts';
import { settlementView } from './settlement-view.ts';
import { shadowFinding } from './shadow-finding.ts';
import { movedOre, otherModels, shadowRows } from './shadow-rows.ts';
import { shadowView } from './shadow-view.ts';

const YEAR = fjordvikReport(12);
const plain = (text: string): string => text.replace(/[\u00a0\u202f]/g, ' ');
const cells = ({ rows }: View): string[][] =>
  rows.flatMap((row) => (row === 'rule' ? [] : [row.map((cell) => plain(cell))]));
const widthOf = ({ columns, rows }: View): number =>
  Math.max(
    ...drawTextTable(columns, rows, 100)
      .split('\n')
      .map((line) => [...line].length),
  );

const SETTLEMENTS: readonly Settlement[] = [
  {
    ...{ unit: 'solvang', purchaser: 'purchaser', carriedInOre: 1_000_000n, yearOre: 12_780_000n },
    ...{ resultOre: 13_780_000n, financingOre: 7_563_960_000n, keptOre: 6_890_000n, returnedOre: 6_890_000n },
    ...{ carriedOre: 0n, coveredOre: 0n },
  },
  {
    ...{ unit: 'innlandet', purchaser: 'purchaser', carriedInOre: 0n, yearOre: -421_730_000n },
    ...{ resultOre: -421_730_000n, financingOre: 4_967_270_000n, keptOre: 0n, returnedOre: 0n },
    ...{ carriedOre: -99_345_400n, coveredOre: -322_384_600n },
  },
];
const SETTLED: MonthlyReport = {
  ...YEAR,
  settlements: SETTLEMENTS,
  reserves: [{ purchaser: 'purchaser', amountOre: -315_494_600n }],
};

describe('the month in the terminal', () => {
  it('has the largest deviation first, the reason beside it, and a sum of amounts', () => {
    const rows = cells(monthView(YEAR, 'en'));
    expect(rows[0]).toEqual([
      'Sjøsiden hjemmetjeneste',
      '77,500',
      '83,995',
      '84,280',
      '−6,495',
      '−285',
      'more users',
    ]);
    expect(rows[1]!.slice(-3)).toEqual(['−73', '−4,217', 'dearer hours from May']);
    expect(rows.find(([name]) => name === 'Dagsenteret')!.slice(1, 6)).toEqual([
      'purchaser',
      '8,140',
      '8,183',
      'purchaser',
      '−43',
    ]);
    expect(rows.at(-1)).toEqual(['Total', '435,044', '439,541', '446,242', '−4,497', '−6,702', '']);
  });

  it('leads from frame to spending of one unit, the month beside the year so far', () => {
    expect(
      cells(unitLinesView(YEAR, 'innlandet', 'en')).map(([label, , soFar]) => [label!.trim(), soFar]),
    ).toEqual([
      ['Frame', '49,600'],
      ['Activity variance', '−73'],
      ['frame below budgeted volume', '−49'],
      ['more users', '−80'],
      ['less for each user', '+56'],
      ['Earned', '49,673'],
      ['Efficiency variance', '−4,217'],
      ['dear to begin with', '−39'],
      ['dearer hours', '−2,182'],
      ['more paid hours behind it', '−1,861'],
      ['more goods and services', '−94'],
      ['higher fixed cost', '−41'],
      ['Spent', '53,890'],
    ]);
  });

  it.each(LANGUAGES)('fits 100 columns in %s', (language) => {
    const views = [
      monthView(YEAR, language),
      ...unitsOf(YEAR).map((unit) => unitLinesView(YEAR, unit, language)),
      settlementView(SETTLED, language),
      shadowView(YEAR, 'one-price', language),
    ];
    for (const view of views) expect(widthOf(view)).toBeLessThanOrEqual(100);
  });
});

describe('the settlement', () => {
  it('sums to zero with the reserve', () => {
    const rows = cells(settlementView(SETTLED, 'en'));
    expect(rows.slice(-2)).toEqual([
      ['Total', '+10', '−4,090', '−4,080', '+69', '+69', '−993', '−3,224'],
      ['The reserve of Tildelingskontoret', '', '', '−3,155', '', '', '', ''],
    ]);
  });

  it('has no rows where nothing is settled', () => {
    expect(settlementView(YEAR, 'en').rows).toEqual([]);
  });
});

describe('what a purchaser buys', () => {
  const units = unitsOfPurchaser(YEAR, 'purchaser');
  const services = purchasedServices(YEAR, units);

  it('finds the purchasers and their units, private ones among them', () => {
    expect(purchasersOf(YEAR)).toEqual(['purchaser', 'politics']);
    expect(units).toContain('assistance-provider');
    expect(unitsOfPurchaser(YEAR, 'politics')).toEqual(['day-centre']);
  });

  it('counts what was granted and not delivered unit by unit, at the price it would have been paid with', () => {
    const nursing = services.find(({ service }) => service === 'home-nursing')!;
    expect(nursing.notDeliveredParts).toBe(2_100n * 36_000n);
    // 1,500 h at 918 and 600 h at 918 + 131 kr
    expect(toDecimal(nursing.notDeliveredOre, 0)).toBe(String((1_500 * 918 + 600 * 1_049) * 100));
  });

  it('does not let what one unit delivers too much fill what another left undone', () => {
    const quantities = YEAR.year.quantities.map((each) =>
      each.unit === 'sjosiden' && each.service === 'home-nursing' && each.state === 'granted'
        ? { ...each, parts: 0n }
        : each,
    );
    const report = { ...YEAR, year: { ...YEAR.year, quantities } };
    const nursing = purchasedServices(report, units).find(({ service }) => service === 'home-nursing')!;
    expect(nursing.notDeliveredParts).toBe(600n * 36_000n);
  });

  it('sums amounts to what was paid for, and never a price or a share', () => {
    const rows = cells(purchasedView(YEAR, services, 43_140_100_000n, 'en'));
    const total = rows.at(-1)!;
    expect(total[5]).toBe('431,401');
    expect([total[6], total[7], total[8]]).toEqual(['', '', '']);
    const amounts = rows.slice(0, -1).map((row) => Number(row[5]!.replace(',', '')));
    expect(Math.abs(amounts.reduce((sum, amount) => sum + amount, 0) - 431_401)).toBeLessThanOrEqual(
      rows.length,
    );
  });

  it('says so where the frame was kept', () => {
    const { title } = purchaserFinding(YEAR, 'politics', totalNotDelivered([]), 'en');
    expect(title).toBe(
      'politics paid for 0.2 million kr less than the frame: the frame is higher than what the budgeted volume costs.'.replaceAll(
        /0.2 million kr/g,
        '0.2\u00a0million\u00a0kr',
      ),
    );
    const kept = {
      ...YEAR,
      year: {
        ...YEAR.year,
        heldFrames: YEAR.year.heldFrames.map((held) => ({
          ...held,
          amountOre: YEAR.year.months.find(
            (month) => month.unit === 'day-centre' && month.month === held.month,
          )!.earnedOre,
        })),
      },
    };
    expect(purchaserFinding(kept, 'politics', totalNotDelivered([]), 'en').title).toBe(
      'politics paid for what the frame had room for.',
    );
  });
});

describe('granting at equal need', () => {
  const grant = (district: string, hours: bigint, needWeight: bigint) => ({
    ...{ district, service: 'home-nursing', grantedParts: hours * 36_000n, needWeight },
  });

  it('measures each district by the mean of all, and in hours', () => {
    const rows = needRows([grant('North', 180n, 20n), grant('South', 120n, 10n)]);
    expect(
      rows.map(({ district, index, fromMeanParts }) => [
        district,
        toDecimal(index, 1),
        fromMeanParts / 36_000n,
      ]),
    ).toEqual([
      ['South', '120.0', 20n],
      ['North', '90.0', -20n],
    ]);
  });

  it('leaves out districts without need, and says nothing where nothing was granted', () => {
    expect(
      needRows([grant('North', 180n, 20n), grant('Nobody', 5n, 0n)]).map(({ district }) => district),
    ).toEqual(['North']);
    expect(needRows([grant('North', 0n, 20n)])).toEqual([]);
  });

  it('names the ends of the services that have no picture', () => {
    const rows = needRows([grant('North', 180n, 20n), grant('South', 120n, 10n)]);
    expect(cells(otherNeedsView(YEAR, [{ service: 'home-nursing', rows }], 'en'))).toEqual([
      ['Home nursing', 'South 120.0', 'North 90.0'],
    ]);
  });
});

describe('the shadow run', () => {
  it('shows who gains and who loses before anyone acts', () => {
    expect(otherModels(YEAR)).toEqual(['one-price']);
    const rows = shadowRows(YEAR, 'one-price');
    expect(
      rows
        .slice(0, 2)
        .map(({ name, soFarOre, ...row }) => [name, movedOre({ name, soFarOre, ...row }), soFarOre]),
    ).toEqual([
      ['Sjøsiden hjemmetjeneste', 390_000_000n, 390_000_000n],
      ['Innlandet hjemmetjeneste', -390_000_000n, -390_000_000n],
    ]);
    expect(plain(shadowFinding(YEAR, 'en').title)).toBe(
      'One common price moves 3.9 million kr before anyone has acted differently: Sjøsiden hjemmetjeneste gets +3.9 million kr, Innlandet hjemmetjeneste −3.9 million kr.',
    );
  });

  it('gathers the units that nothing moves for, and sums what is left', () => {
    const rows = cells(shadowView(YEAR, 'one-price', 'en'));
    expect(rows.map(([name, , , , moved]) => [name, moved])).toEqual([
      ['Sjøsiden hjemmetjeneste', '+3,900'],
      ['Innlandet hjemmetjeneste', '−3,900'],
      ['6 units without a difference', '0'],
      ['Total', '0'],
    ]);
  });

  it.each([
    ['nb', '1 enhet uten forskjell'],
    ['sv', '1 enhet utan skillnad'],
    ['da', '1 enhed uden forskel'],
    ['en', '1 unit without a difference'],
  ] as const)('speaks of one unit in the singular (%s)', (language, text) => {
    const those = new Set(['sjosiden', 'innlandet', 'solvang']);
    const isOfThose = ({ unit }: { readonly unit: string }): boolean => those.has(unit);
    const { baseYear, shadow } = YEAR.year;
    const few = { baseYear: baseYear.filter(isOfThose), shadow: shadow.filter(isOfThose) };
    const report = { ...YEAR, year: { ...YEAR.year, ...few } };
    expect(cells(shadowView(report, 'one-price', language)).map(([name]) => name)).toContain(text);
  });

  it('speaks of the year so far where a model was not tried on the cost year', () => {
    const report = { ...YEAR, year: { ...YEAR.year, baseYear: [] } };
    expect(plain(shadowFinding(report, 'en').title)).toBe(
      'One common price would so far this year have given Sjøsiden hjemmetjeneste 3.9 million kr more.',
    );
    expect(cells(shadowView(report, 'one-price', 'en'))[0]).toEqual(['Sjøsiden hjemmetjeneste', '+3,900']);
  });

  it('says so where no other model is tried', () => {
    const report = { ...YEAR, year: { ...YEAR.year, baseYear: [], shadow: [] } };
    expect(shadowFinding(report, 'en').title).toBe('No other model is tried beside the one in force.');
  });
});

describe('sister units', () => {
  it('are those with the same services, the dearest first, cost divided once', () => {
    const [homeCare] = sisters(YEAR);
    expect(
      homeCare!.units.map(({ unit, cost, earned }) =>
        [unit, toDecimal(cost, 0), toDecimal(earned, 0)].map(String),
      ),
    ).toEqual([
      ['innlandet', '116393', '107284'],
      ['sjosiden', '91015', '90707'],
    ]);
  });
});

it.each([
  [{ bars: 5, services: 2, findings: 1, corrections: 1, comment: 160 }, 1],
  [{ bars: 12, services: 5, findings: 3, corrections: 4, comment: 330 }, 0.8],
  [{ bars: 12, services: 40, findings: 3, corrections: 12, comment: 2_000 }, 0.76],
])('a page with %j is set at %d on paper', (content, factor) => {
  expect(sheetFactor(content)).toBe(factor);
});
