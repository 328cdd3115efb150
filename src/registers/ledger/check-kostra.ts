// What can be wrong with KOSTRA records that are well formed: unknown codes, doubled accounts, turned signs, the wrong
// year or municipality. Rules after statisticsnorway/kostra-kontrollprogram.

import type { Finding, Severity } from '../../findings/finding.ts';
import { isKostraArticle } from '../../model/codes/kostra-articles.ts';
import { isKostraFunction } from '../../model/codes/kostra-functions.ts';
import { ore } from '../../money/ore.ts';
import type { KostraRecord } from './kostra-record.ts';

export type KostraExpectation = {
  readonly file: string;
  /** The year that the file should be of. */
  readonly year: number;
  /** Four digits, or anything else where the municipality's number is not known. */
  readonly municipality: string;
};

type Rule = (record: KostraRecord, expected: KostraExpectation) => readonly Omit<Finding, 'where'>[];

/** Codes must hold for the year and the fourth quarter; before that SSB, too, only warns. */
const codeSeverity = ({ quarter }: KostraRecord): Severity =>
  quarter === '' || quarter === '4' ? 'error' : 'warning';

const unknownFunction: Rule = (record) =>
  record.form.functions === undefined ||
  isKostraFunction(record.function, record.year, record.form.functions === 'county')
    ? []
    : [
        {
          rule: 'kostra/unknown-function',
          severity: codeSeverity(record),
          message: `Function ${record.function} is not in the list of ${record.year}.`,
          remedy:
            'Move the amount to a function of that year in the accounting system and export the file again.',
          amountOre: ore(record.amountOre),
        },
      ];

const unknownArticle: Rule = (record) =>
  record.form.functions === undefined || isKostraArticle(record.article, record.year)
    ? []
    : [
        {
          rule: 'kostra/unknown-article',
          severity: codeSeverity(record),
          message: `Article ${record.article} is not in the list of ${record.year}.`,
          remedy:
            'Move the amount to an article of that year in the accounting system and export the file again.',
          amountOre: ore(record.amountOre),
        },
      ];

/** Pension functions carry the deviation of the premium, which has either sign. */
const EITHER_SIGN = new Set(['170', '171', '172', '173']);

const turnedSign: Rule = ({ form, function: code, article, amountOre }) => {
  if (form.isBalance || EITHER_SIGN.has(code)) return [];
  const isIncome = article >= '600';
  if (isIncome ? amountOre <= 0n : amountOre >= 0n) return [];
  return [
    {
      rule: 'kostra/turned-sign',
      severity: 'warning',
      message: isIncome
        ? `Income article ${article} of function ${code} is positive, as if it were an expense.`
        : `Expense article ${article} of function ${code} is negative, as if it were income.`,
      remedy: 'Check the sign; a true correction may stay.',
      amountOre: ore(amountOre),
    },
  ];
};

/** One rule after another over every record. */
const RULES: readonly Rule[] = [unknownFunction, unknownArticle, turnedSign];

/** Findings record by record, in order of row; then those of the file as a whole. */
export function checkKostra(records: readonly KostraRecord[], expected: KostraExpectation): Finding[] {
  const { file } = expected;
  const byRecord = records.flatMap((record) =>
    RULES.flatMap((rule) =>
      rule(record, expected).map((finding) => ({ ...finding, where: { file, row: record.row } })),
    ),
  );
  return [
    ...byRecord,
    ...doubledAccounts(records, file),
    ...partOfYear(records, file),
    ...otherMunicipality(records, expected),
  ];
}

function doubledAccounts(records: readonly KostraRecord[], file: string): Finding[] {
  const accounts = Map.groupBy(records, (record) =>
    [
      record.form.code,
      record.region,
      record.organisation,
      record.class,
      record.function,
      record.article,
    ].join('·'),
  );
  return [...accounts.values()]
    .filter((same) => same.length > 1)
    .map((same) => ({
      rule: 'kostra/doubled-account',
      severity: 'warning',
      message:
        `Class ${same[0]!.class}, function ${same[0]!.function}, article ${same[0]!.article} stands in ` +
        `rows ${same.map(({ row }) => row).join(', ')}; the amounts are added.`,
      remedy: 'Check that none of them is a repetition.',
      where: { file, row: same[1]!.row },
      count: same.length,
      amountOre: ore(same.reduce((sum, { amountOre }) => sum + amountOre, 0n)),
    }));
}

/** Quarterly files hold the year so far. */
function partOfYear(records: readonly KostraRecord[], file: string): Finding[] {
  const quarters = [...new Set(records.map(({ quarter }) => quarter))].sort();
  if (quarters.length > 1)
    return [
      {
        rule: 'kostra/mixed-quarters',
        severity: 'error',
        message: `The file mixes quarters (${quarters.map((q) => q || 'year').join(', ')}); each holds the year so far, so that they cannot be added.`,
        remedy: 'Export one file of one quarter.',
        where: { file },
      },
    ];
  const quarter = quarters[0];
  if (quarter === undefined || quarter === '' || quarter === '4') return [];
  return [
    {
      rule: 'kostra/part-of-the-year',
      severity: 'warning',
      message: `The file holds the first ${quarter} quarter${quarter === '1' ? '' : 's'} of the year only.`,
      remedy: 'Read volumes of the same months, or the file of the whole year.',
      where: { file },
    },
  ];
}

function otherMunicipality(records: readonly KostraRecord[], expected: KostraExpectation): Finding[] {
  if (!/^\d{4}$/.test(expected.municipality)) return [];
  const regions = new Set(records.map(({ region }) => region));
  return [...regions]
    .filter((region) => !region.startsWith(expected.municipality))
    .map((region) => ({
      rule: 'kostra/other-municipality',
      severity: 'warning',
      message: `The file is of region ${region}, the model is of municipality ${expected.municipality}.`,
      remedy: 'Read the right file, or correct municipality.id in innsats.yaml.',
      where: { file: expected.file },
    }));
}
