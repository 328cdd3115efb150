// What financing reads of the activity register: persons counted once over all files, the lesser of granted and
// delivered person by person, and paid days of absence; held against a plain count of the rows, however they were split.

import { cpSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import fc from 'fast-check';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { CircumstanceSource } from '../../src/model/care-sources.ts';
import type { ActivitySource, Model, Unit } from '../../src/model/model.ts';
import { apportion } from '../../src/money/apportion.ts';
import { importSources } from '../../src/registers/import-sources.ts';
import { quantities } from '../../src/registers/quantities.ts';
import type { Register } from '../../src/registers/register.ts';
import { Db } from '../../src/store/db.ts';
import { workspaceAt } from '../../src/store/workspace.ts';
import type { Quantity } from '../../src/tables/financing.ts';
import { sampleModel, sampleService } from './sample-model.ts';

const AT = { file: 'innsats.yaml', line: 4, column: 7 };
const KEY = { secret: new Uint8Array(32).fill(7), file: 'test.key' };
const PLAIN = { services: new Map(), units: new Map(), delimiter: ';', decimal: '.', at: AT } as const;

const activity = (
  state: 'granted' | 'planned' | 'delivered',
  kind: 'records' | 'volumes',
): ActivitySource => ({
  ...{ read: 'table', kind, state, levels: new Map(), ...PLAIN },
  files: [`${kind === 'volumes' ? 'volumes' : ''}${state}*.csv`],
  columns: {
    ...(kind === 'volumes' ? {} : { person: 'person' }),
    ...{ unit: 'unit', service: 'service', level: 'level', month: 'month', quantity: 'quantity' },
  },
});
const suspensions: CircumstanceSource = {
  ...{ read: 'table', kind: 'suspensions', files: ['away*.csv'], kinds: new Map(), ...PLAIN },
  columns: { person: 'person', service: 'service', from: 'from', to: 'to' },
};
const unit = (id: string): Unit => ({
  ...{
    id,
    name: id,
    kind: 'provider',
    provision: 'own',
    groups: [],
    columns: new Map(),
    responsibilities: [],
  },
});
const one = { num: 1n, den: 1n };

/** The sources that the files are of; every one of the year 2025 and, where named so, of 2024. */
const modelOf = (files: readonly string[]): Model => {
  const has = (start: string): boolean => files.some((file) => file.startsWith(start));
  const states = ['granted', 'planned', 'delivered'] as const;
  const before = files.some((file) => file.startsWith('before'));
  return {
    ...sampleModel(
      {
        activity: [
          ...states.filter(has).map((state) => activity(state, 'records')),
          ...states.filter((state) => has(`volumes${state}`)).map((state) => activity(state, 'volumes')),
          ...(before ? [{ ...activity('delivered', 'records'), files: ['before*.csv'], year: 2024 }] : []),
        ],
        services: [
          {
            ...sampleService('home', 'day'),
            levels: ['low', 'high'].map((name) => ({ name, weight: one })),
          },
          sampleService('nursing', 'hour'),
        ],
      },
      2025,
    ),
    units: ['a', 'b', 'c'].map(unit),
    circumstances: has('away') ? [suspensions] : [],
  };
};

const HEADERS = {
  granted: 'person;unit;service;level;month;quantity',
  planned: 'person;unit;service;level;month;quantity',
  delivered: 'person;unit;service;level;month;quantity',
  before: 'person;unit;service;level;month;quantity',
  volumes: 'unit;service;level;month;quantity',
  away: 'person;service;from;to',
} as const;
const headerOf = (file: string): string =>
  Object.entries(HEADERS).find(([start]) => file.startsWith(start))?.[1] ?? '';

let db: Db;
beforeAll(async () => {
  db = await Db.open({ threads: 2 });
});
afterAll(() => db.close());

type Files = { readonly [file: string]: readonly string[] };

/** Imports the files; a last column tells files with equal rows apart. */
async function withRegister<T>(files: Files, ask: (register: Register) => Promise<T>): Promise<T> {
  const workspace = workspaceAt(mkdtempSync(join(tmpdir(), 'innsats-quantities-')));
  try {
    mkdirSync(workspace.dir, { recursive: true });
    for (const [file, lines] of Object.entries(files)) {
      const text = [`${headerOf(file)};note`, ...lines.map((line) => `${line};${file}`)].join('\n');
      writeFileSync(join(workspace.dir, file), `${text}\n`);
    }
    const model = modelOf(Object.keys(files));
    const { register, refused, findings } = await importSources({ workspace, model, db, key: KEY });
    if (refused) throw new Error(findings.map(({ message }) => message).join('\n'));
    return await ask(register);
  } finally {
    rmSync(workspace.dir, { recursive: true });
  }
}

type Wanted = { readonly absence?: [string, number][]; readonly through?: number };
const ask = (files: Files, { absence = [], ...wanted }: Wanted = {}): Promise<Quantity[]> =>
  withRegister(files, (register) =>
    quantities(db, register, { year: 2025, absence: new Map(absence), ...wanted }),
  );
/** "unit service level month: measures of persons" of one state. */
const said = (found: readonly Quantity[], state: Quantity['state']): string[] =>
  found
    .filter((one) => one.state === state)
    .map(({ unit, service, level, month, parts, users }) => {
      const measures = Number(parts) / (service === 'home' ? 1_000 : 36_000);
      return `${[unit, service, level].filter((text) => text !== '').join(' ')} ${month}: ${measures} of ${users}`;
    });

describe('quantities', () => {
  it('count a person once, in however many rows and files', async () => {
    const found = await ask({
      'delivered-1.csv': ['P1;a;nursing;;2025-01;3', 'P1;a;nursing;;2025-01;4', 'P2;a;nursing;;2025-01;1'],
      'delivered-2.csv': ['P1;a;nursing;;2025-01;2', ';a;nursing;;2025-01;5'],
      'volumesplanned.csv': ['a;nursing;;2025-01;40'],
    });
    expect(said(found, 'delivered')).toEqual(['a nursing 1: 15 of 2']);
    expect(said(found, 'planned')).toEqual(['a nursing 1: 40 of 0']);
  });

  it('of the lesser: 10 granted by one unit, 6 and 6 given by two, stand as 5 and 5', async () => {
    const found = await ask({
      'granted.csv': ['P1;a;nursing;;2025-01;10', 'P2;a;nursing;;2025-01;9', 'P3;c;nursing;;2025-01;1'],
      'delivered.csv': ['P1;a;nursing;;2025-01;6', 'P1;b;nursing;;2025-01;6', 'P2;b;nursing;;2025-01;4'],
    });
    expect(said(found, 'lesser')).toEqual(['a nursing 1: 5 of 1', 'b nursing 1: 9 of 2']);
  });

  it('of the lesser: what names nobody is compared unit by unit, in ready-made volumes as well', async () => {
    const found = await ask({
      'volumesgranted.csv': ['a;nursing;;2025-01;10', 'b;nursing;;2025-01;1'],
      'delivered.csv': [';a;nursing;;2025-01;8', ';b;nursing;;2025-01;8', 'P1;c;nursing;;2025-01;8'],
    });
    expect(said(found, 'lesser')).toEqual(['a nursing 1: 8 of 0', 'b nursing 1: 1 of 0']);
  });

  it('end with the month that is asked for', async () => {
    const files = {
      'granted.csv': ['P1;a;nursing;;2025-01;10', 'P1;a;nursing;;2025-02;10'],
      'delivered.csv': ['P1;a;nursing;;2025-01;9', 'P1;a;nursing;;2025-02;9'],
    };
    expect((await ask(files, { through: 1 })).map(({ month }) => month)).toEqual([1, 1, 1]);
    expect((await ask(files)).map(({ month }) => month)).toEqual([1, 2, 1, 2, 1, 2]);
  });

  it('of units that have ended stand at the one that answers now, persons counted again', async () => {
    const files = { 'delivered.csv': ['P1;a;nursing;;2025-01;6', 'P1;b;nursing;;2025-01;6'] };
    const found = await withRegister(files, (register) =>
      quantities(db, register, { year: 2025, absence: new Map(), unitNow: () => 'b' }),
    );
    expect(said(found, 'delivered')).toEqual(['b nursing 1: 12 of 1']);
  });

  it('of a damaged copy are not given', async () => {
    const files = {
      'delivered-1.csv': ['P1;a;nursing;;2025-01;6'],
      'delivered-2.csv': ['P1;a;nursing;;2025-01;7'],
    };
    await withRegister(files, async (register) => {
      const [one, other] = register.snapshots.map(({ hash }) => join(register.dir, hash, 'records.parquet'));
      cpSync(one!, other!);
      await expect(quantities(db, register, { year: 2025, absence: new Map() })).rejects.toThrow(
        'does not hold what was imported',
      );
    });
  });

  it('tell nothing of who a person is', async () => {
    const found = await ask(
      {
        'granted.csv': ['15844100016;a;home;low;2025-01;31'],
        'delivered.csv': ['15844100016;a;home;low;2025-01;20'],
        'away.csv': ['15844100016;;2025-01-21;'],
      },
      { absence: [['home', 14]] },
    );
    const text = JSON.stringify(found, (_, value: unknown) =>
      typeof value === 'bigint' ? `${value}` : value,
    );
    expect(text).not.toMatch(/158441|p[0-9a-f]{32}/);
    expect(said(found, 'absence')).toEqual(['a home low 1: 11 of 1', 'a home low 2: 3 of 1']);
  });
});

describe('paid days of absence', () => {
  const PAID: Wanted = { absence: [['home', 14]] };
  it.each([
    [
      'the first 14 days, in two months',
      ['P1;home;2025-01-25;2025-02-20'],
      ['a home low 1: 7 of 1', 'a home low 2: 7 of 1'],
    ],
    ['an absence of every service', ['P1;;2025-01-25;2025-01-26'], ['a home low 1: 2 of 1']],
    ['another service’s absence is none', ['P1;nursing;2025-01-25;2025-01-26'], []],
    [
      'two stretches on end are one absence',
      ['P1;home;2025-01-01;2025-01-10', 'P1;home;2025-01-11;2025-01-31'],
      ['a home low 1: 14 of 1'],
    ],
    [
      'two absences with a day between are two',
      ['P1;home;2025-01-01;2025-01-10', 'P1;home;2025-01-12;2025-01-31'],
      ['a home low 1: 24 of 1'],
    ],
    [
      'told twice it is one',
      ['P1;home;2025-01-25;2025-01-26', 'P1;;2025-01-25;2025-01-26'],
      ['a home low 1: 2 of 1'],
    ],
    ['days of the year before are used up', ['P1;home;2024-12-25;'], ['a home low 1: 7 of 1']],
    ['somebody without the service is paid for nowhere', ['P9;home;2025-01-25;'], []],
  ] as const)('%s', async (_, away, expected) => {
    const files = { 'delivered.csv': ['P1;a;home;low;2025-01;20'], 'away.csv': away };
    expect(said(await ask(files, PAID), 'absence')).toEqual(expected);
  });

  it.each([
    [
      'where it was given that month, not where it was granted',
      ['P1;b;home;high;2025-03;9'],
      ['P1;c;home;low;2025-03;31'],
      ['b home high 3: 8 of 1'],
    ],
    [
      'where it was granted, if none was given',
      ['P1;b;home;high;2025-02;9'],
      ['P1;c;home;low;2025-03;31'],
      ['c home low 3: 8 of 1'],
    ],
    [
      'where it was the month before',
      ['P1;b;home;high;2025-02;9', 'P1;a;home;low;2025-01;31'],
      [],
      ['b home high 3: 8 of 1'],
    ],
    ['nowhere, if that was longer ago', ['P1;a;home;low;2025-01;31'], [], []],
    [
      'at two levels by their days, none lost',
      ['P1;a;home;low;2025-03;2', 'P1;b;home;high;2025-03;1'],
      [],
      ['a home low 3: 5.333 of 1', 'b home high 3: 2.667 of 1'],
    ],
  ] as const)('stand %s', async (_, delivered, granted, expected) => {
    const files = {
      'delivered.csv': ['P2;a;home;low;2025-03;1', ...delivered],
      'granted.csv': ['P2;a;home;low;2025-03;1', ...granted],
      'away.csv': ['P1;home;2025-03-03;2025-03-10'],
    };
    expect(said(await ask(files, PAID), 'absence')).toEqual(expected);
  });

  it('of January stand where December was', async () => {
    const files = {
      'before.csv': ['P1;b;home;high;2024-12;31'],
      'delivered.csv': ['P2;a;home;low;2025-01;1'],
      'away.csv': ['P1;home;2025-01-01;2025-01-05'],
    };
    expect(said(await ask(files, PAID), 'absence')).toEqual(['b home high 1: 5 of 1']);
  });
});

// ---- against a plain count -----------------------------------------------------------------------------------

type Row = {
  readonly state: 'granted' | 'delivered';
  readonly person: string;
  readonly unit: string;
  readonly service: string;
  readonly level: string;
  readonly month: number;
  readonly quantity: number;
};
const rowOf = fc
  .record({
    state: fc.constantFrom('granted', 'delivered'),
    person: fc.constantFrom('', 'P1', 'P2', 'P3'),
    unit: fc.constantFrom('a', 'b'),
    service: fc.constantFrom('home', 'nursing'),
    level: fc.constantFrom('low', 'high'),
    month: fc.integer({ min: 1, max: 3 }),
    quantity: fc.integer({ min: 1, max: 9 }),
  })
  .map((row): Row => ({ ...row, level: row.service === 'home' ? row.level : '' }));

const partsOf = ({ service, quantity }: Row): bigint =>
  BigInt(quantity) * (service === 'home' ? 1_000n : 36_000n);
const sum = (rows: readonly Row[]): bigint => rows.reduce((all, row) => all + partsOf(row), 0n);
const placeOf = ({ unit, level }: Pick<Row, 'unit' | 'level'>): string => `${unit}\u0000${level}`;

/** The same count, row by row in lists. */
function plainCount(rows: readonly Row[]): string[] {
  const lines = new Map<string, { parts: bigint; users: number }>();
  const put = (state: string, { unit, service, level, month }: Row, parts: bigint, users: number): void => {
    if (parts === 0n) return;
    const key = [unit, service, level, state, month].join(' ');
    const before = lines.get(key) ?? { parts: 0n, users: 0 };
    lines.set(key, { parts: before.parts + parts, users: before.users + users });
  };
  const objects = Map.groupBy(rows, (row) => `${row.state} ${row.service} ${row.month} ${placeOf(row)}`);
  for (const those of objects.values())
    put(
      those[0]!.state,
      those[0]!,
      sum(those),
      new Set(those.map(({ person }) => person || undefined)).size -
        (those.some(({ person }) => person === '') ? 1 : 0),
    );
  const whose = Map.groupBy(
    rows,
    ({ person, service, month, unit }) => `${person || `?${unit}`} ${service} ${month}`,
  );
  for (const those of whose.values()) {
    const [granted, delivered] = (['granted', 'delivered'] as const).map((state) =>
      those.filter((row) => row.state === state),
    );
    const [have, gave] = [sum(granted!), sum(delivered!)];
    const lesser = have < gave ? have : gave;
    const places = [...Map.groupBy(delivered!, placeOf)];
    if (lesser === 0n) continue;
    const parts = apportion(
      lesser,
      places.map(([, at]) => sum(at)),
      places.map(([key]) => key),
    );
    for (const [i, [, at]] of places.entries())
      put('lesser', at[0]!, parts[i]!, at[0]!.person === '' ? 0 : 1);
  }
  return [...lines].map(([key, { parts, users }]) => `${key}: ${parts} of ${users}`).sort();
}

const lineOf = ({ person, unit, service, level, month, quantity }: Row): string =>
  `${person};${unit};${service};${level};2025-0${month};${quantity}`;

describe('however the rows are split into files', () => {
  it('quantities are those of a plain count', async () => {
    await fc.assert(
      fc.asyncProperty(
        fc.array(rowOf, { minLength: 1, maxLength: 40 }),
        fc.array(fc.integer({ min: 0, max: 2 }), { minLength: 1, maxLength: 7 }),
        async (rows, deal) => {
          const groups = Map.groupBy(
            rows.map((row, i) => [row, deal[i % deal.length]] as const),
            ([row, file]) => `${row.state}-${file}.csv`,
          );
          const files = Object.fromEntries(
            [...groups].map(([file, those], number) => [
              file.replace('.csv', `-${number}.csv`),
              those.map(([row]) => lineOf(row)),
            ]),
          );
          const found = await ask(files);
          expect(
            found
              .map(
                ({ unit, service, level, state, month, parts, users }) =>
                  `${[unit, service, level, state, month].join(' ')}: ${parts} of ${users}`,
              )
              .sort(),
          ).toEqual(plainCount(rows));
        },
      ),
      { numRuns: 15 },
    );
  });
});
