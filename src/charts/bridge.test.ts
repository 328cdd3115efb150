import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { labelsOf, labelsOutside, meetingLabels, numbersOf } from '../../test/support/drawn-labels.ts';
import { drawBridge } from './bridge.ts';
import { type BridgeData, type BridgeLine, bridgeGroups, bridgeRows } from './bridge-rows.ts';

const format = (amountOre: bigint): string => String(amountOre / 100n).replace('-', '−');

function bridge(
  frame: bigint,
  activity: readonly BridgeLine[],
  efficiency: readonly BridgeLine[],
): BridgeData {
  const sum = (lines: readonly BridgeLine[]): bigint =>
    lines.reduce((total, line) => total + line.amountOre, 0n);
  const earned = frame - sum(activity);
  return {
    ...{
      id: 'b',
      title: 'From frame to spending',
      description: 'More users.',
      direction: 'more money out →',
    },
    from: { label: 'Frame', amountOre: frame },
    steps: [
      {
        side: {
          label: 'Activity variance',
          answers: 'purchaser and politicians',
          tone: 'purchaser',
          lines: activity,
        },
        to: { label: 'Earned', amountOre: earned },
      },
      {
        side: {
          label: 'Efficiency variance',
          answers: 'provider and administration',
          tone: 'provider',
          lines: efficiency,
        },
        to: { label: 'Spent', amountOre: earned - sum(efficiency) },
      },
    ],
    ...{
      format,
      formatChange: format,
      other: (n) => `other, ${n} lines`,
      broken: 'The grey bars are broken.',
    },
  };
}

const line = (label: string, amountOre: bigint): BridgeLine => ({ label, amountOre });
const lines = fc
  .array(fc.tuple(fc.string({ maxLength: 40 }), fc.bigInt({ min: -(10n ** 10n), max: 10n ** 10n })), {
    maxLength: 12,
  })
  .map((pairs) => pairs.map(([label, amountOre]) => line(label, amountOre)));

describe('a bridge', () => {
  const sjosiden = bridge(
    7_750_000_000n,
    [line('frame gap', -10_000n), line('more users', -631_197_100n), line('more for each', -18_302_900n)],
    [
      line('dear hours', -1_452_000n),
      line('more hours', -19_641_200n),
      line('goods', -1_714_800n),
      line('fixed', -2_540_000n),
      line('dear before', -3_142_000n),
    ],
  );

  it('leads from total to total, tiny lines gathered and invisible ones left to the table', () => {
    const [activity, efficiency] = bridgeGroups(sjosiden);
    expect(activity!.bars.filter(({ isUnseen }) => !isUnseen).map(({ label }) => label)).toEqual([
      'more users',
      'more for each',
    ]);
    expect(efficiency!.bars.map(({ label, amountOre }) => [label, amountOre])).toEqual([
      ['more hours', -19_641_200n],
      ['other, 4 lines', -8_848_800n],
    ]);
    expect(activity!.bars.at(-1)!.toOre).toBe(activity!.to.amountOre);
    expect(efficiency!.bars.at(-1)!.toOre).toBe(8_428_000_000n);
  });

  it.each([760, 350])('has its numbers in the table and two labelled brackets, at %d pixels', (width) => {
    const svg = drawBridge(sjosiden, width);
    const table = bridgeRows(sjosiden).map(({ amountOre }) => format(amountOre));
    for (const text of numbersOf(svg).filter((number) => !number.startsWith('other')))
      expect(table).toContain(text);
    for (const text of ['Activity variance', 'Efficiency variance', '−6495100', '−284900'])
      expect(labelsOf(svg).map((label) => label.text)).toContain(text);
    expect(svg).toContain(
      '<title id="b-title">From frame to spending</title><desc id="b-about">More users.</desc>',
    );
  });

  it.each([760, 350])(
    'has no labels that meet or leave the picture, whatever its lines, at %d pixels',
    (width) => {
      fc.assert(
        fc.property(fc.bigInt({ min: 0n, max: 10n ** 11n }), lines, lines, (frame, activity, efficiency) => {
          const svg = drawBridge(bridge(frame, activity, efficiency), width);
          expect(meetingLabels(svg)).toEqual([]);
          expect(labelsOutside(svg)).toEqual([]);
          expect(svg).not.toContain('NaN');
        }),
      );
    },
  );

  it('loses no øre: the bars of a side sum to its variance, and its table holds every line', () => {
    fc.assert(
      fc.property(lines, lines, (activity, efficiency) => {
        const data = bridge(10n ** 10n, activity, efficiency);
        for (const { bars, sumOre } of bridgeGroups(data))
          expect(bars.reduce((sum, { amountOre }) => sum + amountOre, 0n)).toBe(sumOre);
        const shown = bridgeRows(data).map(({ label, amountOre }) => `${label} ${amountOre}`);
        for (const { label, amountOre } of [...activity, ...efficiency])
          if (amountOre !== 0n) expect(shown).toContain(`${label} ${amountOre}`);
      }),
    );
  });
});
