// The bridge of a unit or a group: its totals and lines as the picture and the picture's table need them.

import { drawBridge } from '../../charts/bridge.ts';
import { type BridgeData, type BridgeSide, bridgeRows } from '../../charts/bridge-rows.ts';
import { left, right } from '../../charts/text-table.ts';
import { sayFinancing } from '../../words/financing-texts.ts';
import type { Language } from '../../words/language.ts';
import type { View } from '../result-views.ts';
import { signedThousands, thousands } from './figures.ts';
import { lineLabel } from './line-name.ts';
import { drawBothWidths, drawFigures, drawSection } from './page-parts.ts';
import type { Totals } from './totals.ts';

/** The bridge from the frame to what was spent; from what was earned where the purchaser holds the frame. */
export function bridgeData(totals: Totals, id: string, description: string, language: Language): BridgeData {
  const [activity, efficiency] = [activitySide(totals, language), efficiencySide(totals, language)];
  const total = (key: 'frame' | 'earned' | 'spent', amountOre: bigint) => ({
    label: sayFinancing(key, language),
    amountOre,
  });
  const earned = total('earned', totals.earnedOre);
  const spent = { side: efficiency, to: total('spent', totals.spentOre) };
  const { frameOre } = totals;
  return {
    id,
    title: sayFinancing(frameOre === undefined ? 'bridgeTitleEarned' : 'bridgeTitle', language),
    description,
    ...(frameOre === undefined
      ? { from: earned, steps: [spent] }
      : { from: total('frame', frameOre), steps: [{ side: activity, to: earned }, spent] }),
    ...bridgeTexts(language),
  };
}

const bridgeTexts = (
  language: Language,
): Omit<BridgeData, 'id' | 'title' | 'description' | 'from' | 'steps'> => ({
  format: (amountOre) => thousands(amountOre, language),
  formatChange: (amountOre) => signedThousands(amountOre, language),
  other: (n) => sayFinancing('otherLines', language, { n }),
  direction: sayFinancing('moreMoney', language),
  broken: sayFinancing('brokenBars', language),
});

const activitySide = ({ activity }: Totals, language: Language): BridgeSide => ({
  label: sayFinancing('activityVariance', language),
  answers: sayFinancing('purchaserAnswers', language),
  tone: 'purchaser',
  lines: activity.map(({ line, amountOre }) => ({
    label: lineLabel({ variance: 'activity', line, amountOre }, language),
    amountOre,
  })),
});

const efficiencySide = ({ efficiency }: Totals, language: Language): BridgeSide => ({
  label: sayFinancing('efficiencyVariance', language),
  answers: sayFinancing('providerAnswers', language),
  tone: 'provider',
  lines: efficiency.map(({ line, amountOre }) => ({
    label: lineLabel({ variance: 'efficiency', line, amountOre }, language),
    amountOre,
  })),
});

/** The bridge's table: every bar, and the lines that a bar gathers below it. */
function bridgeView(data: BridgeData, language: Language): View {
  const indent = '\u2003';
  return {
    caption: data.title,
    columns: [left(sayFinancing('line', language)), right(sayFinancing('thousandKroner', language))],
    rows: bridgeRows(data).map(({ label, amountOre, kind, depth }) => [
      indent.repeat(depth) + label,
      (kind === 'total' ? thousands : signedThousands)(amountOre, language),
    ]),
  };
}

/** The bridge of a purchaser: from the frame to what was paid for, and no further. */
function purchaserBridgeData(
  totals: Totals,
  id: string,
  description: string,
  language: Language,
): BridgeData {
  const whole = bridgeData(totals, id, description, language);
  const to = { label: sayFinancing('paidFor', language), amountOre: totals.earnedOre };
  const steps = whole.steps.slice(0, 1).map(({ side }) => ({ side, to }));
  return { ...whole, title: sayFinancing('bridgeTitlePaid', language), steps };
}

/** The section with the picture in both widths and its table. */
export const bridgeSection = (totals: Totals, description: string, language: Language): string =>
  drawBridgeSection(bridgeData(totals, 'bridge', description, language), language);

/** The same for a purchaser; empty text where the frame is not known. */
export const purchaserBridgeSection = (totals: Totals, description: string, language: Language): string =>
  totals.frameOre === undefined
    ? ''
    : drawBridgeSection(purchaserBridgeData(totals, 'bridge', description, language), language);

function drawBridgeSection(data: BridgeData, language: Language): string {
  const picture = drawBothWidths((width, suffix) => drawBridge({ ...data, id: `bridge-${suffix}` }, width));
  const unit = `${sayFinancing('soFar', language)}, ${sayFinancing('thousandKroner', language)}`;
  const figures = drawFigures('bridge-figures', bridgeView(data, language), language);
  return drawSection(data.title, unit, picture + figures);
}
