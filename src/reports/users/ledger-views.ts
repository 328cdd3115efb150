// From the ledger to users, as tables: gross cost, the six steps of the method, and the lines that close the ledger.

import { left, right, type TextRow } from '../../charts/text-table.ts';
import type { Model } from '../../model/model.ts';
import { formatRate } from '../../money/amount-text.ts';
import { byKey } from '../../money/apportion.ts';
import { fraction } from '../../money/fraction.ts';
import { sumOre } from '../../money/ore.ts';
import { inhabitantsOf } from '../../run/users/inhabitants.ts';
import type { UsersRun } from '../../run/users/users-of-run.ts';
import type { GrossLine, LedgerLine, LedgerLineKind } from '../../tables/users.ts';
import type { Language } from '../../words/language.ts';
import { say } from '../../words/report-texts.ts';
import { sayOfUsers, type UserTextKey } from '../../words/user-texts.ts';
import { formatMillions } from '../flow-data.ts';
import { endName, serviceName, unitName, type View } from '../result-views.ts';
import { count, kroner, shareOf } from './figures.ts';

const INDENT = '\u2003';
const KINDS: readonly LedgerLineKind[] = [
  ...(['users', 'open', 'without-users', 'unused'] as const),
  ...(['parked', 'not-costed', 'external'] as const),
];

function kindName(kind: LedgerLineKind, language: Language): string {
  if (kind === 'users') return sayOfUsers('users', language);
  if (kind === 'open') return sayOfUsers('openServices', language);
  if (kind === 'without-users') return sayOfUsers('withoutUsers', language);
  return say(kind === 'not-costed' ? 'notCosted' : kind, language);
}

const isOfObject = (kind: LedgerLineKind): boolean =>
  kind === 'users' || kind === 'open' || kind === 'without-users';

/** Each kind with its names below; the last line is the ledger. Open services are shown per inhabitant. */
export function linesView(model: Model, { users, around }: UsersRun, language: Language): View {
  const inhabitants = inhabitantsOf(model, around.people.length);
  const rows = KINDS.flatMap((kind): TextRow[] => {
    const all = users.lines.filter((line) => line.kind === kind);
    if (all.length === 0) return [];
    const names = [...Map.groupBy(all, ({ name }) => name)].sort(([a], [b]) => byKey(a, b));
    return [
      lineRow(kindName(kind, language), all, language, kind === 'users' ? users.totals.length : 0),
      ...names.map(([name, lines]) => [
        ...lineRow(INDENT + lineName(model, lines, name, language), lines, language).slice(0, 3),
        kind === 'open' && inhabitants > 0n
          ? formatRate(fraction(sum(lines), inhabitants), { language, decimals: 0 })
          : '',
        kroner(sum(lines), language),
      ]),
    ];
  });
  return {
    caption: sayOfUsers('lines', language, { year: model.years.cost }),
    columns: [
      left(''),
      right(sayOfUsers('users', language)),
      right(sayOfUsers('named', language)),
      right(inhabitants > 0n ? sayOfUsers('perInhabitant', language) : ''),
      right(`${say('amount', language)}, kr`),
    ],
    rows: [...rows, 'rule', [say('ledger', language), '', '', '', kroner(users.ledgerOre, language)]],
  };
}

const sum = (lines: readonly LedgerLine[]): bigint => sumOre(lines.map(({ amountOre }) => amountOre));

function lineRow(label: string, lines: readonly LedgerLine[], language: Language, users = 0): string[] {
  const directOre = sumOre(lines.map((line) => line.directOre));
  return [
    label,
    users > 0 ? count(users, language) : '',
    directOre === 0n ? '' : kroner(directOre, language),
    '',
    kroner(sum(lines), language),
  ];
}

/** The service, or the reason or name, with its unit where it stands at one. */
function lineName(model: Model, lines: readonly LedgerLine[], name: string, language: Language): string {
  const { kind, unit } = lines[0]!;
  if (isOfObject(kind)) return serviceName(model, name, language);
  return endName(name, language) + (unit === '' || lines.length > 1 ? '' : ` · ${unitName(model, unit)}`);
}

const GROSS: { readonly [kind in GrossLine['kind']]: UserTextKey } = {
  expense: 'grossExpense',
  internal: 'grossInternal',
  sales: 'grossSales',
  income: 'grossIncome',
  fees: 'grossFees',
};

/** Gross cost less internal income and sales to others; what users pay stands beside and is never deducted. */
export const grossView = ({ gross, users }: UsersRun, language: Language): View => ({
  caption: sayOfUsers('gross', language),
  columns: [left(''), right(`${say('amount', language)}, kr`)],
  rows: [
    ...gross.map(({ kind, amountOre }) => [sayOfUsers(GROSS[kind], language), kroner(amountOre, language)]),
    'rule',
    [say('ledger', language), kroner(users.ledgerOre, language)],
  ],
});

/** The six steps of the method by name, and what was done in each. */
export function stepsView(model: Model, run: UsersRun, language: Language): View {
  const { costs, users, questions } = run;
  const userOre = sumOre(users.totals.map(({ costOre }) => costOre));
  const objectOre = sumOre(costs.objects.map(({ amountOre }) => amountOre));
  const units = new Set(costs.objects.map(({ unit }) => unit)).size;
  const people = { users: count(users.totals.length, language) };
  const mill = (amountOre: bigint): string => formatMillions(amountOre, language);
  const done: readonly [UserTextKey, string][] = [
    ['step1', sayOfUsers('did1', language, { services: run.services.length, units })],
    [
      'step2',
      sayOfUsers('did2', language, { pools: model.costing.pools.length, method: model.costing.method.kind }),
    ],
    ['step3', sayOfUsers('did3', language, { ...people, share: shareOf(userOre, objectOre, language) })],
    [
      'step4',
      sayOfUsers('did4', language, {
        questions: questions.length,
        signed: questions.filter(({ signed }) => signed).length,
      }),
    ],
    ['step5', sayOfUsers('did5', language, { objects: costs.objects.length, ledger: mill(users.ledgerOre) })],
    ['step6', sayOfUsers('did6', language, { ...people, cost: mill(userOre) })],
  ];
  return {
    caption: sayOfUsers('steps', language),
    columns: [left(sayOfUsers('step', language)), left(sayOfUsers('done', language))],
    rows: done.map(([step, text]) => [sayOfUsers(step, language), text]),
  };
}
