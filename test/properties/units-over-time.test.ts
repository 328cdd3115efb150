// A unit that is renamed or divided in the middle of a year: as organised then it is another, as organised now it is as
// if it had never been renamed, and its heirs have their parts of it; and every run passes the checker.

import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { explainVolume } from '../../src/explain/explain-volume.ts';
import { readModel } from '../../src/model/read-model.ts';
import { runYear } from '../../src/run/run-year.ts';
import { Db } from '../../src/store/db.ts';
import { openWorkspace } from '../../src/store/workspace.ts';
import { verifyRun } from '../../verify/verify.ts';

const model = (organisation: string): string => `\
municipality: { id: "9901", name: Fjordvik, country: NO }
years: { cost: 2025, price: 2026 }
sources:
  ledger:
    - read: table
      files: data/ledger.csv
      columns: { responsibility: ansvar, article: art, month: maaned, amount: belop }
      amount: { in: ore, decimal: ",", income: negative }
      year: 2025
  activity:
    - read: table
      kind: delivered
      files: data/hours.csv
      columns: { service: tjeneste, unit: enhet, month: maaned, quantity: timer }
      year: 2025
units: data/units.csv
services: { home: { measure: hour } }
costing:
  method: reciprocal
  ${organisation}
  pools:
    - travel: { article: 170, units: providers, answers: provider, driver: cars, to: providers }
    - care: { units: providers, answers: provider, driver: equal, to: own services }
    - rest: { park: not yet placed }
  centres:
    - providers: { driver: equal, to: own services }
  drivers:
    cars: { table: data/cars.csv }
prices: { supplements: { far: { services: home, units: [old], amount: 10 } } }
growth: { 2026: { all: 3 %, source: budget } }
`;

const MONTHS = Array.from({ length: 12 }, (_, i) => i + 1);
/** Odd øre in every month, so that a lost or doubled one shows. */
const LEDGER = MONTHS.flatMap((month) => [
  `4710;010;${month};${100_003 + 17 * month}`,
  `4720;010;${month};${50_001 + 31 * month}`,
  `4710;170;${month};${7_001 + month}`,
]);
const HEADS = {
  ledger: 'ansvar;art;maaned;belop',
  hours: 'tjeneste;enhet;maaned;timer',
  cars: 'unit;quantity',
};
const table = (head: string, rows: readonly string[]): string => `${[head, ...rows].join('\n')}\n`;
const hours = (first: string): string[] =>
  MONTHS.flatMap((month) => [
    `home;${month <= 6 ? first : 'new'};${month};${90 + month}`,
    `home;other;${month};40`,
  ]);

const DATED = table('id;name;kind;responsibilities;from;to;successor', [
  'old;Old name;provider;4710;;2025-06-30;new',
  'new;New name;provider;4710;2025-07-01;;',
  'other;Other;provider;4720;;;',
]);
const NEVER = table('id;name;kind;responsibilities', [
  'new;New name;provider;4710',
  'other;Other;provider;4720',
]);

let home = '';
beforeAll(() => {
  home = mkdtempSync(join(tmpdir(), 'innsats-units-'));
});
afterAll(() => rmSync(home, { recursive: true, force: true }));

type Ran = {
  readonly hashes: Readonly<Record<string, string>>;
  readonly objects: readonly string[];
  readonly totalOre: bigint;
  readonly parts: bigint;
  readonly findings: readonly string[];
  /** "unit responsibility article" → øre. */
  readonly accounts: ReadonlyMap<string, bigint>;
  /** What explains the volume of home/new in March, line by line. */
  readonly march: readonly string[];
};

