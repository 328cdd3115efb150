// The proposed budget as a table: what base grant and volumes come to for each unit.

import { left, right, type TextRow } from '../../charts/text-table.ts';
import type { ProposedLine } from '../../financing/propose-budget.ts';
import type { Model } from '../../model/model.ts';
import { formatAmount } from '../../money/amount-text.ts';
import { sumOre } from '../../money/ore.ts';
import { keyOf } from '../../tables/keys.ts';
import type { Language } from '../../words/language.ts';
import { say } from '../../words/report-texts.ts';
import { serviceAndLevel, unitName, type View } from '../result-views.ts';
import { quantity } from './figures.ts';

/** A row for each unit's base grant and service, a total for each unit, and one for all. Amounts in kroner. */
export function budgetView(
  model: Model,
  { lines }: { lines: readonly ProposedLine[] },
  language: Language,
): View {
  const units = [...Map.groupBy(lines, ({ unit }) => unit)];
  const total = (those: readonly ProposedLine[]): string =>
    formatAmount(sumOre(those.map(({ amountOre }) => amountOre)), { language, decimals: 0 });
  const rows = units.flatMap(([unit, those]): TextRow[] => [
    [unitName(model, unit), '', '', total(those)],
    ...[...Map.groupBy(those, ({ service, level }) => keyOf(service, level)).values()].map(
      (same): TextRow => ['', ...nameAndQuantity(model, same, language), total(same)],
    ),
  ]);
  return {
    caption: say('proposedBudget', language, { year: model.financing?.year ?? '' }),
    columns: [
      left(say('unit', language)),
      left(say('service', language)),
      right(say('volume', language)),
      right('kr'),
    ],
    rows: [...rows, 'rule', ['', '', '', total(lines)]],
  };
}

function nameAndQuantity(
  model: Model,
  same: readonly ProposedLine[],
  language: Language,
): readonly [string, string] {
  const [{ service, level } = { service: '', level: '' }] = same;
  if (service === '') return [say('baseGrants', language, { year: '' }).trim(), ''];
  const measure = model.services.find(({ id }) => id === service)?.measure ?? '';
  const parts = same.reduce((sum, one) => sum + one.parts, 0n);
  return [serviceAndLevel(model, { service, level }, language), quantity(parts, measure, language)];
}
