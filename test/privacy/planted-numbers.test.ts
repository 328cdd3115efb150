// Identity numbers planted in what a workspace is given, in every spelling: after whole runs of the command line none of
// them stands in any output, log, table or temporary file.

import { rmSync } from 'node:fs';
import { join } from 'node:path';
import fc from 'fast-check';
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import { Db } from '../../src/store/db.ts';
import { type Ended, innsats } from '../support/cli.ts';
import { row as sheetRow, workbookOf } from '../support/hand-made-workbook.ts';
import { danishNumbers, norwegianNumbers, spellings, swedishNumbers } from '../support/identity-numbers.ts';
import { filesBelow, numbersIn, searchFolder } from './search-for-numbers.ts';
import { HEADER, OTHER_SOURCES, type Place, writeWorkspace } from './small-workspace.ts';

const VALID = [...new Set(fc.sample(norwegianNumbers, { numRuns: 60, seed: 2025 }))];
/** With another last digit they are in doubt, and no less somebody's. */
const IN_DOUBT = VALID.slice(0, 20).map((number) => number.slice(0, -1) + ((Number(number.at(-1)) + 1) % 10));
const PLANTED = [...VALID, ...IN_DOUBT];
type Cells = {
  readonly service?: string;
  readonly unit?: string;
  readonly date?: string;
  readonly quantity?: string;
  readonly level?: string;
};
function row(person: string, cells: Cells = {}): string {
  const {
    service = 'home-nursing',
    unit = 'sjosiden',
    date = '2025-03-31',
    quantity = '60',
    level = '',
  } = cells;
  return `"${[person, service, unit, date, quantity, level].join('";"')}"\n`;
}

let db: Db;
let place: Place;
beforeAll(async () => {
  db = await Db.open({ threads: 1 });
});
afterAll(() => db.close());
afterEach(() => rmSync(place.root, { recursive: true }));

/** Runs the commands, and gives what each said; expects one of the exit codes given and no planted number anywhere. */
async function runAll(
  commands: readonly (readonly [string, ...number[]])[],
  planted: readonly string[] = PLANTED,
): Promise<string> {
  const said: string[] = [];
  for (const [command, ...codes] of commands) {
    const ended: Ended = await innsats(
      ['-C', place.workspace, ...command.split(' ')],
      place.root,
      place.environment,
    );
    said.push(ended.stdout, ended.stderr);
    if (!codes.includes(ended.code)) expect([command, ended]).toEqual([command, codes]);
    expect([command, numbersIn(ended.stdout + ended.stderr, planted)]).toEqual([command, 0]);
  }
  expect(await searchFolder(db, place.root, planted, ['workspace/data'])).toEqual([]);
  return said.join('\n');
}

/** The marks of all distinct pseudonyms, in their order; what is no pseudonym is undefined. */
async function marksInForce(): Promise<(string | undefined)[]> {
  const files = filesBelow(join(place.workspace, 'registers')).filter((file) =>
    file.endsWith('persons.parquet'),
  );
  const rows = await db.rows<{ pseudonym: string }>(
    `select distinct pseudonym from read_parquet(['${files.join("', '")}']) order by pseudonym`,
  );
  return rows.map(({ pseudonym }) => /^([plu])[0-9a-f]{32}$/.exec(pseudonym)?.[1]);
}

