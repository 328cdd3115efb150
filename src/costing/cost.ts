// From the ledger and the volumes of a year to what every service of every unit cost: accounts find pools, pools and
// units send their cost along a network, the network is solved, and the cost that ends at an object is divided by
// its volume. Not one øre is lost on the way.

import { type Finding, isRefused } from '../findings/finding.ts';
import type { Model } from '../model/model.ts';
import type { Volume } from '../tables/activity.ts';
import type { Costs } from '../tables/costs.ts';
import type { AccountTotal } from '../tables/ledger.ts';
import { type Assigned, assignAccounts } from './assign-accounts.ts';
import { buildNetwork } from './build-network.ts';
import { costFindings } from './cost-findings.ts';
import { organisationFindings } from './organisation-findings.ts';
import { volumesByUnit } from './organised.ts';
import { solve } from './solve.ts';
import { unitCosts } from './unit-costs.ts';
import { sumYearVolumes, type YearVolumes } from './year-volumes.ts';

export type Costing = { readonly costs?: Costs; readonly findings: Finding[] };

/**
 * Costs a year: the actual accounts of the model's cost year and the volumes of the state that it names. Without
 * `costs` when a finding is an error (a negative or mixed driver, a closed loop).
 */
export function cost({
  model,
  accounts,
  volumes,
}: {
  readonly model: Model;
  readonly accounts: readonly AccountTotal[];
  readonly volumes: readonly Volume[];
}): Costing {
  const summed = sumYearVolumes(model, volumesByUnit(model, volumes));
  const assigned = assignAccounts(model, accounts);
  const findings = [...assigned.findings, ...organisationFindings(model, accounts, volumes)];
  return costAssigned(model, { ...assigned, findings }, summed);
}

/** The same from accounts that have their pools and volumes that are summed: what a changed driver runs again. */
export function costAssigned(model: Model, assigned: Assigned, volumes: YearVolumes): Costing {
  const built = buildNetwork(model, assigned.assignments, volumes);
  const findings = [...assigned.findings, ...volumes.findings, ...built.findings];
  if (isRefused(findings)) return { findings };
  const solved = solve(built.network);
  if (solved.kind === 'closed')
    return { findings: [...findings, ...solved.loops.map((loop) => closedLoop(model, loop))] };
  const { network } = built;
  const { solution } = solved;
  const costs: Costs = {
    assignments: assigned.assignments,
    network,
    solution,
    ...unitCosts(model, network, solution, volumes),
  };
  return { costs, findings: [...findings, ...costFindings(model, costs, built.parkings)] };
}

function closedLoop(model: Model, members: readonly string[]): Finding {
  const names = members.map((key) => key.slice(key.indexOf(':') + 1));
  return {
    rule: 'costing/closed-loop',
    severity: 'error',
    message: `these pass cost only to each other, so it never comes out: ${names.join(', ')}`,
    remedy: `Let one of them also serve someone outside the loop (costing: centres: in ${model.file}).`,
    where: { file: model.file, key: members.join(', ') },
  };
}
