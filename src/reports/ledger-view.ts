// The ledger as people know it: one line per function, responsibility or article, one column per cost concept.

import { kostraFunction } from '../model/codes/kostra-functions.ts';
import { matchesCode } from '../model/match-code.ts';
import type { Concept } from '../model/model.ts';
import { formatAmount } from '../money/amount-text.ts';
import { byKey } from '../money/apportion.ts';
import type { AccountTotal } from '../tables/ledger.ts';
import type { Language } from '../words/language.ts';
import { say } from '../words/report-texts.ts';
import type { View } from './result-views.ts';

export type LedgerRequest = {
  readonly accounts: readonly AccountTotal[];
  readonly by: 'function' | 'responsibility' | 'article';
  readonly concepts: readonly Concept[];
  /** Only these functions; all when absent. */
  readonly functions: readonly string[] | undefined;
  readonly investments: boolean;
  readonly inThousands: boolean;
  readonly year: number;
  readonly language: Language;
};

/** A line in whole øre: everything posted, and each concept's part of it. */
export type LedgerLine = {
  readonly code: string;
  readonly postedOre: bigint;
  readonly concepts: Readonly<Record<string, bigint>>;
};

/** KOSTRA's account classes of investments (0 and 4); every other class, and a ledger without classes, is operating. */
const isInvestment = (account: AccountTotal): boolean => account.class === '0' || account.class === '4';

/** The table for people and the same as data in øre; concepts are sums over their articles with the file's signs. */
export function ledgerView(request: LedgerRequest): {
  readonly table: View;
  readonly data: readonly LedgerLine[];
} {
  const { accounts, by, concepts, functions, investments } = request;
  const chosen = accounts.filter(
    (account) =>
      isInvestment(account) === investments && (!functions || functions.includes(account.function)),
  );
  const groups = Map.groupBy(chosen, (account) => account[by]);
  const data = [...groups]
    .sort(([a], [b]) => byKey(a, b))
    .map(([code, members]) => lineOf(code, members, concepts));
  return { table: tableOf(request, data, lineOf('', chosen, concepts)), data };
}

function lineOf(code: string, accounts: readonly AccountTotal[], concepts: readonly Concept[]): LedgerLine {
  const sumOf = (members: readonly AccountTotal[]): bigint =>
    members.reduce((sum, { amountOre }) => sum + amountOre, 0n);
  const parts = concepts.map(({ name, articles }): [string, bigint] => [
    name,
    sumOf(accounts.filter(({ article }) => matchesCode(article, articles))),
  ]);
  return { code, postedOre: sumOf(accounts), concepts: Object.fromEntries(parts) };
}

function tableOf(request: LedgerRequest, data: readonly LedgerLine[], total: LedgerLine): View {
  const { by, concepts, inThousands, year, language } = request;
  const amount = (value: bigint): string =>
    formatAmount(value, { language, decimals: 0, unit: inThousands ? 'thousand' : 'kroner' });
  const cells = (line: LedgerLine): string[] => [
    ...concepts.map(({ name }) => amount(line.concepts[name] ?? 0n)),
    amount(line.postedOre),
  ];
  const name = (code: string): string => (by === 'function' ? (kostraFunction(code)?.name ?? '') : '');
  const unit = inThousands ? '1000 kr' : 'kr';
  return {
    caption: `${say('ledger', language)} ${year}, ${unit}`,
    columns: [
      { title: by },
      { title: '' },
      ...concepts.map((concept) => ({ title: concept.name, align: 'right' as const })),
      { title: say('total', language), align: 'right' as const },
    ],
    rows: [
      ...data.map((line) => [line.code || '–', name(line.code), ...cells(line)]),
      'rule',
      [say('total', language), '', ...cells(total)],
    ],
  };
}
