// What the SAF-T reader makes of every part of a file: a posting, or a finding that names its line and what to do.

import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { SAMPLE, type SampleLine, saftText, zipOf } from '../../../../test/import/saft-text.ts';
import { sampleModel } from '../../../../test/import/sample-model.ts';
import { describeFinding } from '../../../findings/finding.ts';
import type { LedgerSource } from '../../../model/model.ts';
import { Db } from '../../../store/db.ts';
import type { ReadOutcome } from '../../reader.ts';
import { readSaft } from './read-saft.ts';

const dir = mkdtempSync(join(tmpdir(), 'innsats-saft-'));
let db: Db;
beforeAll(async () => {
  db = await Db.open({ threads: 1 });
});
afterAll(() => {
  db.close();
  rmSync(dir, { recursive: true });
});

const SOURCE: LedgerSource = {
  read: 'saft',
  kind: 'actual',
  files: ['a.xml'],
  columns: {},
  dimensions: { responsibility: 'A', function: 'F' },
  amount: { unit: 'kroner', decimal: '.', income: 'negative' },
  at: { file: 'innsats.yaml', line: 4, column: 7 },
};

type Reading = ReadOutcome & { readonly postings: readonly string[]; readonly messages: readonly string[] };

/** Reads the bytes; postings as "row class·responsibility·function·article·own·project year-month amount". */
async function read(bytes: string | Uint8Array, more: Partial<LedgerSource> = {}): Promise<Reading> {
  writeFileSync(join(dir, 'a.xml'), bytes);
  const session = await db.session();
  try {
    const source = { ...SOURCE, ...more };
    const model = sampleModel({ ledger: [source] }, 2025);
    const outcome = await readSaft('a.xml', source, { db: session, workspaceDir: dir, stage: 's', model });
    const [postings, accounts] = outcome.tables.map(({ sql }) => sql);
    const rows = postings
      ? await session.rows<{ text: string }>(
          `select concat("row", ' ', class, '·', responsibility, '·', function, '·', article, '·', own, '·', project,
             ' ', year, '-', month, ' ', amount_ore) as text
           from query($1) join query($2) using (account) order by "row", article, responsibility`,
          [postings, accounts!],
        )
      : [];
    return {
      ...outcome,
      postings: rows.map(({ text }) => text),
      messages: outcome.findings.map(describeFinding),
    };
  } finally {
    session.close();
  }
}

const sample = saftText(SAMPLE);
/** One transaction of these lines, whose debit and credit is 1000. */
const ofLines = (...lines: readonly SampleLine[]): string =>
  saftText({ transactions: [{ lines }], entries: '1', debit: '1000' });
const BANK: SampleLine = { account: '1920', credit: '1000' };

