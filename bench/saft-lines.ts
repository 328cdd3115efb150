// A ledger of any size as SAF-T: lines made as they are asked for, the same each time.

import type { LedgerLine } from '../src/demo/ledger-line.ts';

const ARTICLES = ['010', '020', '040', '090', '099', '115', '120', '190', '240', '710'];
const ACCOUNTS = 60;

/** So many lines over twelve months, some 60 accounts, 200 responsibilities and 8 functions. */
export const saftLines = (count: number): Iterable<LedgerLine> => ({
  *[Symbol.iterator]() {
    for (let i = 0; i < count; i++) {
      const account = i % ACCOUNTS;
      yield {
        account: String(5000 + account),
        article: ARTICLES[account % ARTICLES.length]!,
        responsibility: String(4700 + ((i * 7) % 200)),
        function: String(250 + ((i * 3) % 8)),
        month: 1 + Math.floor((i * 12) / count),
        amountOre: BigInt((i * 7919) % 5_000_000) - 300_000n,
        text: `Bilag ${i}`,
      };
    }
  },
});
