// Writes a ledger as SAF-T Financial (Norwegian, version 1.30), as an accounting system exports it: accounts grouped by
// KOSTRA article, responsibility and function as analyses, vouchers in balance. Any size in constant memory.

import { byKey } from '../money/apportion.ts';
import type { LedgerLine } from './ledger-line.ts';
import { writeRows } from './row-file.ts';

const NAMESPACE = 'urn:StandardAuditFile-Taxation-Financial:NO';
/** The analysis types that the file has, by dimension of the account string. */
export const SAFT_DIMENSIONS = { responsibility: 'A', function: 'F' } as const;
/** And the one that it has where its lines name objects. */
export const SAFT_OBJECT = 'O';
const ANALYSIS_NAMES = { A: 'Ansvar', F: 'Funksjon', O: 'Objekt' } as const;
type AnalysisType = keyof typeof ANALYSIS_NAMES;
/** What balances every voucher: the bank, in KOSTRA's balance. */
const BANK: Account = { id: '2100', article: '2.10' };
const LINES_PER_VOUCHER = 8;

type Account = { readonly id: string; readonly article: string };

export type SaftFile = {
  /** Iterated twice: an array, or an object that gives a new iterator each time. */
  readonly lines: Iterable<LedgerLine>;
  readonly year: number;
  /** Nine digits. */
  readonly organisation: string;
  readonly name: string;
  readonly batchRows?: number;
};

/**
 * Writes the file and gives how many lines it holds, those on the bank account included. An account without a number
 * is known by its article. Lines of a month that stand together share vouchers.
 * @throws RangeError when an account has two articles, or the lines are others the second time.
 */
export async function writeSaft(path: string, file: SaftFile): Promise<number> {
  const survey = surveyLines(file.lines);
  let written = { lines: 0, debitOre: 0n };
  const entries = entryRows(file, (lines, debitOre) => (written = { lines, debitOre }));
  const rows = chain(headRows(file), masterRows(survey), totalRows(survey), entries, ENDING);
  await writeRows(path, rows, { batchRows: file.batchRows ?? 2_000 });
  if (written.lines !== survey.lines || written.debitOre !== survey.debitOre)
    throw new RangeError('the lines were others the second time');
  return written.lines;
}

function* chain(...parts: readonly Iterable<string>[]): Iterable<string> {
  for (const part of parts) yield* part;
}

const ENDING = ['    </Journal>', '  </GeneralLedgerEntries>', '</AuditFile>'];

/** Lines that share a voucher: the same month, at most so many. */
function* vouchers(lines: Iterable<LedgerLine>): Iterable<readonly LedgerLine[]> {
  let voucher: LedgerLine[] = [];
  for (const line of lines) {
    const [first] = voucher;
    if (first && (first.month !== line.month || voucher.length === LINES_PER_VOUCHER)) {
      yield voucher;
      voucher = [];
    }
    voucher.push(line);
  }
  if (voucher.length > 0) yield voucher;
}

const sumOf = (voucher: readonly LedgerLine[]): bigint =>
  voucher.reduce((sum, { amountOre }) => sum + amountOre, 0n);
const accountOf = ({ account, article }: LedgerLine): Account => ({ id: account || article, article });

/** What stands before the entries and is known only from all of them. */
type Survey = {
  readonly articles: Map<string, string>;
  readonly closing: Map<string, bigint>;
  readonly analyses: { readonly [type in AnalysisType]: Set<string> };
  vouchers: number;
  lines: number;
  debitOre: bigint;
};

/** What a line is analysed by. */
const analysesOf = (line: LedgerLine): (readonly [type: AnalysisType, id: string])[] =>
  (
    [
      ['A', line.responsibility],
      ['F', line.function],
      ['O', line.object ?? ''],
    ] as const
  ).filter(([, id]) => id !== '');

function surveyLines(lines: Iterable<LedgerLine>): Survey {
  const survey: Survey = {
    articles: new Map(),
    closing: new Map(),
    analyses: { A: new Set(), F: new Set(), O: new Set() },
    vouchers: 0,
    lines: 0,
    debitOre: 0n,
  };
  const add = ({ id, article }: Account, amountOre: bigint): void => {
    const before = survey.articles.get(id) ?? article;
    if (before !== article) throw new RangeError(`account ${id} has the articles ${before} and ${article}`);
    survey.articles.set(id, article);
    survey.closing.set(id, (survey.closing.get(id) ?? 0n) + amountOre);
    survey.lines += 1;
    if (amountOre > 0n) survey.debitOre += amountOre;
  };
  for (const voucher of vouchers(lines)) {
    survey.vouchers += 1;
    for (const line of voucher) {
      add(accountOf(line), line.amountOre);
      for (const [type, id] of analysesOf(line)) survey.analyses[type].add(id);
    }
    add(BANK, -sumOf(voucher));
  }
  return survey;
}