describe('a SAF-T file', () => {
  it('gives postings with article, class and dimensions, in order, and nothing of its parties and texts', async () => {
    const { postings, messages, ...outcome } = await read(sample);
    expect(postings).toEqual([
      '1 ·4710·254·010·· 2025-3 100050',
      '2 2···2.10·· 2025-3 -100050',
      '3 ·4720··6300·· 2025-4 49950',
      '4 2···2.10·· 2025-4 -49950',
    ]);
    expect(outcome).toMatchObject({ register: 'ledger', read: 4, refused: 0, sumOre: 0n, years: [2025] });
    expect(outcome.covers).toEqual(['SAF-T 999999999 2025-01 to 2025-12, from transaction T1']);
    expect(messages).toEqual([
      'a.xml, column GroupingCode: 1 accounts have no KOSTRA article in the file and stand as articles themselves, such as "6300". Name a table of own accounts under account-map where pools, concepts or natures go by official articles.',
    ]);
    const everything = JSON.stringify({ postings, messages, findings: outcome.findings });
    expect(everything).not.toMatch(/Nordmann|9999/);
  });

  it('is the same in any prefix, line end, encoding, packing and with unknown elements', async () => {
    const { postings } = await read(sample);
    const prefixed = sample.replace('xmlns=', 'xmlns:n1=').replace(/<(\/?)(?=[A-Z])/g, '<$1n1:');
    const latin = Buffer.from(sample.replace('UTF-8', 'iso-8859-1'), 'latin1');
    const cases: (string | Uint8Array)[] = [
      prefixed,
      sample.replaceAll('\n', '\r\n'),
      `\ufeff${sample}`,
      latin,
      Buffer.from(sample.replace('UTF-8', 'UTF-16'), 'utf16le'),
      Buffer.from(`\ufeff${sample.replace('UTF-8', 'UTF-16')}`, 'utf16le'),
      zipOf({ 'ledger.xml': Buffer.from(sample) }),
      sample.replaceAll('<Line>', '<Line><NewInVersion4><Amount>7</Amount></NewInVersion4><!-- x -->'),
      sample.replace(
        '<AccountID>5010</AccountID><Analysis>',
        '<AccountID><![CDATA[5010]]></AccountID><Analysis>',
      ),
      sample.replaceAll('1000.5<', ' 1000.500 <'),
    ];
    for (const text of cases) expect((await read(text)).postings).toEqual(postings);
  });

  it('takes the account map before the grouping of the file, and names what it leaves out', async () => {
    const accounts = new Map([['6300', { article: '190', own: '1', function: '265' }]]);
    const accountMap = { file: 'data/accounts.csv', source: 'chart of accounts 2025', accounts };
    const { postings, messages } = await read(sample, { accountMap });
    expect(postings[2]).toBe('3 ·4720·265·190·1· 2025-4 49950');
    expect(messages).toEqual([
      'a.xml, column AccountID: Account "5010" does not stand in data/accounts.csv; it counts as article "010". Give it a row there.',
    ]);
  });

  it('divides a line as its analyses do; what they leave over has none', async () => {
    const divided = {
      debit: '1000',
      analyses: [
        ['A', '1', '250'],
        ['A', '2', '250.01'],
        ['F', '254'],
      ],
    } as const;
    const { postings, read: rows, findings } = await read(ofLines(divided, BANK));
    expect(postings).toEqual([
      '1 ··254·010·· 2025-3 49999',
      '1 ·1·254·010·· 2025-3 25000',
      '1 ·2·254·010·· 2025-3 25001',
      '2 2···2.10·· 2025-3 -100000',
    ]);
    expect([rows, findings]).toEqual([4, []]);
    const both = {
      debit: '1000',
      analyses: [
        ['A', '1', '400'],
        ['F', '9', '400'],
        ['A', '2', '600'],
        ['F', '8', '600'],
      ],
    } as const;
    expect((await read(ofLines(both, BANK))).postings.slice(0, 2)).toEqual([
      '1 ·1·9·010·· 2025-3 40000',
      '1 ·2·8·010·· 2025-3 60000',
    ]);
    const credit = {
      account: '1920',
      credit: '1000',
      analyses: [
        ['A', '1', '400'],
        ['A', '2', '600'],
      ],
    } as const;
    expect(
      (await read(ofLines({ debit: '1000', analyses: [['F', '254', '1000']] }, credit))).postings.slice(1),
    ).toEqual(['2 2·1··2.10·· 2025-3 -40000', '2 2·2··2.10·· 2025-3 -60000']);
  });

  it.each([
    ['13', '2025', 12, 'note saft/closing-period'],
    ['16', '2025', 12, 'note saft/closing-period'],
    ['', '', 3, ''],
  ])('period %s of %s is month %i', async (period, year, month, note) => {
    const lines = [{ debit: '1000', analyses: [['A', '4710']] } as const, BANK];
    const outcome = await read(
      saftText({ transactions: [{ period, year, lines }], entries: '1', debit: '1000' }),
    );
    expect(outcome.postings[0]).toBe(`1 ·4710··010·· 2025-${month} 100000`);
    expect(outcome.findings.map(({ severity, rule }) => `${severity} ${rule}`)).toEqual(
      note === '' ? [] : [note],
    );
  });
});