describe('identity numbers', () => {
  it('are found by the search in the data itself', async () => {
    const [one = ''] = PLANTED;
    place = writeWorkspace({
      'delivered-1.csv':
        HEADER +
        spellings(one)
          .map((text) => row(text))
          .join(''),
      'delivered-2.csv': Buffer.from(HEADER + row(one), 'utf16le'),
    });
    await db.run(
      `copy (select ${BigInt(one)}::bigint as a, 'x ${one.slice(0, 6)}-${one.slice(6)}' as b) to '${join(place.workspace, 'data', 'c.parquet')}'`,
    );
    const found = await searchFolder(db, place.root, PLANTED, []);
    expect(found.map(({ where }) => where)).toEqual([
      'workspace/data/c.parquet',
      'workspace/data/delivered-1.csv',
      'workspace/data/delivered-2.csv',
    ]);
    for (const text of [...spellings(one), one.replace(/^0/, '')]) expect(numbersIn(text, [one])).toBe(1);
    expect(numbersIn('0123456789012345678901234567890', PLANTED)).toBe(0);
  });

  it('in the person column, in every spelling, leave nothing but pseudonyms', async () => {
    const written = VALID.flatMap((number, i) => {
      const all = spellings(number);
      return [all[i % all.length]!, all[(i * 7 + 3) % all.length]!, number.replace(/^0/, '')];
    });
    const inDoubt = IN_DOUBT.map((number, i) => row(spellings(number)[i % 11]!));
    place = writeWorkspace({
      'delivered-1.csv': HEADER + written.map((text) => row(text)).join(''),
      // A blank line makes this one be read record by record.
      'delivered-2.csv': `${HEADER}\n${inDoubt.join('')}`,
    });
    const said = await runAll([
      ['check', 0, 1],
      ['run', 0],
      ['--json run', 0],
      ['explain volume:home-nursing/sjosiden@3', 0],
      ['verify', 0],
    ]);
    expect(said).toContain('they were put back');
    expect(said).toContain('20 identity numbers are not valid (20 with a wrong control digit)');
    const marks = await marksInForce();
    expect(marks.filter((mark) => mark === 'p')).toHaveLength(VALID.length);
    expect(marks.filter((mark) => mark === 'u')).toHaveLength(IN_DOUBT.length);
  });

  it('are one person in CSV, in a workbook and in Parquet, as text and as numbers', async () => {
    const cells = ['home-nursing', 'sjosiden', '2025-03-31', 60, ''] as const;
    const names = HEADER.trimEnd().split(';');
    const rows = VALID.map((number, i) => sheetRow(i + 2, [i % 2 ? Number(number) : number, ...cells]));
    place = writeWorkspace({
      'delivered-1.csv': HEADER + VALID.map((number) => row(number)).join(''),
      'delivered-2.xlsx': workbookOf({ rows: sheetRow(1, names) + rows.join('') }),
    });
    for (const type of ['bigint', 'double', 'varchar'])
      await db.run(
        `copy (select pnr::${type} as pnr, 'home-nursing' as tjeneste, 'sjosiden' as enhet,
           date '2025-03-31' as dato, 60 as minutter, '' as behov from unnest([${VALID.map(BigInt)}]) as t(pnr))
         to '${join(place.workspace, 'data', `delivered-${type}.parquet`)}'`,
      );
    await runAll([['run', 0]]);
    expect(await marksInForce()).toEqual(VALID.map(() => 'p'));
  });

  it.each([
    ['SE', swedishNumbers],
    ['DK', danishNumbers],
  ] as const)('of %s leave nothing but pseudonyms', async (country, numbers) => {
    const some = [...new Set(fc.sample(numbers, { numRuns: 30, seed: 2025 }))];
    const written = some.flatMap((number, i) => {
      const ten = number.slice(-10);
      return [spellings(number)[i % 11]!, spellings(ten)[(i + 5) % 11]!, ten.replace(/^0/, '')];
    });
    place = writeWorkspace(
      { 'delivered-1.csv': HEADER + written.map((text) => row(text)).join('') },
      country,
    );
    const both = some.flatMap((number) => [number, number.slice(-10)]);
    await runAll([['--json run', 0]], both);
    expect(await marksInForce()).toEqual(some.map(() => 'p'));
  });

  it('in all registers that name persons leave nothing but pseudonyms, and are one person in all', async () => {
    const table = (header: string, cells: string): string =>
      `${header}\n${PLANTED.map((number, i) => `"${spellings(number)[i % 11]}";${cells}\n`).join('')}`;
    const files = {
      'delivered-1.csv': HEADER + PLANTED.map((number) => row(number)).join(''),
      'decisions.csv': table(
        'pnr;tjeneste;enhet;timer;fra;til;vedtak',
        'home-nursing;sjosiden;2;2025-01-01;2025-12-31;V1',
      ),
      'away.csv': table('pnr;fra;til', '2025-02-01;2025-02-03'),
      'waiting.csv': table('pnr;tjeneste;fra;til', 'home-nursing;2025-01-01;2025-01-15'),
      'people.csv': table('pnr;år;kjønn;krets', '1950;K;Sentrum'),
      'needs.csv': table('pnr;fra;til;vekt', '2025-01-01;;1,2'),
      'invoices.csv': table('mottaker;funksjon;art;periode;beløp', '258;370;2025-03;99,50'),
    };
    place = writeWorkspace(files, 'NO', OTHER_SOURCES);
    const said = await runAll([
      ['--json check', 0, 1],
      ['run', 0],
    ]);
    expect(said).toContain('activity/identity-number');
    expect(said).toContain('ledger/identity-number');
    expect(await marksInForce()).toEqual([...VALID.map(() => 'p'), ...IN_DOUBT.map(() => 'u')]);
  });

  it('in other columns refuse the import and are not shown', async () => {
    const at = (i: number): string => spellings(PLANTED[i]!)[i % 11]!;
    const activity = [
      row('A1', { service: at(0) }),
      row('A1', { service: `Hjelp til ${at(1)}` }),
      row('A1', { unit: at(2) }),
      row('A1', { level: at(3) }),
      row('A1', { date: at(4) }),
      row('A1', { quantity: at(5) }),
      row(`Ola Nordmann ${at(6)}`),
      row(at(7), { quantity: 'x' }),
    ];
    const posting = (project: string, amount: string, period = '2025-01'): string =>
      `258;010;"${project}";"${period}";"${amount}"\n`;
    place = writeWorkspace({
      'ledger.csv': `funksjon;art;prosjekt;periode;beløp\n${posting(at(8), '100,00')}${posting('P1', at(9))}${posting('P1', '1,00', at(10))}`,
      'delivered-1.csv': HEADER + activity.join(''),
    });
    const said = await runAll([
      ['--json check', 3],
      ['run', 3],
    ]);
    for (const column of ['tjeneste', 'enhet', 'behov', 'prosjekt'])
      expect(said).toContain(
        `, column ${column}: An identity number stands in a column that does not hold persons.`,
      );
  });

  it('in broken rows and files are not shown', async () => {
    const at = (i: number): string => spellings(PLANTED[i]!)[i % 10]!;
    place = writeWorkspace({
      'delivered-1.csv': `${HEADER}${at(0)};${at(1)}\n${row('A1')}${at(2)};home-nursing;sjosiden;2025-01-01;5;;;${at(3)}\n`,
      'delivered-2.csv': `${HEADER}${row('A1')}"${at(4)};home-nursing;sjosiden;2025-01-01;5;\n${row(at(5))}`,
      'delivered-3.csv': PLANTED.slice(6, 12)
        .map((number) => row(number))
        .join(''),
      'delivered-4.csv': Buffer.from(`${HEADER}${row(at(7))}${row('bl\u00e5')}${row(at(8))}`, 'latin1'),
      'delivered-5.csv': `${HEADER}${at(9)};home-nursing;sjosiden;2025-01-01;5;\n${at(10)};home-nurs`,
      'delivered-6.csv': `${HEADER}${row('1,81852E+10')}`,
      [`delivered-7.csv`]: Buffer.from(`${HEADER}${row(at(11))}\0${row(at(12))}`, 'utf8'),
    });
    const said = await runAll([
      ['--json check', 3],
      ['run', 3],
    ]);
    expect(said).toContain('shortened identity numbers');
  });
});
