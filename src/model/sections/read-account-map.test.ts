// What a model says about the ledger files of other systems: dimensions, own accounts, and what is not for them.

import { describe, expect, it } from 'vitest';
import { SAMPLE_MODEL, writeSample } from '../../../test/support/sample-model.ts';
import { describeFinding } from '../../findings/finding.ts';
import { describeModel } from '../describe-model.ts';
import { readModel } from '../read-model.ts';

const TABLE = SAMPLE_MODEL.slice(
  SAMPLE_MODEL.indexOf('    - read: table'),
  SAMPLE_MODEL.indexOf('  account-string:'),
);
const ACCOUNTS = 'account;article;own;function\n5000;010;1;253\n6300;190;;\n';
const SAFT = `    - read: saft
      files: data/saft.xml
      dimensions: { responsibility: A, function: F, project: P }
      account-map: { table: data/accounts.csv, source: chart of accounts 2025 }
`;

const read = (source: string, accounts = ACCOUNTS) =>
  readModel(writeSample(SAMPLE_MODEL.replace(TABLE, source), { 'data/accounts.csv': accounts }));

const messages = async (source: string, accounts = ACCOUNTS): Promise<string[]> =>
  (await read(source, accounts)).findings.map(describeFinding);

describe('a SAF-T source', () => {
  it('has its dimensions, its own accounts and the amounts of the form', async () => {
    const { model, findings } = await read(SAFT);
    expect(findings).toEqual([]);
    expect(model?.ledger[0]).toMatchObject({
      read: 'saft',
      kind: 'actual',
      files: ['data/saft.xml'],
      columns: {},
      dimensions: { responsibility: 'A', function: 'F', project: 'P' },
      amount: { unit: 'kroner', decimal: '.', income: 'negative' },
      accountMap: { file: 'data/accounts.csv', source: 'chart of accounts 2025' },
    });
    expect(model?.ledger[0]).not.toHaveProperty('accountString');
    expect([...(model?.ledger[0]?.accountMap?.accounts ?? [])]).toEqual([
      ['5000', { article: '010', own: '1', function: '253' }],
      ['6300', { article: '190' }],
    ]);
  });

  it('is read back as a sentence', async () => {
    const { model } = await read(SAFT);
    expect(model && describeModel(model)[1]).toBe(
      'The ledger is read from data/saft.xml, in SAF-T in kroner, income negative; responsibility is analysis type A, ' +
        'function is F and project is P; 2 accounts get their article by data/accounts.csv (source: chart of accounts 2025).',
    );
  });

  it('may be the budget in SIE, without any dimensions', async () => {
    const { model, findings } = await read(
      '    - { read: sie, kind: budget, files: data/a.se, encoding: latin-1 }\n',
    );
    expect(findings).toEqual([]);
    expect(model?.ledger[0]).toMatchObject({ read: 'sie', kind: 'budget', encoding: 'latin-1' });
    expect(model && describeModel(model)[1]).toBe(
      'The budget is read from data/a.se, in SIE in kroner, income negative.',
    );
  });
});

describe('what is wrong is said with its place and remedy', () => {
  it.each<[string, string, string]>([
    [
      'files: data/saft.xml',
      'files: data/saft.xml\n      columns: { account: Konto }',
      'a SAF-T file has a fixed form: "columns" is not for it. Leave out "columns", or write "read: table".',
    ],
    [
      'files: data/saft.xml',
      'files: data/saft.xml\n      encoding: latin-1',
      'a SAF-T file has a fixed form: "encoding" is not for it. Leave out "encoding", or write "read: table".',
    ],
    [
      'project: P',
      'project: A',
      '"A" is named for responsibility and for project. A dimension of the file holds one dimension of the account string; keep one of the two.',
    ],
    [
      'responsibility: A',
      'responsability: A',
      'dimensions has no key "responsability". Did you mean "responsibility"?',
    ],
    [
      'responsibility: A',
      'responsibility: ',
      'expected an analysis type or the number of a dimension, found nothing.',
    ],
    [
      ', source: chart of accounts 2025',
      '',
      '"source" is missing. Say where the table is from: "source: chart of accounts 2025".',
    ],
    ['table: data/accounts.csv, ', '', '"table" is missing. Name the table: "table: data/accounts.csv".'],
    [
      'data/accounts.csv',
      'data/konti.csv',
      'cannot read the table "data/konti.csv". Paths are relative to the folder of the model file.',
    ],
    [
      'read: saft',
      'read: saf-t',
      'expected one of kostra, table, saft, sie, found "saf-t". Did you mean "saft"?',
    ],
  ])('%s → %s', async (from, to, message) => {
    expect(SAFT).toContain(from);
    const found = await messages(SAFT.replace(from, to));
    expect(found.some((text) => text.endsWith(`: ${message}`))).toBe(true);
  });

  it.each<[string, string, string]>([
    [
      'article;own',
      'artcle;own',
      'data/accounts.csv, row 1: no column "artcle" is known here. Did you mean "article"?',
    ],
    [
      'article;own',
      'own',
      'data/accounts.csv, row 1: the table has no column "article". Columns: account, article, own, function.',
    ],
    [
      '6300;190',
      '6300;',
      'data/accounts.csv, row 3, column article: account 6300 has no article. Name its official article.',
    ],
    [
      '6300;190',
      ';190',
      'data/accounts.csv, row 3, column account: the account is missing. Name it, or take the row out.',
    ],
    [
      '6300;190',
      '5000;190',
      'data/accounts.csv, row 3, column account: account 5000 stands already in row 2. Keep one of the two rows.',
    ],
  ])('in the table: %s → %s', async (from, to, message) => {
    expect(ACCOUNTS).toContain(from);
    expect(await messages(SAFT, ACCOUNTS.replace(from, to))).toContain(message);
  });

  it('is for tables too, where something holds the own account', async () => {
    const map = 'account-map: { table: data/accounts.csv, source: chart of accounts 2025 }';
    const { model, findings } = await read(TABLE.replace('files:', `${map}\n      files:`));
    expect(findings).toEqual([]);
    expect(model?.ledger[0]?.accountMap?.accounts.get('5000')).toEqual({
      article: '010',
      own: '1',
      function: '253',
    });
    const without = TABLE.replace(
      'files:',
      `${map}\n      account-string: [{ responsibility: 14 }]\n      files:`,
    );
    expect((await messages(without)).join()).toContain(
      'Name the column of the own account as "article", or give the account string a part "article": the account map is looked up by it.',
    );
  });

  it('says that dimensions are not for tables', async () => {
    const found = await messages(TABLE.replace('files:', 'dimensions: { project: P }\n      files:'));
    expect(found.join()).toContain(
      'a table has columns: "dimensions" is not for it. Leave out "dimensions"; name the columns',
    );
  });
});
