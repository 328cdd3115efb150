// A followed year as the checker reads it from disk, made in memory from a generated one: its ledger written out in
// account strings that pools test for, with accruals, frames of every kind and a settlement.

import { placeMonths, poolMonths } from '../../src/costing/assign-accounts.ts';
import { finance } from '../../src/financing/finance.ts';
import { settle } from '../../src/financing/settle.ts';
import type { Accrual } from '../../src/model/accrual.ts';
import type { FrameRules } from '../../src/model/financing.ts';
import type { Model } from '../../src/model/model.ts';
import { fraction } from '../../src/money/fraction.ts';
import { ore } from '../../src/money/ore.ts';
import type { Register } from '../../src/registers/register.ts';
import { idOf } from '../../src/run/identity.ts';
import { basisAsData, type MonthBasis } from '../../src/run/month/month-basis.ts';
import { certifyMonth } from '../../src/run/month/month-certificate.ts';
import { monthTables } from '../../src/run/month/month-tables.ts';
import { inKeyOrder } from '../../src/store/result-files.ts';
import type { FinancingInput, PoolMonth, Quantity } from '../../src/tables/financing.ts';
import type { LedgerKind, MonthTotal } from '../../src/tables/ledger.ts';
import type { Certificate, Run, Snapshot } from '../../verify/load.ts';
import { type Row, total } from '../../verify/rows.ts';
import { type Random, randomFrom } from '../auditor/generate-network.ts';
import { generateYear } from '../financing/generate-year.ts';
import { plainToInput } from '../financing/plain-to-input.ts';
import { YEAR } from '../financing/plain-year.ts';
import { AT, codes, unit } from '../support/hand-made-model.ts';
import { asRow, asRows } from './run-in-memory.ts';

const ARTICLES: Record<string, string> = { wages: '010', goods: '120', premises: '190', income: '600' };

/** A posting as an account string: its unit is the responsibility, its pool the project. */
const accountOf = ({
  unit: responsibility,
  pool,
  nature,
  month,
  rows,
  amountOre,
}: PoolMonth): MonthTotal => ({
  ...{ class: '', responsibility, function: '254', article: ARTICLES[nature] ?? '120', own: '', object: '' },
  ...{ project: pool, kind: 'actual', year: YEAR, month, rows, amountOre },
});

/** The run of a generated year. */
export function financingInMemory(seed: number): Run {
  const random = randomFrom(seed + 7_000);
  const plain = plainToInput(generateYear(seed));
  const isSomething = ({ state, parts }: Quantity): boolean =>
    (state !== 'lesser' && state !== 'absence') || parts > 0n;
  const model = richer(plain.model, random);
  const ledgers = ledgersOf(plain.input, model, random);
  const months = (kind: string) => placeMonths(model, ledgers.get(kind) ?? []);
  const frame = model.financing!.frame;
  const budgetKind = frame.from === 'revised-budget' ? 'revised-budget' : 'budget';
  const placed = [
    { kind: 'actual' as LedgerKind, year: YEAR, months: months('actual') },
    { kind: budgetKind as LedgerKind, year: YEAR, months: months(budgetKind) },
    ...(frame.periodise === 'last-year'
      ? [{ kind: 'actual' as LedgerKind, year: YEAR - 1, months: months('last-year') }]
      : []),
  ];
  const input: FinancingInput = {
    ...plain.input,
    quantities: plain.input.quantities.filter(isSomething),
    expense: poolMonths(months('actual')),
    budget: poolMonths(months(budgetKind)),
    lastYear: poolMonths(frame.periodise === 'last-year' ? months('last-year') : []),
  };
  const { values } = finance({ model, input });
  const { settlements } = input.through === 12 ? settle(model, values!) : { settlements: [] };
  const tables = monthTables({ model, year: values!, corrections: [], settlements, placed, findings: [] });
  const ordered = tables.map(({ schema, rows }) => ({ schema, rows: inKeyOrder({ schema, rows }) }));
  const snapshots = [...ledgers].flatMap(([kind, rows]) => snapshotOf(kind, rows));
  const basis: MonthBasis = {
    ...{ model, prices: input.prices, accepted: [], modelFindings: [] },
    snapshots: snapshots.map(({ source }) => `${source['snapshot']}`),
  };
  const identity = basisAsData(basis, { year: YEAR, month: input.through }, []);
  const id = idOf(identity);
  const register = { dir: '', snapshots: [] } as unknown as Register;
  const text = certifyMonth({ id, identity, register, tables: ordered, model });
  const all: Record<string, Row[]> = { sources: snapshots.map(({ source }) => source) };
  for (const table of ordered) all[table.schema.name] = asRows(table);
  return {
    ...{ folder: id, certificate: JSON.parse(text) as Certificate, tables: all, snapshots },
    read: readOf(input),
  };
}

