// An identity number as a code of the ledger refuses the file whatever its format, and is neither shown nor kept.

import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { describeFinding } from '../../src/findings/finding.ts';
import type { LedgerSource, Model } from '../../src/model/model.ts';
import { importSources } from '../../src/registers/import-sources.ts';
import { Db } from '../../src/store/db.ts';
import { type Workspace, workspaceAt } from '../../src/store/workspace.ts';
import { saftText } from '../import/saft-text.ts';
import { sampleModel } from '../import/sample-model.ts';
import { sieSource, sieText, swedishModel, voucher } from '../import/sie-text.ts';
import { LEDGER } from '../support/table-workspace.ts';
import { searchFolder } from './search-for-numbers.ts';

const NORWEGIAN = '01818512321';
const SWEDISH = '198112189876';

let db: Db;
let workspace: Workspace;
beforeAll(async () => {
  db = await Db.open({ threads: 1 });
});
afterAll(() => db.close());
beforeEach(() => {
  workspace = workspaceAt(mkdtempSync(join(tmpdir(), 'innsats-astray-')));
  mkdirSync(join(workspace.dir, 'data'));
});
afterEach(() => rmSync(workspace.dir, { recursive: true }));

/** Imports one file and gives what is said of identity numbers. */
async function imported(name: string, text: string, model: Model): Promise<string[]> {
  writeFileSync(join(workspace.dir, 'data', name), text);
  const { findings, refused } = await importSources({ workspace, model, db });
  const told = findings.filter(
    ({ message, severity }) => severity === 'error' && /identity number/.test(message),
  );
  expect(refused).toBe(told.length > 0);
  expect(await searchFolder(db, workspace.dir, [NORWEGIAN, SWEDISH, SWEDISH.slice(2)], ['data'])).toEqual([]);
  return told.map(describeFinding);
}

const SAID =
  'An identity number stands in a column that does not hold persons. Name the right columns in the source, or take the number out of the file.';

describe('an identity number among the codes of', () => {
  const saft = (project: string): string => {
    const analyses = [['P', project]] as const;
    const lines = [
      { debit: '10' },
      { account: '1920', credit: '10' },
      { debit: '5', analyses },
      { credit: '5' },
    ];
    return saftText({ transactions: [{ lines }], entries: '1', debit: '15' });
  };
  const saftModel = sampleModel(
    {
      ledger: [
        {
          ...LEDGER,
          read: 'saft',
          files: ['data/a.xml'],
          columns: {},
          dimensions: { project: 'P' },
        } as LedgerSource,
      ],
    },
    2025,
  );

  it('SAF-T refuses the file with its place', async () => {
    expect(await imported('a.xml', saft('018185 12321'), saftModel)).toEqual([
      expect.stringMatching(/^data\/a\.xml, row 3, column \w+: .* identity number .* take the number out/),
    ]);
  });

  it('SAF-T, with the last digit changed, is a code', async () => {
    expect(await imported('a.xml', saft('018185-00000'), saftModel)).toEqual([]);
  });

  const sie = (object: string): string =>
    sieText([
      '#KONTO 1930 Bank',
      '#KONTO 5010 Löner',
      '#KTYP 5010 K',
      ...voucher(`5010 {6 "${object}"} 100.00`, '1930 {} -100.00'),
    ]);
  const sieModel = swedishModel(sieSource({ files: ['data/a.se'], dimensions: { project: '6' } }), 2025);

  it.each(['811218-9876', '198112189876', 'bidrag 811218+9876'])(
    'SIE refuses the file: %s',
    async (object) => {
      expect(await imported('a.se', sie(object), sieModel)).toEqual([
        expect.stringMatching(new RegExp(`^data/a\\.se, row \\d+, column project: ${SAID}$`)),
      ]);
    },
  );

  it('SIE, an organisation, is a code', async () => {
    expect(await imported('a.se', sie('212000-0142'), sieModel)).toEqual([]);
  });
});
