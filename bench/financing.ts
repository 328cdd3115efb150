// What financing a year costs: Fjordvik's, beside one pass over the deliveries that it pays for; 356 municipalities
// beside one; and what it takes to add a register up to the input, beside a bare group by of the same files.

import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { generateFjordvik } from '../src/demo/generate-fjordvik.ts';
import { finance } from '../src/financing/finance.ts';
import type { Model } from '../src/model/model.ts';
import { type Register, readSnapshot, registerOf, snapshotTable } from '../src/registers/register.ts';
import { financingInput } from '../src/run/month/financing-input.ts';
import { Db } from '../src/store/db.ts';
import { DISK } from '../src/store/file-operations.ts';
import { literal } from '../src/store/scan.ts';
import { openWorkspace } from '../src/store/workspace.ts';
import type {
  FinancingInput,
  FinancingYear,
  ModelPrices,
  PoolMonth,
  Quantity,
} from '../src/tables/financing.ts';
import { adoptFjordvik, followFjordvik } from '../test/support/followed-fjordvik.ts';
import { type Measured, medianMs } from './measured.ts';

const [RUNS, YEAR, MONTH] = [7, 2026, 12] as const;
/** So many municipalities Norway has beside Oslo. */
const MUNICIPALITIES = 356;
/** One is the mean of so many, which share what collecting garbage takes. */
const FEW = 10;
/** Ten times Fjordvik: some 3.5 million activity records a year. */
const LARGE = 10;

/** A generated Fjordvik, followed to December: everything that financing reads. */
type Followed = {
  readonly register: Register;
  readonly model: Model;
  readonly prices: readonly ModelPrices[];
  readonly input: FinancingInput;
};

/** Medians of seven, tasks taking turns. */
export async function benchFinancing(): Promise<Measured[]> {
  const one = await withFjordvik(1, async (db, followed) => [
    await yearAgainstPass(db, followed),
    await manyAgainstOne(followed),
    await inputAgainstGroupBy(db, followed, 'Fjordvik'),
  ]);
  const ten = await withFjordvik(LARGE, async (db, followed) => [
    await inputAgainstGroupBy(db, followed, `${LARGE} × Fjordvik`),
  ]);
  return [...one, ...ten];
}

async function withFjordvik<T>(scale: number, work: (db: Db, followed: Followed) => Promise<T>): Promise<T> {
  const dir = await mkdtemp(join(tmpdir(), 'innsats-bench-'));
  const db = await Db.open({ memoryLimit: '1500MB' });
  try {
    await generateFjordvik(dir, { scale });
    const { result } = await followFjordvik(dir, db, { month: MONTH, prices: await adoptFjordvik(dir, db) });
    const { model, prices, snapshots } = result!.basis;
    const { registersDir } = openWorkspace(dir);
    const found = await Promise.all(snapshots.map((hash) => readSnapshot(registersDir, hash, DISK)));
    const register = registerOf(
      registersDir,
      found.filter((snapshot) => snapshot !== undefined),
    );
    const { input } = await financingInput(db, register, { model, prices, month: MONTH });
    return await work(db, { register, model, prices, input });
  } finally {
    db.close();
    await rm(dir, { recursive: true });
  }
}

const financed = (model: Model, input: FinancingInput): FinancingYear => {
  const { values } = finance({ model, input });
  if (!values) throw new Error('the year was refused');
  return values;
};

/** The year's delivered records read once, file by file, and added up by unit, service and month. */
function deliveredPass({ register }: Followed): string {
  const files = register.snapshots.filter(({ kind, years }) => kind === 'delivered' && years.includes(YEAR));
  const rows = files.map(
    (snapshot) => `select o.unit, o.service, r.month, r.parts
      from read_parquet(${literal(snapshotTable(register, snapshot, 'records'))}) as r
      join read_parquet(${literal(snapshotTable(register, snapshot, 'objects'))}) as o using (object)
      where r.year = ${YEAR}`,
  );
  return `select unit, service, month, sum(parts)::hugeint as parts, count(*) as rows from (${rows.join(' union all ')}) group by all`;
}

async function yearAgainstPass(db: Db, followed: Followed): Promise<Measured> {
  const { model, input } = followed;
  const pass = deliveredPass(followed);
  const sums = await db.rows<{ rows: bigint }>(pass);
  const records = sums.reduce((all, { rows }) => all + Number(rows), 0);
  const [passMs, yearMs] = await medianMs(RUNS, [() => db.rows(pass), () => financed(model, input)]);
  return {
    name: 'a year’s financing ÷ one read and sum of its deliveries by unit, service, month',
    ratio: yearMs / passMs,
    aim: 5,
    detail: `${yearMs.toFixed(1)} ms ÷ ${passMs.toFixed(1)} ms; ${records} records, ${financed(model, input).months.length} unit-months`,
  };
}

/** The same year with other kroner and quantities: `n` thousandths more of everything. */
function another(input: FinancingInput, n: number): FinancingInput {
  const more = (value: bigint): bigint => (value * BigInt(1_000 + n)) / 1_000n;
  const pools = (rows: readonly PoolMonth[]): PoolMonth[] =>
    rows.map((row) => ({ ...row, amountOre: more(row.amountOre) }));
  return {
    ...input,
    ...{ budget: pools(input.budget), expense: pools(input.expense), lastYear: pools(input.lastYear) },
    quantities: input.quantities.map((one): Quantity => ({ ...one, parts: more(one.parts) })),
  };
}

/** All results are held, as they are when municipalities are compared. */
async function manyAgainstOne({ model, input }: Followed): Promise<Measured> {
  const inputs = Array.from({ length: MUNICIPALITIES }, (_, n) => another(input, n));
  const [fewMs, allMs] = await medianMs(RUNS, [
    () => inputs.slice(0, FEW).map((each) => financed(model, each)),
    () => inputs.map((each) => financed(model, each)),
  ]);
  return {
    name: `financing ${MUNICIPALITIES} municipalities ÷ financing one`,
    ratio: (allMs / fewMs) * FEW,
    aim: 400,
    detail: `${(allMs / 1_000).toFixed(2)} s ÷ ${(fewMs / FEW).toFixed(1)} ms, all results held`,
  };
}

/** Every file that financing reads of the register once: its rows added up by account or object, and month. */
const bareGroupBys = ({ register }: Followed): string[] =>
  [
    { of: 'ledger', table: 'postings', key: 'account', sum: 'amount_ore' },
    { of: 'activity', table: 'records', key: 'object', sum: 'parts' },
  ].map(({ of, table, key, sum }) => {
    const files = register.snapshots
      .filter((snapshot) => snapshot.register === of)
      .map((snapshot) => literal(snapshotTable(register, snapshot, table)));
    return `select filename, ${key}, year, month, sum(${sum}) as sum, count(*) as rows
      from read_parquet([${files.join(', ')}], filename = true) group by all`;
  });

async function inputAgainstGroupBy(db: Db, followed: Followed, name: string): Promise<Measured> {
  const { register, model, prices } = followed;
  const bare = bareGroupBys(followed);
  const [bareMs, inputMs] = await medianMs(RUNS, [
    async () => {
      for (const sql of bare) await db.rows(sql);
    },
    () => financingInput(db, register, { model, prices, month: MONTH }),
  ]);
  return {
    name: `input of a followed year, ${name} ÷ bare group by of the same files`,
    ratio: inputMs / bareMs,
    aim: 12,
    detail: `${inputMs.toFixed(0)} ms ÷ ${bareMs.toFixed(0)} ms`,
  };
}