async function run(name: string, files: Readonly<Record<string, string>>): Promise<Ran> {
  const folder = join(home, name);
  mkdirSync(join(folder, 'data'), { recursive: true });
  for (const [file, text] of Object.entries(files)) writeFileSync(join(folder, file), text);
  const workspace = openWorkspace(folder);
  const read = await readModel(workspace.modelFile);
  if (!read.model) throw new Error(JSON.stringify(read.findings));
  const db = await Db.open({ threads: 2 });
  try {
    const { result, findings } = await runYear({ workspace, model: read.model, modelFindings: [], db });
    if (!result) throw new Error(findings.map(({ message }) => message).join('\n'));
    expect((await verifyRun(result.dir, folder)).failures).toEqual([]);
    const certificate = JSON.parse(readFileSync(join(result.dir, 'certificate.json'), 'utf8')) as {
      tables: Record<string, { hash: string }>;
    };
    const { objects, remainders } = result.costs;
    return {
      hashes: Object.fromEntries(Object.entries(certificate.tables).map(([name, { hash }]) => [name, hash])),
      objects: objects.map(
        ({ service, unit, parts, amountOre }) => `${service}/${unit} ${parts} ${amountOre}`,
      ),
      accounts: new Map(
        result.costs.assignments.map(({ unit, responsibility, article, amountOre }) => [
          `${unit} ${responsibility} ${article}`,
          amountOre,
        ]),
      ),
      totalOre: [...objects, ...remainders].reduce((sum, { amountOre }) => sum + amountOre, 0n),
      parts: objects.reduce((sum, { parts }) => sum + parts, 0n),
      findings: findings.map(({ rule }) => rule),
      march: await explainMarch(db, result.dir, workspace.registersDir),
    };
  } finally {
    db.close();
  }
}

async function explainMarch(db: Db, runDir: string, registersDir: string): Promise<string[]> {
  const level = await explainVolume({ db, runDir, registersDir }, 'home/other@3');
  const { totalOre, lines } = await explainVolume({ db, runDir, registersDir }, 'home/new@3').catch(
    () => level,
  );
  expect(lines.reduce((sum, { amountOre }) => sum + amountOre, 0n)).toBe(totalOre);
  return lines.map(({ label, amountOre }) => `${label} ${amountOre}`);
}

const dated = (organisation: string, first = 'old') => ({
  'innsats.yaml': model(organisation),
  'data/units.csv': DATED,
  'data/ledger.csv': table(HEADS.ledger, LEDGER),
  'data/hours.csv': table(HEADS.hours, hours(first)),
  'data/cars.csv': table(HEADS.cars, ['old;2', 'new;3', 'other;4']),
});
const LEDGER_ORE = LEDGER.reduce((sum, row) => sum + BigInt(row.split(';')[3]!), 0n);

describe('a unit renamed in the middle of the year', () => {
  it('as organised then, both have their months of cost and of volume', async () => {
    const { objects, totalOre, parts } = await run('then', dated('organisation: then'));
    expect(objects.map((object) => object.split(' ')[0])).toEqual(['home/new', 'home/old', 'home/other']);
    expect(totalOre).toBe(LEDGER_ORE);
    const old = MONTHS.slice(0, 6).reduce((sum, month) => sum + BigInt(90 + month), 0n);
    expect(objects[1]).toContain(`home/old ${old * 36_000n} `);
    expect(parts).toBe((1158n + 480n) * 36_000n);
  });

  it('then is the rule', async () => {
    const said = await run('said', dated('organisation: then'));
    const unsaid = await run('unsaid', dated('volumes: delivered'));
    expect(unsaid.hashes).toEqual(said.hashes);
  });

  it('as organised now, it is byte by byte as if it had never been renamed', async () => {
    const now = await run('now', dated('organisation: now'));
    const never = await run('never', {
      ...dated('volumes: delivered', 'new'),
      'innsats.yaml': model('volumes: delivered').replace('[old]', '[new]'),
      'data/units.csv': NEVER,
      'data/cars.csv': table(HEADS.cars, ['new;5', 'other;4']),
    });
    const { findings: _now, ...ofNow } = now.hashes;
    const { findings: _never, ...ofNever } = never.hashes;
    expect(ofNow).toEqual(ofNever);
    expect(now.objects).toEqual(never.objects);
    expect(now.totalOre).toBe(LEDGER_ORE);
    expect(now.march).toEqual([`of units that it took over from ${93n * 36_000n}`]);
    expect(never.march).toEqual([`data/hours.csv, row 6 ${93n * 36_000n}`]);
  });

  it('activity of a unit that was not there counts where it says, and is told', async () => {
    const { findings, parts } = await run('late', {
      ...dated('organisation: then'),
      'data/hours.csv': table(HEADS.hours, [...hours('old'), 'home;old;8;1']),
    });
    expect(findings).toContain('costing/unit-not-there');
    expect(parts).toBe((1158n + 480n + 1n) * 36_000n);
    const { findings: before } = await run('in-time', {
      ...dated('organisation: then'),
      'data/hours.csv': table(HEADS.hours, [...hours('old'), 'home;old;6;1']),
    });
    expect(before).not.toContain('costing/unit-not-there');
  });

  it('a ledger without months is told where a responsibility changed hands', async () => {
    const yearly = await run('yearly', {
      ...dated('organisation: then'),
      'innsats.yaml': model('organisation: then').replace('month: maaned, amount: belop', 'amount: belop'),
      'data/ledger.csv': table('ansvar;art;belop', ['4710;010;1000001', '4720;010;500000']),
    });
    expect(yearly.findings).toContain('costing/no-month');
    expect(yearly.objects[0]).toMatch(/^home\/new .* 1000001$/);
  });
});