describe('a line that cannot be a posting is refused with its number in the file', () => {
  it.each<[string, SampleLine, string]>([
    [
      'two amounts of ten øre',
      { debit: '10.005' },
      'a.xml, row 2, column DebitAmount: "10.005" is finer than an øre.',
    ],
    [
      'a decimal comma',
      { credit: '10,00' },
      'row 2, column CreditAmount: "10,00" is not an amount. SAF-T writes 1234.50;',
    ],
    ['an exponent', { debit: '1e3' }, '"1e3" is not an amount.'],
    ['a blank amount', { debit: '' }, '"" is not an amount.'],
    ['no amount', {}, 'row 2, column DebitAmount: The line has neither a debit nor a credit amount.'],
    ['a large amount', { debit: '1234567890123456.00' }, 'is too large for one posting.'],
    ['no account', { account: '', debit: '0' }, 'row 2, column AccountID: The line has no account.'],
    [
      'more than the line',
      { debit: '10', analyses: [['A', '1', '11']] },
      'column Analysis: The line is 10.00 kr; its analyses of the type A sum to 11.00 kr, which is more.',
    ],
    [
      'two ids',
      {
        debit: '10',
        analyses: [
          ['A', '1', '5'],
          ['A', '2'],
        ],
      },
      'several ids of the analysis type A, and no amount for "2".',
    ],
    [
      'crossing',
      {
        debit: '10',
        analyses: [
          ['A', '1', '5'],
          ['A', '2', '5'],
          ['F', '1', '4'],
          ['F', '2', '6'],
        ],
      },
      'divided by several of the analysis types asked for, and not in the same way.',
    ],
  ])('%s', async (_, wrong, message) => {
    const outcome = await read(
      ofLines(
        {
          debit: '1000',
          analyses: [
            ['A', '4710'],
            ['F', '254'],
          ],
        },
        wrong,
        BANK,
      ),
    );
    expect(outcome).toMatchObject({ read: 3, refused: 1 });
    const refusals = outcome.findings.filter(({ where }) => where.row !== undefined);
    expect(refusals[0]).toMatchObject({ severity: 'error', where: { file: 'a.xml', row: 2 } });
    expect(outcome.messages.some((text) => text.includes(message))).toBe(true);
  });

  it.each<[string, string, string, string]>([
    ['00', '2025', '', 'column Period: "00" is not a period from 1 to 12 (or to 16, to close the year).'],
    ['17', '2025', '', '"17" is not a period'],
    ['3', '25', '', 'column PeriodYear: "25" is not a year.'],
    ['', '', '2025-02-30', 'column TransactionDate: It has no period, and "2025-02-30" is no date.'],
  ])('period %s of %s on %s', async (period, year, date, message) => {
    const transactions = [{ period, year, date, lines: [{ debit: '1000' }, BANK] }];
    const outcome = await read(saftText({ transactions, entries: '1', debit: '1000' }));
    expect(outcome).toMatchObject({ read: 2, refused: 2, tables: [] });
    expect(outcome.messages[0]).toContain(message);
  });

  it('never keeps or shows an identity number, whether as an analysis or an account', async () => {
    const planted = '13097248022';
    const lines = [{ debit: '1000', analyses: [['A', planted]] } as const, { ...BANK, account: planted }];
    const outcome = await read(ofLines(...lines));
    expect(outcome).toMatchObject({ read: 2, refused: 2, tables: [] });
    expect(outcome.findings.map(({ rule }) => rule)).toContain('saft/identity-number');
    expect(outcome.messages.join('\n')).not.toMatch(/130972|48022/);
  });

  it('lists twenty and counts the rest', async () => {
    const lines = Array.from({ length: 50 }, () => ({ debit: 'x' }));
    const { findings } = await read(ofLines({ debit: '1000' }, BANK, ...lines));
    const amounts = findings.filter(({ rule }) => rule === 'saft/amount');
    expect(amounts).toHaveLength(21);
    expect(amounts.at(-1)).toMatchObject({ message: 'And 30 more of the same kind.', count: 30 });
  });
});

