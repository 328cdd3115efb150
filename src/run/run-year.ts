// The story of a run: registers in, checked; costing; prices; results, findings and a certificate out.

import { join } from 'node:path';
import { acceptFindings, idleAcceptances } from '../checks/accepted/accept-findings.ts';
import type { Acceptance } from '../checks/accepted/acceptance.ts';
import { readAccepted } from '../checks/accepted/read-accepted.ts';
import { checkRegister } from '../checks/check-register.ts';
import { cost } from '../costing/cost.ts';
import { volumesByUnit } from '../costing/organised.ts';
import { type Finding, isRefused } from '../findings/finding.ts';
import type { Model } from '../model/model.ts';
import { price } from '../prices/price.ts';
import type { Change } from '../registers/changes.ts';
import { importSources } from '../registers/import-sources.ts';
import type { PseudonymKey } from '../registers/people/pseudonym.ts';
import { accountTotals, volumes } from '../registers/read-totals.ts';
import type { Register } from '../registers/register.ts';
import type { Snapshot } from '../registers/snapshot.ts';
import type { Db } from '../store/db.ts';
import { hashTable, writeTables } from '../store/result-files.ts';
import type { Workspace } from '../store/workspace.ts';
import type { Volume } from '../tables/activity.ts';
import type { Costs } from '../tables/costs.ts';
import type { PriceList } from '../tables/prices.ts';
import { type CertifiedSource, certify, sourceFacts } from './certificate.ts';
import { costingModel, RULES_VERSION, type RunIdentity, runId } from './identity.ts';
import { resultTables } from './result-tables.ts';
import { toldOnce } from './told-once.ts';

/** What a run came to. `refusedBy` names the step that refused; what came before it stands, nothing after it was made. */
export type YearRun = {
  readonly refusedBy?: 'accepted' | 'import' | 'costing';
  readonly changes: readonly Change[];
  readonly findings: readonly Finding[];
  /** Findings about what changed since the import before: told, but no part of the results. */
  readonly notices: readonly Finding[];
  readonly result?: RunResult;
};

export type RunResult = {
  readonly id: string;
  /** The folder of the results: Parquet, CSV, certificate.json. */
  readonly dir: string;
  readonly costs: Costs;
  /** Absent when the prices were refused; the findings say why. */
  readonly prices: PriceList | undefined;
  readonly volumes: readonly Volume[];
  readonly sources: readonly CertifiedSource[];
  /** The register in force that it was made from. */
  readonly register: Register;
};

export type RunRequest = {
  readonly workspace: Workspace;
  readonly model: Model;
  /** Findings of the model itself, shown with the run's. */
  readonly modelFindings: readonly Finding[];
  readonly db: Db;
  readonly key?: PseudonymKey;
  readonly progress?: (step: string) => void;
  /** Where the results are wanted at once and not on disk: what a run would be, without becoming the last one. */
  readonly isOnlyLookedAt?: true;
};

/**
 * Costs the model's cost year and prices its price year. The same registers and model give the same run id and the
 * same bytes in every table, whatever the order of rows and files.
 * @throws WorkspaceError when the disk refuses.
 */
export async function runYear(request: RunRequest): Promise<YearRun> {
  const { workspace, model, db, key, progress = () => {} } = request;
  const { accepted, findings: wrong } = await readAccepted(workspace.acceptedFile);
  if (isRefused(wrong)) return { refusedBy: 'accepted', changes: [], notices: [], findings: wrong };
  const accept = (findings: readonly Finding[]) => acceptFindings(findings, accepted);
  progress('reading the sources');
  const imported = await importSources({
    workspace,
    model,
    db,
    accept,
    ...(key ? { key } : {}),
    progress: (file, done) => progress(`reading ${file} ${Math.round(done * 100)} %`),
  });
  if (imported.refused) {
    const all = [...accept(request.modelFindings), ...imported.findings];
    return { refusedBy: 'import', changes: imported.changes, notices: imported.notices, findings: all };
  }
  const ofYear = findingsOfYear(imported.findings, imported.register, model.years.cost);
  const found: Finding[] = [...accept(request.modelFindings), ...ofYear];

  progress('adding up ledger and activity');
  const year = model.years.cost;
  const accounts = await accountTotals(db, imported.register, {
    kind: 'actual',
    year,
    byMonth: model.organisation !== undefined,
  });
  const allVolumes = await volumes(db, imported.register, { year });

  progress('checking the register');
  const checked = await checkRegister({ db, register: imported.register, model });
  found.push(...accept(checked));

  progress('costing');
  const costing = cost({ model, accounts, volumes: allVolumes });
  found.push(...accept(toldOnce(costing.findings, checked)));
  if (!costing.costs)
    return { refusedBy: 'costing', changes: imported.changes, notices: imported.notices, findings: found };

  progress('pricing');
  const pricing = price({ model, costs: costing.costs });
  found.push(...accept(pricing.findings));
  found.push(...idleAcceptances(found, accepted, (rule) => !/^(financing|users)\//.test(rule)));
  const prices = isRefused(pricing.findings) ? undefined : pricing.prices;

  const result = await writeResult(
    request,
    imported.register,
    { costs: costing.costs, prices, volumes: volumesByUnit(model, allVolumes) },
    found,
    accepted,
  );
  return { changes: imported.changes, notices: imported.notices, findings: found, result };
}

async function writeResult(
  { workspace, model, db, progress, isOnlyLookedAt }: RunRequest,
  register: Register,
  values: Pick<RunResult, 'costs' | 'prices' | 'volumes'>,
  findings: readonly Finding[],
  accepted: readonly Acceptance[],
): Promise<RunResult> {
  const used = register.snapshots.filter(isUsed).filter(({ years }) => years.includes(model.years.cost));
  const identity: RunIdentity = {
    snapshots: used.map(({ hash }) => hash),
    model: costingModel(model),
    rulesVersion: RULES_VERSION,
    period: { year: model.years.cost, month: 0 },
    accepted: accepted.map(({ rule, place, reason, date }) => ({ rule, place, reason, date })),
  };
  const id = runId(identity);
  const dir = join(workspace.runsDir, id);
  const sources = used.map(certifiedSource);
  const whole = { id, dir, ...values, sources, register };
  if (isOnlyLookedAt) return whole;
  progress?.('writing results');
  const tables = resultTables({ model, ...values, findings });
  await writeTables(db, dir, tables, {
    'certificate.json': certify({ identity, sources, tables, hashTable }),
  });
  return whole;
}

/** Findings without those of files that are of other years alone: another month of this year is not another run. */
function findingsOfYear(
  findings: readonly Finding[],
  { snapshots }: Register,
  year: number,
): readonly Finding[] {
  const ofYear = (snapshot: Snapshot): boolean =>
    snapshot.years.length === 0 || snapshot.years.includes(year);
  const used = new Set(snapshots.filter(ofYear).map(({ file }) => file));
  const others = new Set(snapshots.map(({ file }) => file).filter((file) => !used.has(file)));
  return findings.filter(({ where }) => where.file === undefined || !others.has(where.file));
}

type UsedSnapshot = Snapshot & { readonly register: CertifiedSource['register'] };

/** People and circumstances cost nothing by themselves: they have no part in what a year's services cost. */
const isUsed = (snapshot: Snapshot): snapshot is UsedSnapshot =>
  snapshot.register === 'ledger' || snapshot.register === 'activity';

const certifiedSource = (snapshot: UsedSnapshot): CertifiedSource => ({
  ...sourceFacts(snapshot),
  register: snapshot.register,
  ...(snapshot.records === undefined ? {} : { decisions: snapshot.read - snapshot.refused }),
});
