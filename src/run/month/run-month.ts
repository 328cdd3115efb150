// The story of a month: registers of the finance year in, checked; the year so far financed by adopted prices; both
// variances, corrections of closed months and, at the end of the year, the settlement; tables and a certificate out.

import { join } from 'node:path';
import { acceptFindings } from '../../checks/accepted/accept-findings.ts';
import { readAccepted } from '../../checks/accepted/read-accepted.ts';
import { checkRegister } from '../../checks/check-register.ts';
import { finance } from '../../financing/finance.ts';
import { settle } from '../../financing/settle.ts';
import { type Finding, isRefused } from '../../findings/finding.ts';
import type { Model } from '../../model/model.ts';
import type { Change } from '../../registers/changes.ts';
import { importSources } from '../../registers/import-sources.ts';
import type { PseudonymKey } from '../../registers/people/pseudonym.ts';
import { archivedRegister, type Register, registerOf } from '../../registers/register.ts';
import type { Db } from '../../store/db.ts';
import { hashTable, writeTables } from '../../store/result-files.ts';
import type { Workspace } from '../../store/workspace.ts';
import type {
  Correction,
  FinancingYear,
  ModelPrices,
  ReserveLine,
  Settlement,
} from '../../tables/financing.ts';
import { monthText } from '../../time/month-text.ts';
import { idOf } from '../identity.ts';
import { type Closing, gaps, readClosings } from './closings.ts';
import { corrections } from './corrections.ts';
import { financingInput } from './financing-input.ts';
import { basisAsData, isFollowed, type MonthBasis } from './month-basis.ts';
import { certifyMonth } from './month-certificate.ts';
import { type MonthValues, monthTables } from './month-tables.ts';
import { sameMoney } from './same-money.ts';

export type MonthRequest = {
  readonly workspace: Workspace;
  /** As of the cost year: what sources are read by. */
  readonly model: Model;
  /** As of the finance year, with its financing. */
  readonly financeModel: Model;
  readonly modelFindings: readonly Finding[];
  /** Adopted prices of the finance year, and what is wrong with them. */
  readonly prices: readonly ModelPrices[];
  readonly priceFindings: readonly Finding[];
  readonly db: Db;
  readonly key?: PseudonymKey;
  /** 1 to 12. */
  readonly month: number;
  readonly progress?: (step: string) => void;
  /** Where the results are wanted at once and not on disk. */
  readonly isOnlyLookedAt?: true;
};

/** What a month came to. `refusedBy` names the step that refused; nothing was written then. */
export type MonthRun = {
  readonly refusedBy?: 'accepted' | 'import' | 'prices' | 'financing';
  readonly changes: readonly Change[];
  readonly notices: readonly Finding[];
  readonly findings: readonly Finding[];
  readonly result?: MonthResult;
};

export type MonthResult = {
  readonly id: string;
  /** The folder of the results: Parquet, CSV, certificate.json, pages. */
  readonly dir: string;
  readonly isClosed: boolean;
  /** As of the finance year; of a closed month the one it was closed with. */
  readonly model: Model;
  readonly year: FinancingYear;
  readonly corrections: readonly Correction[];
  readonly settlements: readonly Settlement[];
  /** What reserves of purchasers get of the settlements; empty until the year is over. */
  readonly reserves: readonly ReserveLine[];
  readonly basis: MonthBasis;
  /** Months that are closed before this one, in order. */
  readonly closings: readonly Closing[];
  readonly tables: ReadonlyMap<string, string>;
};

/**
 * Follows the finance year up to a month. A closed month is made again from what it was closed with and comes out in
 * the same bytes; any other takes what is in force, after importing what is new.
 * @throws WorkspaceError when the disk refuses or a closing is damaged.
 */
