// Who deviates, and who answers for it: the picture of all units with both variances apart, and the table of units.

import { left, right, type TextRow } from '../../charts/text-table.ts';
import { drawTwoSides, type TwoSidesData } from '../../charts/two-sides.ts';
import { sayFinancing } from '../../words/financing-texts.ts';
import type { Language } from '../../words/language.ts';
import type { View } from '../result-views.ts';
import type { AbsentFrame } from './absent-frame.ts';
import { signedThousands, thousands } from './figures.ts';
import { drawBothWidths, drawSection, drawTable } from './page-parts.ts';
import type { Totals } from './totals.ts';
import type { UnitRow } from './unit-rows.ts';

/** All units and their sum, and what is said where there is no frame. */
export type Everyone = {
  readonly rows: readonly UnitRow[];
  readonly all: Totals;
  readonly absent: AbsentFrame;
};

/** The picture: a row per unit and one for all, both sides on one scale. */
function whoseData({ rows, all, absent }: Everyone, description: string, language: Language): TwoSidesData {
  const row = (label: string, { activityOre, efficiencyOre }: Totals) => ({
    label,
    ...(activityOre === undefined ? {} : { purchaserOre: activityOre }),
    providerOre: efficiencyOre,
  });
  const head = (side: 'purchaser' | 'provider') => ({
    label: sayFinancing(side === 'purchaser' ? 'activityVariance' : 'efficiencyVariance', language),
    answers: sayFinancing(`${side}Answers`, language),
  });
  return {
    id: 'whose',
    title: sayFinancing('whoseTitle', language),
    description,
    heads: { purchaser: head('purchaser'), provider: head('provider') },
    rows: [
      ...rows.map(({ name, totals }) => row(name, totals)),
      ...(rows.length > 1 ? [{ ...row(sayFinancing('total', language), all), isTotal: true }] : []),
    ],
    absent: sayFinancing(absent.short, language),
    format: (amountOre) => signedThousands(amountOre, language),
  };
}

/** Every unit's frame, earned, spent, both variances and the reason; the picture's table. */
function unitsView({ rows, all, absent }: Everyone, language: Language): View {
  const held = sayFinancing(absent.short, language);
  const cells = ({ frameOre, earnedOre, spentOre, activityOre, efficiencyOre }: Totals): string[] => [
    frameOre === undefined ? held : thousands(frameOre, language),
    thousands(earnedOre, language),
    thousands(spentOre, language),
    activityOre === undefined ? held : signedThousands(activityOre, language),
    signedThousands(efficiencyOre, language),
  ];
  return {
    caption: sayFinancing('unitsTitle', language),
    columns: [
      left(sayFinancing('unit', language)),
      ...(['frame', 'earned', 'spent', 'activityShort', 'efficiencyShort'] as const).map((key) =>
        right(sayFinancing(key, language)),
      ),
      left(sayFinancing('reason', language)),
    ],
    rows: [
      ...rows.map(({ name, totals, reason }): TextRow => [name, ...cells(totals), reason]),
      'rule',
      [sayFinancing('total', language), ...cells(all), ''],
    ],
  };
}

/** The section with the picture in both widths and the table in full below it. */
export function whoseSection(everyone: Everyone, description: string, language: Language): string {
  const data = whoseData(everyone, description, language);
  const picture = drawBothWidths((width, suffix) => drawTwoSides({ ...data, id: `whose-${suffix}` }, width));
  const unit = `${sayFinancing('soFar', language)}, ${sayFinancing('thousandKroner', language)}`;
  return `${drawSection(data.title, unit, picture)}
<section>${drawTable('units', unitsView(everyone, language))}</section>`;
}
