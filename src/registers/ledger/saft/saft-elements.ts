// The elements of a SAF-T file that are read, as a tree in the shape of the file. What is not in the tree is passed over
// with everything below it, so that names, texts and parties never reach the program.

import {
  MOST_ANALYSES,
  type SaftAccount,
  type SaftHeader,
  type SaftLine,
  type SaftListener,
  type SaftTotals,
  type SaftTransaction,
} from './saft-record.ts';

/** An element that is read: what to do when it opens, with its text, and when it closes. */
export type Element = {
  readonly children: ReadonlyMap<string, Element>;
  readonly open?: () => void;
  readonly text?: (text: string) => void;
  readonly close?: () => void;
};

type Parts = { readonly [name: string]: Element };
const NOTHING: ReadonlyMap<string, Element> = new Map();

const element = (parts: Parts, does: Omit<Element, 'children'> = {}): Element => ({
  children: new Map(Object.entries(parts)),
  ...does,
});
const text = (keep: (text: string) => void): Element => ({ children: NOTHING, text: keep });

/** The document, whose only element is AuditFile. `wanted` are the analysis types whose ids the lines keep. */
export function saftElements(listener: SaftListener, wanted: ReadonlySet<string>): Element {
  return element({
    AuditFile: element({
      Header: headerElement(listener),
      MasterFiles: element({
        GeneralLedgerAccounts: element({ Account: accountElement(listener) }),
        AnalysisTypeTable: element({
          AnalysisTypeTableEntry: element({ AnalysisType: text(listener.analysisType) }),
        }),
      }),
      GeneralLedgerEntries: entriesElement(listener, wanted),
    }),
  });
}

function headerElement(listener: SaftListener): Element {
  const header: SaftHeader = { selection: {} };
  const { selection } = header;
  return element(
    {
      AuditFileVersion: text((found) => (header.version = found)),
      DefaultCurrencyCode: text((found) => (header.currency = found)),
      Company: element({ RegistrationNumber: text((found) => (header.organisation = found)) }),
      SelectionCriteria: element({
        PeriodStart: text((found) => (selection.start = found)),
        PeriodStartYear: text((found) => (selection.startYear = found)),
        PeriodEnd: text((found) => (selection.end = found)),
        PeriodEndYear: text((found) => (selection.endYear = found)),
        SelectionStartDate: text((found) => (selection.start = found)),
        SelectionEndDate: text((found) => (selection.end = found)),
      }),
    },
    { close: () => listener.header(header) },
  );
}

function accountElement(listener: SaftListener): Element {
  const none = (): SaftAccount => ({ id: '', standard: '', groupingCategory: '', groupingCode: '' });
  let account = none();
  return element(
    {
      AccountID: text((found) => (account.id = found)),
      StandardAccountID: text((found) => (account.standard = found)),
      GroupingCategory: text((found) => (account.groupingCategory = found)),
      GroupingCode: text((found) => (account.groupingCode = found)),
      OpeningDebitBalance: text((found) => (account.openingDebit = found)),
      OpeningCreditBalance: text((found) => (account.openingCredit = found)),
      ClosingDebitBalance: text((found) => (account.closingDebit = found)),
      ClosingCreditBalance: text((found) => (account.closingCredit = found)),
    },
    { open: () => (account = none()), close: () => listener.account(account) },
  );
}

function entriesElement(listener: SaftListener, wanted: ReadonlySet<string>): Element {
  const totals: SaftTotals = {};
  const none = (): SaftTransaction => ({ id: '', period: '', year: '', date: '' });
  let transaction = none();
  const lines = lineElement(wanted, (line) => listener.line(line, transaction));
  return element(
    {
      NumberOfEntries: text((found) => (totals.entries = found)),
      TotalDebit: text((found) => (totals.debit = found)),
      TotalCredit: text((found) => (totals.credit = found)),
      Journal: element({
        Transaction: element(
          {
            TransactionID: text((found) => (transaction.id = found)),
            Period: text((found) => (transaction.period = found)),
            PeriodYear: text((found) => (transaction.year = found)),
            TransactionDate: text((found) => (transaction.date = found)),
            Line: lines,
          },
          { open: () => (transaction = none()), close: () => listener.endOfTransaction(transaction) },
        ),
      }),
    },
    { close: () => listener.totals(totals) },
  );
}

/** Lines are numbered as they stand in the file. */
function lineElement(wanted: ReadonlySet<string>, found: (line: SaftLine) => void): Element {
  const none = (row: number): SaftLine => ({ row, account: '', analyses: [] });
  let line = none(0);
  let [type, id] = ['', ''];
  let amount: string | undefined;
  const begin = (): void => {
    [type, id, amount] = ['', '', undefined];
  };
  const keep = (): void => {
    if (!wanted.has(type) || line.analyses.length > MOST_ANALYSES) return;
    line.analyses.push({ type, id, ...(amount === undefined ? {} : { amount }) });
  };
  return element(
    {
      AccountID: text((text) => (line.account = text)),
      Analysis: element(
        {
          AnalysisType: text((text) => (type = text)),
          AnalysisID: text((text) => (id = text)),
          AnalysisAmount: element({ Amount: text((text) => (amount = text)) }),
        },
        { open: begin, close: keep },
      ),
      DebitAmount: element({ Amount: text((text) => (line.debit = text)) }),
      CreditAmount: element({ Amount: text((text) => (line.credit = text)) }),
    },
    { open: () => (line = none(line.row + 1)), close: () => found(line) },
  );
}