describe('what the file says of itself is compared', () => {
  it.each<[string, string, string]>([
    [
      '<NumberOfEntries>2',
      '<NumberOfEntries>3',
      'error saft/totals: The file says that it has 3 transactions and has 2: 1 are missing.',
    ],
    [
      '<NumberOfEntries>2',
      '<NumberOfEntries>1',
      'error saft/totals: The file says that it has 1 transactions and has 2: 1 too many.',
    ],
    [
      '<NumberOfEntries>2',
      '<NumberOfEntries>4',
      'note saft/entries-are-lines: The file counts its 4 lines as entries, not its 2 transactions.',
    ],
    ['<NumberOfEntries>2', '<NumberOfEntries>two', 'error saft/totals: "two" is no NumberOfEntries.'],
    [
      '<TotalDebit>1500<',
      '<TotalDebit>1500.01<',
      'error saft/totals: The file says that its debit is 1,500.01 kr; its lines sum to 1,500.00 kr, a difference of −0.01 kr.',
    ],
    [
      '<TotalCredit>1500<',
      '<TotalCredit>1499<',
      'error saft/totals: The file says that its credit is 1,499.00 kr; its lines sum to 1,500.00 kr, a difference of 1.00 kr.',
    ],
    [
      '<TotalDebit>1500</TotalDebit>',
      '',
      'warning saft/no-totals: The file does not say its TotalDebit, so that nothing shows that it is whole.',
    ],
    [
      '<Amount>499.50<',
      '<Amount>499.51<',
      'warning saft/unbalanced: Transaction "T2" does not balance: its debit exceeds its credit by 0.01 kr.',
    ],
    [
      '<AccountID>6300</AccountID><AccountD',
      '<AccountID>6301</AccountID><AccountD',
      'warning saft/unknown-account: Lines stand on account "6300", which is not among the accounts of the file.',
    ],
    [
      '<AnalysisType>F</AnalysisType>',
      '<AnalysisType>G</AnalysisType>',
      'error saft/no-such-analysis: The file has no analysis type "F", which is to hold the function; it has "A", "G".',
    ],
    [
      '2.10</GroupingCode>',
      '2.10</GroupingCode><OpeningDebitBalance>5000</OpeningDebitBalance><ClosingDebitBalance>3501</ClosingDebitBalance>',
      'warning saft/closing-balance: Account "1920" opens with 5,000.00 kr and moves −1,500.00 kr; its closing balance is given as 3,501.00 kr, a difference of −1.00 kr.',
    ],
    [
      '2.10</GroupingCode>',
      '2.10</GroupingCode><OpeningDebitBalance>5000</OpeningDebitBalance><ClosingDebitBalance>3500</ClosingDebitBalance>',
      '',
    ],
    [
      '2.10</GroupingCode>',
      '2.10</GroupingCode><OpeningCreditBalance>1.5</OpeningCreditBalance><ClosingCreditBalance>1501.50</ClosingCreditBalance>',
      '',
    ],
  ])('%s → %s', async (from, to, finding) => {
    expect(sample).toContain(from);
    const { findings } = await read(sample.replaceAll(from, to));
    const found = findings.map(({ severity, rule, message }) => `${severity} ${rule}: ${message}`);
    const others = found.filter((text) => !text.includes('saft/own-articles'));
    if (finding === '') expect(others).toEqual([]);
    else expect(others).toContain(finding);
  });

  it('tells lines of other years; a file without any of the cost year is refused', async () => {
    const other = sample.replace('<PeriodYear>2025', '<PeriodYear>2024');
    const found = async (text: string, more = {}) =>
      (await read(text, more)).findings.map(({ severity, rule, count }) => [severity, rule, count]);
    expect(await found(other)).toContainEqual(['warning', 'ledger/other-year', 2]);
    expect(await found(sample.replaceAll('<PeriodYear>2025', '<PeriodYear>2024'))).toContainEqual([
      'error',
      'ledger/other-year',
      4,
    ]);
    const declared = await read(other, { year: 2025 });
    expect(declared).toMatchObject({ read: 4, refused: 2 });
    expect(declared.messages[0]).toContain(
      'The transaction is of 2024; the model says that the file is of 2025.',
    );
  });
});

