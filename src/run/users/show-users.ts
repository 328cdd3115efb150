// What cost per user shows: services, the few who carry much, units beside each other, services that go together, who
// the state refunds, and the rows of the national accounts.

import type { Model } from '../../model/model.ts';
import { NO_USER_RULES } from '../../model/users.ts';
import type {
  AskedQuestion,
  Combination,
  CombinationFlow,
  Concentration,
  GrossLine,
  IntensiveUser,
  NamedCost,
  Outliers,
  ReconciledRow,
  ServiceYear,
  UnitYear,
  UserCosts,
} from '../../tables/users.ts';
import { feesByUnit, grossLines } from '../../users/accounts/gross-lines.ts';
import { intensiveUsers } from '../../users/accounts/intensive-users.ts';
import { reconcile } from '../../users/accounts/reconcile.ts';
import { combinationsOf, flowsBetween, userCombinations } from '../../users/combinations/combine.ts';
import { concentrationOf } from '../../users/outliers/concentration.ts';
import { findOutliers } from '../../users/outliers/find-outliers.ts';
import { serviceYears } from '../../users/service-years.ts';
import { compareUnits } from '../../users/units/compare-units.ts';
import type { Around } from './around-users.ts';
import { functionEnds } from './function-ends.ts';
import type { LastYear } from './last-year.ts';
import type { RunCosts } from './read-run-costs.ts';

export type Shown = {
  readonly gross: readonly GrossLine[];
  readonly services: readonly ServiceYear[];
  readonly concentration: Concentration;
  /** Absent where the model has no rule. */
  readonly outliers?: Outliers;
  readonly units: readonly UnitYear[];
  readonly combinations: readonly Combination[];
  /** Absent where last year's users are not known. */
  readonly flows?: readonly CombinationFlow[];
  /** Absent where the model has no grant for the cost year. */
  readonly intensive?: readonly IntensiveUser[];
  readonly rows: readonly ReconciledRow[];
};

/** What is costed and what it shows, together. */
export type UserValues = Shown & {
  readonly users: UserCosts;
  readonly named: readonly NamedCost[];
  readonly questions: readonly AskedQuestion[];
};

type Ground = {
  readonly model: Model;
  readonly costs: RunCosts;
  readonly users: UserCosts;
  readonly around: Around;
  readonly last?: LastYear;
};

/** Everything that is shown, from the costing of users alone. */
export function showUsers({ model, costs, users, around, last }: Ground): Shown {
  const rules = model.users ?? NO_USER_RULES;
  const { objects, assignments } = costs;
  const state = model.costing.volumes;
  const outliers = rules.outliers && findOutliers(users.cells, state, rules.outliers);
  const together = userCombinations(users.cells, state, rules.combinations);
  const grant = rules.grants.find(({ year }) => year === model.years.cost);
  return {
    gross: grossLines(model, assignments),
    services: serviceYears(model, objects, users),
    concentration: concentrationOf(Float64Array.from(users.totals, ({ costOre }) => Number(costOre)).sort()),
    ...(outliers ? { outliers } : {}),
    units: compareUnits({
      ...{ model, objects, users, places: around.places, fees: feesByUnit(model, assignments) },
      ...(outliers ? { outliers } : {}),
      ...(last ? { last: last.objects } : {}),
    }),
    combinations: combinationsOf(together, last?.combinations),
    ...(last?.combinations ? { flows: flowsBetween(last.combinations, together) } : {}),
    ...(grant ? { intensive: intensiveUsers(users.cells, users.totals, around.people, grant) } : {}),
    rows: reconcile({ model, objects, assignments, ends: functionEnds(costs) }),
  };
}
