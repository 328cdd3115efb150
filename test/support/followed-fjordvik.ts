// Fjordvik's two years through the whole line: 2025 costed and priced, its prices adopted, 2026 followed to a month.

import { join } from 'node:path';
import { describeFinding, type Finding } from '../../src/findings/finding.ts';
import { readModel } from '../../src/model/read-model.ts';
import { adoptedFor } from '../../src/prices/adopted-for.ts';
import { adoptionFiles } from '../../src/prices/adoption-files.ts';
import { ownYear } from '../../src/prices/own-year.ts';
import { paidHours } from '../../src/registers/circumstances/circumstance-totals.ts';
import { type MonthRun, runMonth } from '../../src/run/month/run-month.ts';
import { runYear } from '../../src/run/run-year.ts';
import type { Db } from '../../src/store/db.ts';
import { openWorkspace } from '../../src/store/workspace.ts';
import type { ModelPrices } from '../../src/tables/financing.ts';

const KEY = { secret: new Uint8Array(32).fill(7), file: 'of this test' };

/** Prices of 2026 as a generated workspace adopts them: nothing is written into its folder of prices. */
export async function adoptFjordvik(dir: string, db: Db): Promise<readonly ModelPrices[]> {
  const { model, findings: told } = await readModel(join(dir, 'innsats.yaml'));
  const { model: financeModel } = await readModel(join(dir, 'innsats.yaml'), { asOf: 2026 });
  if (!model || !financeModel) throw refused(told);
  const workspace = openWorkspace(dir);
  const run = await runYear({ workspace, model, modelFindings: [], db, key: KEY });
  const { prices: list, costs, register, id } = run.result ?? {};
  if (!list || !costs || !register || !id) throw refused(run.findings);
  const hours = await paidHours(db, register, { year: 2025 });
  const { base } = ownYear({ model, costs, prices: list, hours });
  const decision = { date: '2025-12-11', run: id, services: model.services };
  const files = adoptionFiles(list, base, decision).map(({ name, text }) => [name, text] as const);
  const { prices, findings } = adoptedFor(financeModel, new Map(files));
  if (findings.length > 0) throw refused(findings);
  return prices;
}

/** Follows a generated workspace up to a month of 2026 by prices that were adopted. */
export async function followFjordvik(
  dir: string,
  db: Db,
  { month, prices }: { readonly month: number; readonly prices: readonly ModelPrices[] },
): Promise<MonthRun> {
  const { model, findings: told } = await readModel(join(dir, 'innsats.yaml'));
  const { model: financeModel } = await readModel(join(dir, 'innsats.yaml'), { asOf: 2026 });
  if (!model || !financeModel) throw refused(told);
  const workspace = openWorkspace(dir);
  const run = await runMonth({
    ...{ workspace, model, financeModel, modelFindings: [], prices, priceFindings: [], db, key: KEY, month },
  });
  if (!run.result) throw refused(run.findings);
  return run;
}

const refused = (findings: readonly Finding[]): Error =>
  new Error(findings.map(describeFinding).join('\n') || 'Fjordvik was refused and nothing says why');