/** Pools that test for their project, a purchaser, and by chance accruals, other frames and profiles, a settlement. */
function richer(model: Model, random: Random): Model {
  const financing = model.financing!;
  const froms: FrameRules['from'][] = ['budget', 'revised-budget', 'purchase-budget', 'volumes'];
  const profiles: FrameRules['periodise'][] = ['calendar-days', 'twelfths', 'working-days', 'last-year'];
  const share = (most: number) => fraction(BigInt(1 + random.below(most)), 100n);
  const units = [...model.units, unit('purchaser', 'purchaser'), unit('it', 'support')];
  const accruals: Accrual[] = [
    { name: 'wages', articles: codes('010'), rule: { kind: 'lag', months: 1 + random.below(3) }, at: AT },
    { name: 'goods', articles: codes('120'), rule: { kind: 'month-earned', earnedOn: codes('010') }, at: AT },
  ];
  return {
    ...model,
    units: units.map((one) => ({ ...one, responsibilities: codes(one.id) })),
    costing: {
      ...model.costing,
      pools: model.costing.pools.map((pool) =>
        pool.name === 'rest' ? pool : { ...pool, test: { project: codes(pool.name) } },
      ),
    },
    ...(random.chance(60) ? { accruals: accruals.filter(() => random.chance(70)) } : {}),
    financing: {
      ...financing,
      frame: {
        heldBy: random.chance(50) ? 'unit' : 'purchaser',
        from: financing.frame.from === 'volumes' ? 'volumes' : froms[random.below(4)]!,
        periodise: profiles[random.below(4)]!,
        changes: random.chance(40)
          ? [{ month: 1 + random.below(12), unit: 'a', amountOre: ore(12_345_67n), source: 'council' }]
          : [],
      },
      models: [...financing.models, { name: 'as-voted', kind: 'frame', applies: [], at: AT }],
      ...(random.chance(70)
        ? {
            settlement: {
              surplus: { keep: share(100), atMost: share(5) },
              deficit: { carry: share(100), atMost: share(5) },
              carriedIn: new Map([['a', ore(BigInt(random.below(9_999_999)) - 5_000_000n)]]),
            },
          }
        : {}),
    },
  };
}

/** Account strings by kind; "last-year" stands for the actual ones of the year before. */
function ledgersOf(input: FinancingInput, model: Model, random: Random): Map<string, MonthTotal[]> {
  const held = model.financing!.frame.from === 'purchase-budget';
  const purchaser: PoolMonth[] = [0, 3].map((month) => ({
    ...{ unit: 'purchaser', month, pool: 'purchase', nature: 'goods', article: '120', rows: 2 },
    amountOre: random.big(10n ** 9n),
  }));
  const support: PoolMonth = { ...purchaser[0]!, unit: 'it', pool: 'management', nature: 'wages', month: 1 };
  const before = input.expense.map((row) => ({ ...row, amountOre: row.amountOre / 3n + 17n }));
  const lists = new Map<string, readonly PoolMonth[]>([
    ['actual', [...input.expense, support, { ...support, unit: '', month: 2 }]],
    ['budget', held ? [...input.budget, ...purchaser] : input.budget],
    ['revised-budget', input.budget.map((row) => ({ ...row, amountOre: row.amountOre + 4_711n }))],
    ['last-year', before],
  ]);
  return new Map([...lists].map(([kind, rows]) => [kind, rows.map(accountOf)]));
}

function snapshotOf(kind: string, totals: readonly MonthTotal[]): Snapshot[] {
  const isBefore = kind === 'last-year';
  const rows = totals.map(({ amountOre, kind: _, ...one }) =>
    asRow({ ...one, year: isBefore ? YEAR - 1 : YEAR, amount_ore: amountOre }),
  );
  const source = asRow({
    ...{
      snapshot: `ledger-${kind}`,
      file: '',
      sha256: '',
      register: 'ledger',
      kind: isBefore ? 'actual' : kind,
    },
    ...{ read: total(rows, 'rows'), refused: 0n, sumOre: total(rows) },
  });
  return rows.length === 0 ? [] : [{ source, rows }];
}

/** What the checker reads of registers besides. What is divided over places is given as one person's. */
function readOf({ quantities, hours, places }: FinancingInput): NonNullable<Run['read']> {
  const wholes = (of: Quantity['state']): Row[] =>
    quantities
      .filter(({ state }) => state === of)
      .map((row, whole) => asRow({ ...row, whole, due: row.parts }));
  return {
    counted: quantities.filter(({ state }) => !['lesser', 'absence'].includes(state)).map(asRow),
    lesser: wholes('lesser'),
    absence: wholes('absence'),
    hours: hours.map(asRow),
    places: places.map(({ openDays, closedDays, ...row }) => asRow({ ...row, days: openDays - closedDays })),
    closed: [],
  };
}