describe('a file that cannot be read is refused with the place and the reason', () => {
  const zipped = zipOf({ 'ledger.xml': Buffer.from(sample) });
  const locked = Buffer.from(zipped);
  for (const [signature, at] of [
    ['PK\u0003\u0004', 6],
    ['PK\u0001\u0002', 8],
  ] as const)
    locked[locked.indexOf(signature) + at] = 1;
  const changed = Buffer.from(zipped);
  changed[60] = changed[60]! ^ 0xff;
  const deep = `<x>`.repeat(120);
  const billion = `<!DOCTYPE AuditFile [<!ENTITY a "aaaaaaaaaa"><!ENTITY b "&a;&a;&a;">]>`;
  it.each<[string, string | Uint8Array, string, string]>([
    ['empty', '', 'saft/empty', 'The file is empty.'],
    ['only blanks', '  \n', 'saft/not-well-formed', 'it has no element'],
    ['text', 'Kontonr;Beløp\n1;2\n', 'saft/not-well-formed', 'not well-formed XML'],
    [
      'cut off in a tag',
      sample.slice(0, -5),
      'saft/not-well-formed',
      'a.xml:19:9: The file is not well-formed XML',
    ],
    [
      'cut off between tags',
      sample.slice(0, sample.indexOf('</Journal>')),
      'saft/not-well-formed',
      'it ends before all its elements are closed',
    ],
    ['NUL', sample.replace('<Period>3', '<Period>\u00003'), 'saft/not-well-formed', 'such as NUL'],
    ['entities', sample.replace('<AuditFile', `${billion}<AuditFile`), 'saft/doctype', 'a.xml:2:'],
    [
      'an unknown entity',
      sample.replace('Kari', '&kari;'),
      'saft/not-well-formed',
      'not one of the five of XML',
    ],
    [
      'another root',
      sample
        .replace('<AuditFile xmlns="urn:StandardAuditFile-Taxation-Financial:NO"', '<Invoice xmlns="urn:x"')
        .replace('</AuditFile>', '</Invoice>'),
      'saft/namespace',
      'another kind than SAF-T Financial of Norway',
    ],
    [
      'another namespace',
      sample.replace('Financial:NO', 'Financial:DK'),
      'saft/namespace',
      'another kind than SAF-T Financial of Norway',
    ],
    ['no namespace', sample.replace(/ xmlns="[^"]*"/, ''), 'saft/namespace', 'no AuditFile of the namespace'],
    [
      'a namespace that changes',
      sample.replace('<Journal>', '<Journal xmlns="urn:x">'),
      'saft/namespace',
      'changes its namespace',
    ],
    [
      'version 2',
      sample.replace('>1.30<', '>2.00<'),
      'saft/version',
      'The file is of version "2.00"; 1.0 to 1.3 are known here.',
    ],
    [
      'no version',
      sample.replace('<AuditFileVersion>1.30</AuditFileVersion>', ''),
      'saft/version',
      'does not say its version',
    ],
    ['no header', sample.replace(/<Header>.*<\/Header>/s, ''), 'saft/version', 'does not say its version'],
    [
      'euro',
      sample.replace('>NOK<', '>EUR<'),
      'saft/currency',
      'The amounts of the file are in "EUR", not in NOK.',
    ],
    [
      'no lines',
      sample.replace(/<Transaction>.*<\/Transaction>/s, ''),
      'saft/no-lines',
      'The file has no transaction lines.',
    ],
    [
      'an unknown encoding',
      sample.replace('UTF-8', 'EBCDIC-NO'),
      'saft/encoding',
      'it is in EBCDIC-NO, which is not known here',
    ],
    ['a wrong encoding', Buffer.from(sample, 'latin1'), 'saft/encoding', 'bytes that are not UTF-8'],
    [
      'very deep',
      sample.replace('<Header>', `<Header>${deep}`),
      'saft/too-deep',
      '100 elements within one another',
    ],
    [
      'a line of 10 MB',
      sample.replace('Kari', 'x'.repeat(10_000_000)),
      'saft/too-long',
      '1000000 characters without a tag',
    ],
    [
      'a zip of two',
      zipOf({ 'a.xml': Buffer.from(sample), 'b.xml': Buffer.from(sample) }),
      'saft/zip',
      'holds 2 files',
    ],
    ['a zip of nothing', zipOf({}), 'saft/zip', 'holds 0 files'],
    ['a zip in a zip', zipOf({ 'a.zip': zipped }), 'saft/zip', 'The archive holds another archive.'],
    [
      'a zip under another name',
      zipOf({ 'a.xml': zipped }),
      'saft/zip',
      'The archive holds another archive.',
    ],
    ['a locked zip', locked, 'saft/zip', 'locked with a password'],
    ['a zip cut off', zipped.subarray(0, 300), 'saft/zip', 'cut off or damaged'],
    ['a changed zip', changed, '', ''],
    [
      'a zip that grows',
      zipOf({
        'a.xml': Buffer.concat([Buffer.from(sample.slice(0, -14)), Buffer.alloc(60_000_000, '<x/>')]),
      }),
      'saft/zip',
      'grows to more than 300 times its size',
    ],
  ])('%s', async (_, bytes, rule, message) => {
    const outcome = await read(bytes);
    const errors = outcome.findings.filter(({ severity }) => severity === 'error');
    expect(errors.length).toBeGreaterThan(0);
    expect(outcome.tables).toEqual([]);
    expect(outcome.refused).toBe(outcome.read);
    if (rule !== '') expect(errors.map((finding) => finding.rule)).toContain(rule);
    expect(outcome.messages.some((text) => text.includes(message))).toBe(true);
    expect(outcome.messages.join()).not.toContain('Nordmann');
  });
});