export async function runMonth(request: MonthRequest): Promise<MonthRun> {
  const { workspace, month } = request;
  const year = request.financeModel.years.finance ?? request.financeModel.years.price;
  const closings = readClosings(workspace, year);
  const closing = closings.find((one) => one.month === month);
  const earlier = closings.filter((one) => one.month < month);
  if (closing) {
    const register = await registerOfClosing(workspace, closing);
    return follow(request, { basis: closing.basis, register, earlier, isClosed: true }, []);
  }
  const { accepted, findings: wrong } = await readAccepted(workspace.acceptedFile);
  if (isRefused(wrong)) return { refusedBy: 'accepted', changes: [], notices: [], findings: wrong };
  const imported = await importNew(request, (findings) => acceptFindings(findings, accepted));
  const { changes, notices } = imported;
  if (imported.refused) return { refusedBy: 'import', changes, notices, findings: imported.findings };
  if (isRefused(request.priceFindings))
    return { refusedBy: 'prices', changes, notices, findings: request.priceFindings };
  const followed = imported.register.snapshots.filter((snapshot) =>
    isFollowed(snapshot, request.financeModel, request.prices),
  );
  const basis: MonthBasis = {
    model: request.financeModel,
    prices: request.prices,
    accepted,
    modelFindings: [...request.modelFindings, ...request.priceFindings],
    snapshots: followed.map(({ hash }) => hash).sort(),
  };
  const register = registerOf(imported.register.dir, followed);
  const run = await follow(request, { basis, register, earlier, isClosed: false }, gaps(closings));
  return { ...run, changes, notices };
}

function importNew(
  { workspace, model, db, key, progress = () => {} }: MonthRequest,
  accept: (findings: readonly Finding[]) => readonly Finding[],
) {
  progress('reading the sources');
  return importSources({
    ...{ workspace, model, db, accept },
    ...(key ? { key } : {}),
    progress: (file, done) => progress(`reading ${file} ${Math.round(done * 100)} %`),
  });
}

/** The register of a closing. @throws WorkspaceError when a snapshot is gone. */
const registerOfClosing = (workspace: Workspace, { basis }: Closing): Promise<Register> =>
  archivedRegister(
    workspace,
    basis.snapshots,
    (hash) =>
      `A closed month needs registers/${hash}, which is missing or not whole. Take it from the backup.`,
  );

type Ground = {
  readonly basis: MonthBasis;
  readonly register: Register;
  readonly earlier: readonly Closing[];
  readonly isClosed: boolean;
};

async function follow(request: MonthRequest, ground: Ground, more: readonly Finding[]): Promise<MonthRun> {
  const { db, month, progress = () => {} } = request;
  const { basis, register, earlier } = ground;
  const { model } = basis;
  const accept = (findings: readonly Finding[]) => acceptFindings(findings, basis.accepted);
  progress('checking the register');
  const checked = await checkRegister({ db, register, model, through: month });
  progress('adding up ledger, budget and activity');
  const { input, placed } = await financingInput(db, register, {
    model,
    prices: basis.prices,
    month,
  });
  const differing = sameMoney(model, basis.prices, placed);
  progress('financing');
  const { values, findings: financed } = finance({ model, input });
  const settled = values && month === 12 ? settle(model, values) : undefined;
  const findings = accept([
    ...basis.modelFindings,
    ...register.snapshots.flatMap((snapshot) => snapshot.findings),
    ...checked,
    ...differing,
    ...financed,
    ...(settled?.findings ?? []),
    ...more,
  ]);
  const told = { changes: [], notices: [], findings };
  if (!values || isRefused(accept(differing))) return { refusedBy: 'financing', ...told };
  const settlements = settled?.settlements ?? [];
  const corrected = corrections(values, earlier);
  const made = { model, year: values, corrections: corrected, settlements };
  const written = await writeMonth(request, ground, { ...made, placed, findings });
  return { ...told, result: { ...written, reserves: settled?.reserves ?? [] } };
}

async function writeMonth(
  { workspace, db, month, isOnlyLookedAt, progress }: MonthRequest,
  { basis, register, earlier, isClosed }: Ground,
  values: MonthValues,
): Promise<Omit<MonthResult, 'reserves'>> {
  const { year } = values.year;
  const closed = earlier.map(({ run }) => run);
  const identity = basisAsData(basis, { year, month }, closed);
  const id = idOf(identity);
  const dir = join(workspace.monthsDir, `${monthText(year, month)}-${id}`);
  const tables = monthTables(values);
  if (!isOnlyLookedAt) {
    progress?.('writing results');
    const certificate = certifyMonth({ id, identity, register, tables, model: values.model });
    await writeTables(db, dir, tables, { 'certificate.json': certificate });
  }
  const { findings: _findings, placed: _placed, ...kept } = values;
  const hashes = new Map(tables.map((table) => [table.schema.name, hashTable(table)]));
  return { id, dir, isClosed, ...kept, basis, closings: earlier, tables: hashes };
}
