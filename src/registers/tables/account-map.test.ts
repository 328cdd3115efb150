// Own accounts in a table of postings: which article, own digit and function they get, and what is told of an account
// that the map does not have.

import { describe, expect, it } from 'vitest';
import { type Read, readLedger } from '../../../test/support/table-workspace.ts';
import { describeFinding } from '../../findings/finding.ts';
import type { AccountMap, LedgerSource } from '../../model/model.ts';
import type { Account } from '../../tables/ledger.ts';

const MAP: AccountMap = {
  file: 'data/accounts.csv',
  source: 'chart of accounts 2025',
  accounts: new Map([
    ['5010', { article: '010', own: '1', function: '254' }],
    ['5011', { article: '010', own: '1', function: '254' }],
    ['6300', { article: '190' }],
  ]),
};
const IN_COLUMNS: Partial<LedgerSource> = {
  columns: { article: 'konto', own: 'siffer', function: 'funksjon', period: 'periode', amount: 'beløp' },
  accountMap: MAP,
};
const HEADER = 'konto;siffer;funksjon;periode;beløp\n';

const inColumns = (text: string): Promise<Read> => readLedger(HEADER + text, IN_COLUMNS);
/** Accounts of the register with what stands on them: "function article own øre". */
function held({ rows }: Read): string[] {
  const accounts = rows['accounts'] as unknown as (Account & { account: number })[];
  const sums = new Map<number, bigint>();
  for (const row of rows['postings'] ?? [])
    sums.set(
      row['account'] as number,
      (sums.get(row['account'] as number) ?? 0n) + (row['amount_ore'] as bigint),
    );
  return accounts.map(
    ({ account, function: code, article, own }) => `${code}|${article}|${own}|${sums.get(account)}`,
  );
}
const told = ({ findings }: Read): string[] => findings.map(describeFinding);

describe('a table with own accounts', () => {
  it('takes article, own digit and function from the map; two own accounts may be one', async () => {
    const read = await inColumns('5010;;;2025-01;1\n5011;;;2025-02;2\n6300;;253;2025-03;4\n');
    expect(told(read)).toEqual([]);
    expect(held(read)).toEqual(['253|190||400', '254|010|1|300']);
  });

  it('keeps the digit and the function that the file has itself', async () => {
    const read = await inColumns('5010;7;;2025-01;1\n5010;;253;2025-01;2\n5010;7;253;2025-01;4\n');
    expect(held(read)).toEqual(['253|010|1|200', '253|010|7|400', '254|010|7|100']);
  });

  it('looks up the article of an account string', async () => {
    const read = await readLedger('Kontostreng;Periode;Beløp\n47105010;202501;1\n47106300;202501;2\n', {
      accountString: [
        { field: 'responsibility', length: 4 },
        { field: 'article', length: 4 },
      ],
      accountMap: MAP,
    });
    expect(told(read)).toEqual([]);
    expect(held(read)).toEqual(['|190||200', '254|010|1|100']);
  });

  it('tells an account that the map does not have, with its amount and the nearest; its postings count', async () => {
    const read = await inColumns(
      '5010;;;2025-01;1\n5100;;;2025-01;2,50\n5100;;253;2025-02;-1\n9;;;2025-01;8\n',
    );
    expect(told(read)).toEqual([
      'table.csv, row 3, column konto: Account "5100" does not stand in data/accounts.csv; it counts as article "5100". Give it a row there, or correct the postings. The nearest account there is 5010 (article 010).',
      'table.csv, row 5, column konto: Account "9" does not stand in data/accounts.csv; it counts as article "9". Give it a row there, or correct the postings.',
    ]);
    expect(
      read.findings.map(({ rule, severity, count, amountOre }) => [rule, severity, count, amountOre]),
    ).toEqual([
      ['ledger/unmapped-account', 'warning', 2, 150n],
      ['ledger/unmapped-account', 'warning', 1, 800n],
    ]);
    expect(held(read)).toEqual(['|5100||250', '|9||800', '253|5100||-100', '254|010|1|100']);
    expect(read).toMatchObject({ read: 4, refused: 0, sumOre: 1050n });
  });

  it('counts no posting that is refused for another reason', async () => {
    const read = await inColumns('5100;;;2025-13-40;5\n5100;;;2025-01;2\n7000;;;2025-01;x\n');
    const own = read.findings.filter(({ rule }) => rule === 'ledger/unmapped-account');
    expect(own.map(({ count, amountOre, where }) => [count, amountOre, where.row])).toEqual([[1, 200n, 3]]);
  });

  it('tells postings without an account', async () => {
    expect(told(await inColumns(';;253;2025-01;3\n'))).toEqual([
      'table.csv, row 2, column konto: Postings without an account cannot be looked up in data/accounts.csv; they count without an article. Give them their account.',
    ]);
  });

  it('says nothing of the amount on an account that is also the article of another', async () => {
    // 253|190 holds both what stood on 6300 and what stood on "190": no sum is that of either.
    const read = await inColumns('6300;;253;2025-01;1\n190;;253;2025-01;2\n190;;254;2025-01;4\n');
    expect(read.findings.map(({ count, amountOre }) => [count, amountOre])).toEqual([[1, 400n]]);
    expect(read.sumOre).toBe(700n);
  });

  it('sums up what comes after the first twenty', async () => {
    const rows = Array.from({ length: 25 }, (_, i) => `8${100 + i};;;2025-01;${i + 1}\n`);
    const { findings } = await inColumns(rows.join(''));
    expect(findings).toHaveLength(21);
    expect(findings.at(-1)).toMatchObject({
      rule: 'ledger/unmapped-account',
      message: 'And 5 more accounts of the same kind.',
      count: 5,
      amountOre: 11_500n,
    });
  });
});
