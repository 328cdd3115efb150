import { describe, expect, it } from 'vitest';
import { ACTIVITY, MODEL, type Read, readActivity } from '../../../test/support/table-workspace.ts';
import { describeFinding } from '../../findings/finding.ts';

const HEADER = 'pnr;tjeneste;enhet;dato;minutter;behov\n';
const PERSON = '01818512321';
const messages = ({ findings }: Read): string[] => findings.map(describeFinding);
const parts = ({ rows }: Read): unknown[] => rows['records']!.map((row) => row['parts']);
const nursing = (quantity: string): string => `${PERSON};Hjemmesykepleie;Sjøsiden;2025-03-31;${quantity};\n`;

describe('activity in a table', () => {
  it('becomes records in parts on objects and pseudonyms', async () => {
    const { person, ...columns } = ACTIVITY.columns;
    const read = await readActivity(
      `${HEADER}${nursing('45')}018185 12321;home-nursing;sjosiden;31.03.2025;7,5;\n02818512360;Hjemmesykepleie;solvang;2025-04-01;1;\n`,
    );
    expect(messages(read)).toEqual([]);
    expect(read).toMatchObject({
      register: 'activity',
      read: 3,
      refused: 0,
      sumParts: 32_100n,
      years: [2025],
    });
    expect(read.rows['objects']).toEqual([
      { object: 0, service: 'home-nursing', unit: 'sjosiden', level: '' },
      { object: 1, service: 'home-nursing', unit: 'solvang', level: '' },
    ]);
    const [first, second, third] = read.rows['records']!;
    expect(first).toMatchObject({
      row: 2,
      object: 0,
      year: 2025,
      month: 3,
      date: { days: 20178 },
      parts: 27_000n,
    });
    expect(second).toMatchObject({ row: 3, object: 0, month: 3, parts: 4_500n });
    expect(third).toMatchObject({ row: 4, object: 1, month: 4, parts: 600n });
    expect(second!['person']).toBe(first!['person']);
    expect(third!['person']).not.toBe(first!['person']);
    expect(read.rows['persons']).toHaveLength(2);
    for (const row of read.rows['persons']!) expect(row['pseudonym']).toMatch(/^p[0-9a-f]{32}$/);
    const nameless = await readActivity(`${HEADER}${nursing('45')}`, { columns });
    expect(nameless.rows['records']![0]!['person']).toBeNull();
    expect(person).toBe('pnr');
  });

  describe('quantities', () => {
    const columns = { service: 's', quantity: 'q', level: 'l', month: 'm' };
    const model = { ...MODEL, units: [] };
    const one = (service: string, level: string, written: string, source: object = {}): Promise<Read> =>
      readActivity(
        `s;q;l;m\n${service};${written};${level};3\n`,
        { columns, year: 2025, ...source },
        { model },
      );

    it.each([
      ['minutes', '90', 54_000n],
      ['minutes', '0,1', 60n],
      ['seconds', '30', 300n],
      ['hours', '1,25', 45_000n],
      ['hours', '1 000,5', 36_018_000n],
      ['hours-per-month', '24', 864_000n],
      ['hours-per-week', '6', 864_000n],
    ] as const)('of home nursing in %s: %s', async (quantityIn, written, expected) => {
      const read = await one('home-nursing', '', written, { quantityIn });
      expect(messages(read)).toEqual([]);
      expect(parts(read)).toEqual([expected]);
    });

    it('in the measure itself: hours and days each in their parts', async () => {
      const { quantityIn: _, ...source } = ACTIVITY;
      const read = await readActivity(
        's;q;l;m\nhome-nursing;1,5;;3\nnursing-home;1,5;ordinary;3\nnursing-home;31;demens;3\n',
        { ...source, columns, year: 2025, quantityIn: undefined } as never,
        { model },
      );
      expect(messages(read)).toEqual([]);
      expect(read.rows['objects']).toMatchObject([
        { service: 'home-nursing', unit: 'municipality', level: '' },
        { service: 'nursing-home', unit: 'municipality', level: 'dementia' },
        { service: 'nursing-home', unit: 'municipality', level: 'ordinary' },
      ]);
      expect(parts(read)).toEqual([54_000n, 1_500n, 31_000n]);
    });

    it.each([
      ['seconds', '0,04', undefined],
      ['seconds', '0,05', 1n],
      ['seconds', '0,25', 3n],
      ['minutes', '0,0025', 2n],
      ['hours', '0,333333333333', 12_000n],
      ['hours', '33,333333333333333333', 1_200_000n],
    ] as const)('finer than a part, in %s: %s', async (quantityIn, written, expected) => {
      const read = await one('home-nursing', '', written, { quantityIn });
      expect(parts(read)).toEqual(expected === undefined ? [] : [expected]);
      expect(read.findings.map(({ rule }) => rule)).toEqual(
        expected === undefined ? ['activity/zero', 'activity/other-year'] : ['activity/finer-than-a-part'],
      );
    });

    it.each([
      ['-5', 'The quantity "-5" is negative.'],
      ['', 'The quantity is empty.'],
      ['ti', '"ti" is no quantity.'],
      ['12345678901', '"99999999999" is no quantity.'],
      ['1e3', '"1e3" is no quantity. Write a number, such as 45 or 7,5.'],
      [
        '7.5',
        '"7.5" is no quantity. Write a number, such as 45 or 7,5; if the whole file writes decimals so, say decimal: "." at the source.',
      ],
      ['0.750', '"0.750" is no quantity.'],
    ])('not a quantity: "%s"', async (written, message) => {
      const read = await one('home-nursing', '', written);
      expect(messages(read)[0]).toContain(`table.csv, row 2, column q: ${message}`);
      expect(read).toMatchObject({ read: 1, refused: 1, sumParts: 0n });
    });

    it.each([
      ['1.250', { isDecimalAssumed: true }, ['activity/assumed-mark']],
      ['1.250', {}, []],
      ['1.250.000', { isDecimalAssumed: true }, []],
      ['1250', { isDecimalAssumed: true }, []],
    ] as const)(
      '"%s" is read as thousands; told where the model names no mark: %j',
      async (written, source, rules) => {
        const read = await one('home-nursing', '', written, source);
        const told = read.findings.map(({ rule }) => rule).filter((rule) => rule === 'activity/assumed-mark');
        expect(told).toEqual(rules);
        expect(parts(read)).toHaveLength(1);
      },
    );

    it('zero is left out, with a warning', async () => {
      const read = await readActivity(`${HEADER}${nursing('0')}${nursing('5')}`);
      expect(read).toMatchObject({ read: 2, refused: 1 });
      expect(read.findings).toMatchObject([{ rule: 'activity/zero', severity: 'warning', count: 1 }]);
    });

    it('of a service in days, written in minutes, are refused', async () => {
      expect(messages(await one('nursing-home', 'ordinary', '5'))[0]).toBe(
        'table.csv, row 2, column s: nursing-home is counted in "day"; the source\'s quantities are minutes. Give such services a source of their own, without quantity-in.',
      );
    });

    it('hours per week need the week rule', async () => {
      const { weekRule: _, ...without } = model;
      const read = await readActivity(
        's;q;l;m\nhome-nursing;6;;3\n',
        { columns, year: 2025, quantityIn: 'hours-per-week' },
        { model: without },
      );
      expect(messages(read)[0]).toContain('the model does not say how many weeks a month has');
    });
  });

  describe('more hours than a week has', () => {
    const columns = { person: 'p', service: 's', quantity: 'q', period: 'm' };
    const model = { ...MODEL, units: [] };
    const read = (rows: string, quantityIn: 'hours-per-week' | 'hours-per-month' | 'minutes') =>
      readActivity(`p;s;q;m\n${rows}`, { columns, quantityIn }, { model });
    const row = (quantity: string, month = '2025-02') => `${PERSON};home-nursing;${quantity};${month}\n`;
    it.each([
      ['hours-per-week', row('168'), 0],
      ['hours-per-week', row('168,01'), 1],
      ['hours-per-week', row('100') + row('69'), 1],
      ['hours-per-week', row('100') + row('69', '2025-03'), 0],
      ['hours-per-month', row('672'), 0],
      ['hours-per-month', row('673'), 1],
      ['minutes', row('40320'), 0],
      ['minutes', row('40321'), 1],
      ['minutes', row('44640', '2025-03'), 0],
    ] as const)('%s %j', async (quantityIn, rows, findings) => {
      const { findings: found } = await read(rows, quantityIn);
      expect(found.filter(({ rule }) => rule === 'activity/hours-a-week')).toHaveLength(findings);
    });
    it('says how many persons, never who', async () => {
      const found = await read(row('200'), 'hours-per-week');
      expect(messages(found)).toEqual([
        'table.csv, row 2, column q: A person has more than 168 hours a week of home-nursing in 2025-02: more hours than a week has. Check quantity-in of the source, and whether rows are there twice.',
      ]);
      expect(found.findings[0]!.severity).toBe('error');
    });
  });

  it('what the model does not know is a finding with the nearest that it does', async () => {
    const rows = [
      `${PERSON};Hjemesykepleie;sjosiden;2025-03-31;5;`,
      `${PERSON};Hjemmesykepleie;sjosidn;2025-03-31;5;`,
      `${PERSON};Hjemmesykepleie;;2025-03-31;5;`,
      `${PERSON};;sjosiden;2025-03-31;5;`,
      `${PERSON};Hjemmesykepleie;sjosiden;31.02.2025;5;`,
      `${PERSON};day-centre;sjosiden;2025-03-31;5;`,
      `${PERSON};Hjemmesykepleie;sjosiden;2025-03-31;5;demens`,
    ];
    const read = await readActivity(`${HEADER}${rows.join('\n')}\n`);
    expect(messages(read)).toEqual([
      'table.csv, row 2, column tjeneste: "Hjemesykepleie" is no service of the model. Did you mean "Hjemmesykepleie"? Name it under services in the source.',
      'table.csv, row 5, column tjeneste: The service is empty. Write a service.',
      'table.csv, row 7, column tjeneste: day-centre is an open service: it has cost and no volume. Take its rows out of the file, or give it a measure in the model.',
      'table.csv, row 3, column enhet: "sjosidn" is no unit of the model. Did you mean "sjosiden"? Name it under units in the source.',
      'table.csv, row 4, column enhet: The unit is empty. Write a unit.',
      'table.csv, row 6, column dato: "99.99.9999" is not a date, such as 2025-03-31 or 31.03.2025. Write a date, such as 2025-03-31 or 31.03.2025.',
      'table.csv, column behov: home-nursing has no levels in the model; what the column says of it is left out.',
    ]);
    expect(read).toMatchObject({ read: 7, refused: 6 });
  });

  it('levels are those of the service', async () => {
    const { quantityIn: _, ...rest } = ACTIVITY;
    const source = { ...rest, quantityIn: undefined } as never;
    const home = (level: string) => `${PERSON};Sykehjem;solvang;2025-03-31;1;${level}\n`;
    const read = await readActivity(
      HEADER + home('demens') + home('ordinary') + home('') + home('dementi'),
      source,
    );
    expect(messages(read)).toEqual([
      'table.csv, row 4, column behov: nursing-home has levels, and the row names none. Its levels are ordinary, dementia.',
      'table.csv, row 5, column behov: "dementi" is no level of nursing-home. Did you mean "dementia"?',
    ]);
    expect(read.rows['objects']).toMatchObject([{ level: 'dementia' }, { level: 'ordinary' }]);
  });

  it('rows of other years are left out with a note; none of the cost year is an error', async () => {
    const other = nursing('5').replace('2025', '2024');
    const some = await readActivity(HEADER + other + nursing('5'));
    expect(some.findings).toMatchObject([{ rule: 'activity/other-year', severity: 'note', count: 1 }]);
    expect(some).toMatchObject({ read: 2, refused: 1, years: [2025] });
    const none = await readActivity(HEADER + other);
    expect(none.findings.map(({ severity }) => severity)).toEqual(['note', 'error']);
  });

  it('ready-made volumes need no month, person or unit', async () => {
    const columns = { service: 'service', quantity: 'hours' };
    const read = await readActivity(
      'service,hours\nhome-nursing,"84 000,5"\n',
      {
        kind: 'volumes',
        columns,
        quantityIn: 'hours',
        year: 2025,
      },
      { model: { ...MODEL, units: [] } },
    );
    expect(messages(read)).toEqual([]);
    expect(read.rows['records']).toMatchObject([
      { year: 2025, month: 0, date: null, person: null, parts: 3_024_018_000n },
    ]);
  });

  it('a model with units needs a unit column', async () => {
    const { unit: _, ...columns } = ACTIVITY.columns;
    expect(messages(await readActivity(HEADER + nursing('5'), { columns }))).toEqual([
      'table.csv: The source does not say which column holds the unit. Name it under columns in the source.',
    ]);
  });

  it('rows that name nobody are kept, with a warning', async () => {
    const read = await readActivity(
      `${HEADER}${nursing('5')};Hjemmesykepleie;sjosiden;2025-03-31;5;\n - ;Hjemmesykepleie;sjosiden;2025-03-31;5;\n`,
    );
    expect(read.findings).toMatchObject([{ rule: 'activity/nobody', severity: 'warning', count: 2 }]);
    expect(read.rows['records']!.map(({ person }) => person)).toEqual([0, null, null]);
  });
});