const FIRST_HALF = MONTHS.slice(0, 6);
const DIVIDED_LEDGER = [
  ...FIRST_HALF.flatMap((month) => [
    `4710;010;${month};${100_003 + 17 * month}`,
    `4710;170;${month};${-7_001 - month}`,
  ]),
  ...['4711;010;9;300001', '4712;010;9;200002', '4720;010;9;50001'],
];
const DIVIDED_HOURS = [
  ...FIRST_HALF.map((month) => `home;old;${month};${90 + month}`),
  ...['home;north;9;50', 'home;south;9;40', 'home;other;3;40'],
];
/** What the unit that ends in June held: øre by article, and parts. */
const HELD = { '010': 600_375n, '170': -42_027n, parts: 561n * 36_000n };

/** `successor`: the cell of the unit that ends in June; `last`: what north and south say after their first day. */
const divided = (successor: string, last = ';;') => ({
  'innsats.yaml': model('organisation: now'),
  'data/units.csv': table('id;name;kind;responsibilities;from;to;successor', [
    `old;Old;provider;4710;;2025-06-30;${successor}`,
    `north;North;provider;4711;2025-07-01${last}`,
    `south;South;provider;4712;2025-07-01${last}`,
    'other;Other;provider;4720;;;',
  ]),
  'data/ledger.csv': table(HEADS.ledger, DIVIDED_LEDGER),
  'data/hours.csv': table(HEADS.hours, DIVIDED_HOURS),
  'data/cars.csv': table(HEADS.cars, ['old;5', 'north;3', 'south;1', 'other;4']),
});
/** How far a part is from its exact share of a whole, in so many parts of an øre. */
const offBy = (part: bigint, all: bigint, [weight, other]: readonly [bigint, bigint]): bigint => {
  const off = part * (weight + other) - all * weight;
  return off < 0n ? -off : off;
};

describe('a unit divided in the middle of the year, as organised now', () => {
  const posted = DIVIDED_LEDGER.reduce((sum, row) => sum + BigInt(row.split(';')[3]!), 0n);

  it.each<[string, [bigint, bigint]]>([
    ['north:60 south:40', [60n, 40n]],
    ['north south', [1n, 1n]],
    ['south:1 north:2', [2n, 1n]],
    ['north:0.001 south:99.999', [1n, 99_999n]],
  ])(
    'successor %s: its heirs have their parts, to the øre, and nothing is lost',
    async (successor, shares) => {
      const { accounts, objects, totalOre, parts } = await run(successor, divided(successor));
      const whole = shares[0] + shares[1];
      expect([totalOre, parts]).toEqual([posted, HELD.parts + 130n * 36_000n]);
      for (const article of ['010', '170'] as const) {
        const at = (unit: string) => accounts.get(`${unit} 4710 ${article}`) ?? 0n;
        expect(at('north') + at('south')).toBe(HELD[article]);
        expect(offBy(at('north'), HELD[article], shares)).toBeLessThan(whole);
      }
      const [north] = objects.filter((object) => object.startsWith('home/north '));
      const inherited = BigInt(north!.split(' ')[1]!) - 50n * 36_000n;
      expect(offBy(inherited, HELD.parts, shares)).toBeLessThan(BigInt(FIRST_HALF.length) * whole);
    },
  );

  it('and joined again, is byte by byte as if it had never been divided', async () => {
    const end = ';2025-09-30;other';
    const joined = await run('joined', divided('north:60 south:40', end));
    const straight = await run('straight', divided('other', end));
    expect(joined.hashes).toEqual(straight.hashes);
    expect(joined.objects.map((object) => object.split(' ')[0])).toEqual(['home/other']);
  });
});
