// Reads a ledger, actual or budget, from a delivered table: one posting a row, with its account string or dimensions,
// its period and its amount. Every row becomes a posting in øre or a finding.

import type { Finding } from '../../findings/finding.ts';
import type { LedgerSource } from '../../model/model.ts';
import {
  type AmountColumns,
  countPostings,
  type Dictionary,
  dropTable,
  type NumberColumn,
  selectPostings,
  stagePostings,
  yearsOf,
} from '../../store/scan.ts';
import { ACCOUNT_FIELDS, type Account, type AccountField } from '../../tables/ledger.ts';
import type { ReadContext, ReadOutcome } from '../reader.ts';
import { amountFindings } from './amount-findings.ts';
import type { Table } from './delivered-table.ts';
import { faultFindings } from './fault.ts';
import { judgeAccounts } from './judge-accounts.ts';
import { judgePeriods, PERIOD_COLUMNS } from './judge-periods.ts';
import { ledgerFindings } from './ledger-findings.ts';
import { judgeNamed, namedFindings, stagePersons } from './named-persons.ts';
import { numberColumn, openTable } from './open-table.ts';
import { changedMeanwhile, incomplete, noRows, refusal } from './outcome.ts';
import { noKey } from './person-findings.ts';
import { stageNumbered } from './stage-numbered.ts';
import { recordsTable } from './stage-record-by-record.ts';
import { collectDictionaries, forgetDictionaries, handList, runOverCells } from './text-dictionary.ts';
import { unmappedFindings } from './unmapped-accounts.ts';
import { withoutSpilling } from './without-spilling.ts';
import { ledgerForm } from './xlsx/table-form.ts';

/** `file` is relative to the workspace. See ReadOutcome for the tables; wrong data is a finding, never thrown. */
export async function readLedgerTable(
  file: string,
  source: LedgerSource,
  context: ReadContext,
): Promise<ReadOutcome> {
  if (source.columns.person !== undefined && !context.pseudonymise)
    return refusal('ledger', [noKey('ledger', file)]);
  const opened = await openTable(file, ledgerForm(source, context.model.municipality.country), context);
  if (!('table' in opened)) return refusal('ledger', opened.findings);
  const plan = planOf(opened.table, source);
  if ('problem' in plan) return refusal('ledger', [...opened.findings, plan.problem]);
  const read = () => readRows(opened.table, plan, source, context);
  return plan.person ? withoutSpilling(context.db, read) : read();
}