describe('personal identifiers', () => {
  it('are refused without a key', async () => {
    const read = await readActivity(HEADER + nursing('5'), {}, { withoutKey: true });
    expect(messages(read)).toEqual([
      'table.csv: The file names persons, and there is no key to make pseudonyms with. Let INNSATS_PSEUDONYM_KEY_FILE name the key file, outside the workspace.',
    ]);
  });

  const astray: readonly [string, string][] = [
    ['in its own column', nursing('5')],
    ['in the quantity', `x;Hjemmesykepleie;sjosiden;2025-03-31;${PERSON};\n`],
    ['in the service', `x;${PERSON};sjosiden;2025-03-31;5;\n`],
    ['in the unit, written apart', 'x;Hjemmesykepleie;018185 12321;2025-03-31;5;\n'],
    ['in the level', `x;Sykehjem;solvang;2025-03-31;5;${PERSON}\n`],
    ['in the date', `x;Hjemmesykepleie;sjosiden;${PERSON};5;\n`],
    ['in a ragged row', `${PERSON};${PERSON}\n`],
    ['behind an open quotation mark', `"${PERSON};Hjemmesykepleie;sjosiden;2025-03-31;5;\n`],
    ['beside a broken letter', nursing('5') + nursing('5')],
  ];
  it.each(astray)('never show: %s', async (_, row) => {
    const seen: unknown[] = [];
    const read = await readActivity(
      HEADER + row,
      {},
      {
        inspect: async (db) => {
          const names = await db.rows<{ name: string }>('select table_name as name from duckdb_tables()');
          for (const { name } of names) seen.push(...(await db.rows(`select * from "${name}"`)));
          seen.push(...(await db.rows('select * from duckdb_types() where not internal')));
          seen.push(...(await db.rows('select * from duckdb_variables()')));
          seen.push(...(await db.rows("select current_setting('temp_directory') as folder")));
        },
      },
    );
    const everything = JSON.stringify([read, seen], (_, value) =>
      typeof value === 'bigint' ? `${value}` : value,
    );
    expect(everything).not.toMatch(/018185 ?12321/);
    expect(seen.at(-1)).toEqual({ folder: '.tmp' });
  });
});
