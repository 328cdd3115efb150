// What no change of growth, price, key or volume touches: accounts that have found their pools, the year's volumes, and
// the cube of its persons.

import { type Assigned, assignAccounts } from '../costing/assign-accounts.ts';
import { organisationFindings } from '../costing/organisation-findings.ts';
import { volumesByUnit } from '../costing/organised.ts';
import { sumYearVolumes, type YearVolumes } from '../costing/year-volumes.ts';
import type { Model } from '../model/model.ts';
import type { Volume } from '../tables/activity.ts';
import type { Cube } from '../tables/cube.ts';
import type { AccountTotal } from '../tables/ledger.ts';

export type Ground = {
  readonly assigned: Assigned;
  readonly volumes: YearVolumes;
  readonly cube: Cube;
};

/** The ground of a model's cost year, prepared as `cost` does. */
export function groundOf(
  model: Model,
  {
    accounts,
    volumes,
    cube,
  }: {
    readonly accounts: readonly AccountTotal[];
    readonly volumes: readonly Volume[];
    readonly cube: Cube;
  },
): Ground {
  const { assignments, findings } = assignAccounts(model, accounts);
  return {
    assigned: { assignments, findings: [...findings, ...organisationFindings(model, accounts, volumes)] },
    volumes: sumYearVolumes(model, volumesByUnit(model, volumes)),
    cube,
  };
}
