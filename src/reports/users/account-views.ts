// What is reported of users: the grant for resource-intensive ones, and the rows of the national accounts.

import { left, right, type TextRow } from '../../charts/text-table.ts';
import type { Model } from '../../model/model.ts';
import { largerFirst, magnitude, sumOre } from '../../money/ore.ts';
import type { UsersRun } from '../../run/users/users-of-run.ts';
import type { DifferenceLine, ReconciledRow } from '../../tables/users.ts';
import type { Language } from '../../words/language.ts';
import { say } from '../../words/report-texts.ts';
import { sayOfUsers, type UserTextKey } from '../../words/user-texts.ts';
import { endName, serviceName, type View } from '../result-views.ts';
import { kroner, thousands } from './figures.ts';

/** The list for the application: not for publication. */
export function intensiveView(model: Model, { intensive = [] }: UsersRun, language: Language): View {
  const total = (of: (user: (typeof intensive)[number]) => bigint): string =>
    kroner(sumOre(intensive.map(of)), language);
  return {
    caption: sayOfUsers('intensive', language, { year: model.years.cost }),
    columns: [
      { title: sayOfUsers('person', language), keep: true },
      right(sayOfUsers('born', language)),
      right(sayOfUsers('wages', language)),
      right(sayOfUsers('above', language)),
      right(sayOfUsers('claim', language)),
    ],
    rows:
      intensive.length === 0
        ? []
        : [
            ...intensive.map(({ person, birthYear, wagesOre, aboveOre, claimOre }) => [
              person,
              birthYear > 0 ? String(birthYear) : '?',
              kroner(wagesOre, language),
              kroner(aboveOre, language),
              kroner(claimOre, language),
            ]),
            'rule' as const,
            [
              say('total', language),
              String(intensive.length),
              total(({ wagesOre }) => wagesOre),
              total(({ aboveOre }) => aboveOre),
              total(({ claimOre }) => claimOre),
            ],
          ],
  };
}

/** The row with the largest difference, and the line that makes most of it. */
export function rowsTitle(model: Model, rows: readonly ReconciledRow[], language: Language): string {
  if (rows.length === 0) return sayOfUsers('noRows', language);
  const offBy = ({ costingOre, ledgerOre }: ReconciledRow): bigint => costingOre - ledgerOre;
  const [largest] = [...rows].sort((a, b) => largerFirst(offBy(a), offBy(b)));
  const off = largest ? offBy(largest) : 0n;
  const line = largest?.lines.find(({ amountOre }) => amountOre > 0n === off > 0n);
  if (!largest || !line || off === 0n) return sayOfUsers('rowsAgree', language);
  return sayOfUsers(off > 0n ? 'rowAbove' : 'rowBelow', language, {
    row: largest.name,
    amount: kroner(magnitude(off), language),
    line: `${lineText(model, line, language)} (${kroner(line.amountOre, language)} kr)`,
  });
}

/** Each row: the ledger, every line of the difference, the costing; lines under half a thousand are left to the files. */
export function rowsView(model: Model, rows: readonly ReconciledRow[], language: Language): View {
  return {
    caption: sayOfUsers('rows', language),
    columns: [
      left(sayOfUsers('row', language)),
      left(''),
      right(`${say('amount', language)}, t kr`),
      right(sayOfUsers('inCosting', language)),
    ],
    rows: rows.flatMap((row, i): TextRow[] => [
      ...(i > 0 ? ['rule' as const] : []),
      [row.name, sayOfUsers('inLedger', language), thousands(row.ledgerOre, language), ''],
      ...row.lines
        .filter(({ amountOre }) => amountOre <= -50_000n || amountOre >= 50_000n)
        .map((line) => ['', lineText(model, line, language), thousands(line.amountOre, language), '']),
      [
        '',
        row.services.map((id) => serviceName(model, id, language)).join(', '),
        '',
        thousands(row.costingOre, language),
      ],
    ]),
  };
}

function lineText(model: Model, { kind, name }: DifferenceLine, language: Language): string {
  if (kind === 'other-service') return `${sayOfUsers(kind, language)}: ${serviceName(model, name, language)}`;
  if (kind === 'from-function') return `${sayOfUsers(kind, language)} ${name}`;
  const text = sayOfUsers(`line-${kind}` as UserTextKey, language);
  return name === '' ? text : `${text}: ${endName(name, language)}`;
}
