// The proposed budget as a table for import into the financial system.

import type { ProposedLine } from '../../financing/propose-budget.ts';
import type { Model } from '../../model/model.ts';
import { monthCode } from '../../time/month-text.ts';
import { commaKroner } from './journal.ts';

/** One row a unit, month and service (none for the base grant): semicolons, decimal comma, kroner. */
export function proposalText({ units, financing }: Model, lines: readonly ProposedLine[]): string {
  const responsibilities = new Map(units.map(({ id, responsibilities: [first] }) => [id, first?.from ?? '']));
  const rows = lines.map(({ unit, month, service, level, amountOre }) =>
    [
      ...[financing?.year ?? '', monthCode(month), unit, responsibilities.get(unit) ?? '', service, level],
      commaKroner(amountOre),
    ].join(';'),
  );
  return `${['year;month;unit;responsibility;service;level;amount', ...rows].join('\n')}\n`;
}