async function readRows(
  table: Table,
  plan: Plan,
  source: LedgerSource,
  context: ReadContext,
): Promise<ReadOutcome> {
  const { db, stage } = context;
  const { file } = table;
  const dictionaries = [plan.account, plan.period, ...(plan.person ? [plan.person] : [])];
  try {
    const collected = await collectDictionaries(db, stage, table, dictionaries);
    const { relation, ragged } = collected;
    const found = [...table.findings, ...collected.findings];
    const texts = collected.texts.get('account') ?? [];
    if (texts.length === 0) return refusal('ledger', [...found, ...noRows(file, ragged, found)], ragged);
    context.progress?.(0.4);

    const accounts = judgeAccounts(texts, {
      ...(source.columns.account && { accountColumn: source.columns.account }),
      ...(source.accountString && { parts: source.accountString }),
      fields: plan.fields,
      country: context.model.municipality.country,
      column: (field) => source.columns[field],
      ...(source.accountMap && { map: source.accountMap }),
    });
    const periods = judgePeriods(collected.texts.get('period') ?? [], {
      rule: 'ledger/period',
      column: (name) => source.columns[name],
      year: source.year ?? context.model.years.cost,
      ...(source.year !== undefined && { declaredYear: source.year }),
      hasPersons: plan.person !== undefined,
    });
    await handList(db, stage, 'account', accounts.values);
    await handList(db, stage, 'period', periods.values);
    const persons = plan.person && judgeNamed(collected.texts.get('person') ?? [], source, context);
    if (persons) await handList(db, stage, 'person', persons.values);
    const sign = source.amount.income === 'positive' ? -1 : 1;
    const statement = stagePostings(stage, relation, { ...plan, unit: source.amount.unit, sign });
    await runOverCells(db, statement, file);
    context.progress?.(0.9);

    const [count] = await db.rows<Count>(countPostings(stage));
    const { read, sound, total, lost } = count!;
    if (lost > 0n) return refusal('ledger', [...found, changedMeanwhile(file)], Number(read) + ragged);
    found.push(
      ...(await faultFindings(context, file, relation, 'account', accounts.faults)),
      ...(await faultFindings(context, file, relation, 'period', periods.faults)),
      ...(persons ? await namedFindings(context, table, relation, { source, persons }) : []),
      ...periods.notes.map((note): Finding => ({ ...note, where: { file } })),
      ...(await amountFindings(context, table, relation, source)),
      ...(await unmappedFindings(context, { file, relation }, source, accounts.unmapped)),
      ...(await ledgerFindings(context, file, source, accounts.accounts)),
    );
    const accountsTable = await stageAccounts(context, accounts.accounts);
    const years = await db.rows<{ year: number }>(yearsOf(stage, 'ledger'));
    context.progress?.(1);
    return {
      register: 'ledger',
      read: Number(read) + ragged,
      refused: Number(read - sound) + ragged,
      sumOre: total,
      years: years.map(({ year }) => year),
      findings: found,
      tables: [
        { name: 'postings', sql: selectPostings(stage, relation, persons !== undefined) },
        { name: 'accounts', sql: accountsTable },
        ...(persons ? [await stagePersons(context, persons)] : []),
      ],
    };
  } finally {
    await forgetDictionaries(db, stage, dictionaries, ['account', 'period', 'person']);
    await db.run(dropTable(recordsTable(stage)));
  }
}

type Count = { read: bigint; sound: bigint; total: bigint; lost: bigint };

type Plan = {
  readonly account: Dictionary;
  readonly period: Dictionary;
  readonly person?: Dictionary;
  readonly fields: readonly AccountField[];
  readonly amount: AmountColumns;
};

/** Which columns of the file hold what. */
function planOf(table: Table, source: LedgerSource): Plan | { readonly problem: Finding } {
  const at = (name: string): number | undefined => table.columns.get(name);
  const number = (name: string): NumberColumn | undefined => numberColumn(table, name, source.amount.decimal);
  const fields = ACCOUNT_FIELDS.filter((field) => at(field) !== undefined);
  const account: Dictionary = {
    name: 'account',
    columns: [...(at('account') === undefined ? [] : [at('account')]), ...fields.map(at)],
  };
  const period: Dictionary = {
    name: 'period',
    columns: PERIOD_COLUMNS.map(at).filter((column) => column !== undefined),
  };
  const [amount, debit, credit] = [number('amount'), number('debit'), number('credit')];
  const columns: AmountColumns | undefined = amount
    ? { amount }
    : debit && credit
      ? { debit, credit }
      : undefined;
  if (account.columns.length === 0)
    return { problem: incomplete(table.file, 'account, or function and article') };
  if (!columns) return { problem: incomplete(table.file, 'amount, or debit and credit') };
  const person = at('person');
  return {
    account,
    period,
    ...(person !== undefined && { person: { name: 'person', columns: [person] } }),
    fields,
    amount: columns,
  };
}

/** The accounts in a table of their own; gives the select that lists them in order. */
async function stageAccounts({ db, stage }: ReadContext, accounts: readonly Account[]): Promise<string> {
  const rows = accounts.map((account) => ACCOUNT_FIELDS.map((field) => account[field]));
  return stageNumbered(db, `${stage}_accounts`, ['account', ...ACCOUNT_FIELDS], rows);
}
