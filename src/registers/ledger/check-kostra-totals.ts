// What must hold between the records of an accounting file: operating accounts in balance, articles that belong to one
// function, depreciation and its counter-entry. Rules after statisticsnorway/kostra-kontrollprogram; here they warn,
// since the figures are the municipality's own.

import type { Finding } from '../../findings/finding.ts';
import { ore, sumOre } from '../../money/ore.ts';
import type { KostraRecord } from './kostra-record.ts';

/** SSB lets totals that should agree differ by 30 thousand kroner, in øre here. */
const TOLERANCE_ORE = 3_000_000n;

/** The lists of closing entries are those of the accounting reform. */
const REFORM_YEAR = 2020;

/** Articles of closing entries, each with the only function that it may stand on. */
const BELONGS: readonly { readonly articles: readonly string[]; readonly function: string }[] = [
  { articles: ['589', '980', '989'], function: '899' },
  { articles: ['530'], function: '880' },
];

/** Findings on operating accounts (class 1 of a municipality or county, class 3 of the others), by rule. */
export function checkKostraTotals(records: readonly KostraRecord[], file: string): Finding[] {
  const operating = records.filter(
    ({ form, class: code }) => !form.isBalance && (code === '1' || code === '3'),
  );
  const ofYear = operating.filter(({ quarter }) => quarter === '');
  return [...strayArticles(operating, file), ...unbalanced(ofYear, file), ...depreciation(ofYear, file)];
}

function strayArticles(records: readonly KostraRecord[], file: string): Finding[] {
  return records.flatMap(({ row, year, article, function: code, amountOre }) =>
    BELONGS.filter(
      (rule) => year >= REFORM_YEAR && rule.articles.includes(article) && rule.function !== code,
    ).map(
      (rule): Finding => ({
        rule: 'kostra/stray-article',
        severity: 'warning',
        message: `Article ${article} stands on function ${code}; it belongs to function ${rule.function} only.`,
        remedy: 'Correct the entry in the accounting system and export the file again.',
        where: { file, row },
        amountOre: ore(amountOre),
      }),
    ),
  );
}

const totalOf = (records: readonly KostraRecord[]): bigint =>
  sumOre(records.map(({ amountOre }) => amountOre));
const magnitude = (amount: bigint): bigint => (amount < 0n ? -amount : amount);

/** Expense and income of a year's operating accounts come to nothing, since the result is entered too. */
function unbalanced(records: readonly KostraRecord[], file: string): Finding[] {
  if (records.length === 0) return [];
  const difference = totalOf(records);
  if (magnitude(difference) <= TOLERANCE_ORE) return [];
  return [
    {
      rule: 'kostra/unbalanced',
      severity: 'warning',
      message: `The year's operating expense and income differ by ${difference / 100_000n} thousand kroner; they should agree within 30.`,
      remedy: 'Check that the file is complete and the result of the year is entered.',
      where: { file },
      amountOre: ore(difference),
    },
  ];
}

/** Depreciation (590) is spread over functions 100–799 and taken back as article 990 on function 860. */
function depreciation(records: readonly KostraRecord[], file: string): Finding[] {
  const spread = records.filter(
    ({ article, function: code }) => article === '590' && code.length === 3 && code >= '100' && code <= '799',
  );
  const back = records.filter(({ article, function: code }) => article === '990' && code === '860');
  const difference = totalOf(spread) + totalOf(back);
  if (magnitude(difference) <= TOLERANCE_ORE) return [];
  return [
    {
      rule: 'kostra/depreciation',
      severity: 'warning',
      message: `Depreciation (article 590) and its counter-entry (990 on function 860) differ by ${difference / 100_000n} thousand kroner; they should agree within 30.`,
      remedy: 'Check both entries in the accounting system.',
      where: { file },
      amountOre: ore(difference),
    },
  ];
}
