// What a ledger source may say of its form: the sheet of a workbook, the Danish account string, which budget it is.

import { describe, expect, it } from 'vitest';
import { describeFinding } from '../../findings/finding.ts';
import { readModelBytes } from '../read-model.ts';

/** The first ledger source of a model with this source, and what was said of it. */
function read(source: string, accountString = '[ { function: 3 } ]') {
  const text = `
municipality: { id: "1", name: A, country: DK }
years: { cost: 2025, price: 2026 }
sources:
  ledger:
    - ${source}
  account-string: ${accountString}
  amount: { in: kroner, income: negative }
`;
  const { model, findings } = readModelBytes(Buffer.from(text), 'innsats.yaml');
  const about = findings.filter(({ where }) => where.line === 6 || where.line === 7);
  return { source: model?.ledger[0], messages: about.map(describeFinding), findings };
}

const TABLE = 'read: table, files: a.xlsx, columns: { account: Konto, amount: Beløb }';

describe('a ledger source', () => {
  it('may name a sheet and its header row', () => {
    expect(read(`{ ${TABLE}, sheet: Bilag 2025, header-row: 4 }`).messages).toEqual([]);
  });

  it.each([
    [`{ ${TABLE}, header-row: 0 }`, 'number of a row'],
    [`{ read: kostra, files: a.dat, sheet: Ark1 }`, 'a KOSTRA file has a fixed form: "sheet" is not for it.'],
    [`{ read: sie, files: a.se, header-row: 2 }`, 'a SIE file has a fixed form: "header-row" is not for it.'],
    [
      `{ ${TABLE}, budget: revised }`,
      '"budget" says which budget a source holds; this one holds the accounts.',
    ],
    [`{ ${TABLE}, kind: budget, budget: adjusted }`, '"adjusted"'],
  ])('refused: %s', (source, expected) => {
    expect(read(source).messages.join('\n')).toContain(expected);
  });

  it('may be on the Danish account string', () => {
    expect(read(`{ ${TABLE} }`, 'danish').messages).toEqual([]);
    expect(read(`{ ${TABLE} }`, 'swedish').messages.join()).toContain('account string');
  });
});