const headRows = ({ year, organisation, name }: SaftFile): string[] => [
  '<?xml version="1.0" encoding="UTF-8"?>',
  `<AuditFile xmlns="${NAMESPACE}">`,
  '  <Header>',
  '    <AuditFileVersion>1.30</AuditFileVersion>',
  '    <AuditFileCountry>NO</AuditFileCountry>',
  `    <AuditFileDateCreated>${year}-12-31</AuditFileDateCreated>`,
  '    <SoftwareCompanyName>Innsats</SoftwareCompanyName>',
  '    <SoftwareID>Innsats</SoftwareID>',
  '    <SoftwareVersion>1</SoftwareVersion>',
  `    <Company><RegistrationNumber>${escapeXml(organisation)}</RegistrationNumber><Name>${escapeXml(name)}</Name></Company>`,
  '    <DefaultCurrencyCode>NOK</DefaultCurrencyCode>',
  `    <SelectionCriteria><PeriodStart>1</PeriodStart><PeriodStartYear>${year}</PeriodStartYear><PeriodEnd>12</PeriodEnd><PeriodEndYear>${year}</PeriodEndYear></SelectionCriteria>`,
  '    <TaxAccountingBasis>K</TaxAccountingBasis>',
  '  </Header>',
];

function* masterRows({ articles, closing, analyses }: Survey): Iterable<string> {
  yield '  <MasterFiles>';
  yield '    <GeneralLedgerAccounts>';
  for (const id of [...articles.keys()].sort(byKey)) {
    const known = `<AccountID>${escapeXml(id)}</AccountID><AccountDescription>${escapeXml(id)}</AccountDescription>`;
    const group = `<GroupingCategory>KA_K</GroupingCategory><GroupingCode>${escapeXml(articles.get(id)!)}</GroupingCode>`;
    const amount = closing.get(id)!;
    const side = amount < 0n ? 'Credit' : 'Debit';
    const balances = `<Opening${side}Balance>0.00</Opening${side}Balance><Closing${side}Balance>${kroner(amount)}</Closing${side}Balance>`;
    yield `      <Account>${known}${group}<AccountType>GL</AccountType>${balances}</Account>`;
  }
  yield '    </GeneralLedgerAccounts>';
  yield '    <AnalysisTypeTable>';
  for (const [type, name] of Object.entries(ANALYSIS_NAMES))
    for (const id of [...analyses[type as AnalysisType]].sort(byKey))
      yield `      <AnalysisTypeTableEntry><AnalysisType>${type}</AnalysisType><AnalysisTypeDescription>${name}</AnalysisTypeDescription><AnalysisID>${escapeXml(id)}</AnalysisID><AnalysisIDDescription>${escapeXml(id)}</AnalysisIDDescription></AnalysisTypeTableEntry>`;
  yield '    </AnalysisTypeTable>';
  yield '  </MasterFiles>';
}

const totalRows = (survey: Survey): string[] => [
  '  <GeneralLedgerEntries>',
  `    <NumberOfEntries>${survey.vouchers}</NumberOfEntries>`,
  `    <TotalDebit>${kroner(survey.debitOre)}</TotalDebit>`,
  `    <TotalCredit>${kroner(survey.debitOre)}</TotalCredit>`,
  '    <Journal><JournalID>GL</JournalID><Description>Hovedbok</Description><Type>GL</Type>',
];

function* entryRows(
  { lines, year }: SaftFile,
  done: (lines: number, debitOre: bigint) => void,
): Iterable<string> {
  let [id, count, debitOre] = [0, 0, 0n];
  for (const voucher of vouchers(lines)) {
    const month = String(voucher[0]!.month).padStart(2, '0');
    const text = escapeXml(voucher[0]!.text);
    id += 1;
    yield `      <Transaction><TransactionID>${id}</TransactionID><Period>${Number(month)}</Period><PeriodYear>${year}</PeriodYear><TransactionDate>${year}-${month}-15</TransactionDate><Description>${text}</Description><SystemEntryDate>${year}-${month}-15</SystemEntryDate><GLPostingDate>${year}-${month}-15</GLPostingDate>`;
    const sum = sumOf(voucher);
    const bank: LedgerLine = {
      ...voucher[0]!,
      account: BANK.id,
      article: BANK.article,
      responsibility: '',
      function: '',
      object: '',
      amountOre: -sum,
    };
    for (const [i, line] of [...voucher, bank].entries()) {
      yield lineRow(line, i + 1);
      count += 1;
      if (line.amountOre > 0n) debitOre += line.amountOre;
    }
    yield '      </Transaction>';
  }
  done(count, debitOre);
}

function lineRow(line: LedgerLine, record: number): string {
  const side = line.amountOre < 0n ? 'CreditAmount' : 'DebitAmount';
  const analyses = analysesOf(line)
    .map(
      ([type, id]) =>
        `<Analysis><AnalysisType>${type}</AnalysisType><AnalysisID>${escapeXml(id)}</AnalysisID></Analysis>`,
    )
    .join('');
  return `        <Line><RecordID>${record}</RecordID><AccountID>${escapeXml(accountOf(line).id)}</AccountID>${analyses}<Description>${escapeXml(line.text)}</Description><${side}><Amount>${kroner(line.amountOre)}</Amount></${side}></Line>`;
}

/** The magnitude in kroner: −1250050n → "12500.50". */
function kroner(amountOre: bigint): string {
  const text = String(amountOre < 0n ? -amountOre : amountOre).padStart(3, '0');
  return `${text.slice(0, -2)}.${text.slice(-2)}`;
}

const ESCAPES: Readonly<Record<string, string>> = { '&': '&amp;', '<': '&lt;', '>': '&gt;' };
const escapeXml = (text: string): string => text.replace(/[&<>]/g, (sign) => ESCAPES[sign]!);
