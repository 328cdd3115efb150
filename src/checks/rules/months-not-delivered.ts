// Months that are not there yet: nothing was delivered to the register, which is not the same as nothing was done.

import type { Model } from '../../model/model.ts';
import { readSql } from '../../store/read-sql.ts';
import { monthsText, monthText } from '../month-text.ts';
import type { Raised, Rule } from '../rule.ts';

const STATEMENT = readSql(import.meta.url, 'months-not-delivered.sql');

type Missing = {
  readonly state: string;
  readonly service: string;
  readonly unit: string;
  readonly period: number;
  /** 1 where other services or units have records of that state in the month. */
  readonly is_elsewhere: number;
};

export const monthsNotDelivered: Rule = {
  name: 'checks/months-not-delivered',
  severity: 'warning',
  title: 'Months without records',
  about:
    'A service of a unit has records in some months of the cost year and none in others; or the whole register has ' +
    'none in a month. The year’s cost is then divided by part of its volume. It is right where a unit opened or ' +
    'closed in the year. The count is months.',
  find: async ({ db, model }) => {
    const isThere = inForce(model);
    const missing = (await db.rows<Missing>(STATEMENT)).filter(isThere);
    const everywhere = Map.groupBy(
      missing.filter((one) => one.is_elsewhere === 0),
      ({ state }) => state,
    );
    const somewhere = Map.groupBy(
      missing.filter((one) => one.is_elsewhere === 1),
      ({ state, service, unit }) => JSON.stringify([state, service, unit]),
    );
    return [...everywhere.values()]
      .map((months) => wholeRegister(months))
      .concat([...somewhere.values()].map((months) => oneUnit(months)));
  },
};

/** Of units that are dated only the months in which they are there count. */
function inForce({ organisation }: Model): (missing: Missing) => boolean {
  const holdings = Map.groupBy(organisation?.holdings ?? [], ({ id }) => id);
  return ({ unit, period }) =>
    holdings.get(unit)?.some(({ from, to }) => from <= monthText(period) && monthText(period) <= to) ?? true;
}

const periodsOf = (months: readonly Missing[]): number[] => [...new Set(months.map(({ period }) => period))];

function wholeRegister(months: readonly Missing[]): Raised {
  const periods = periodsOf(months).sort((a, b) => a - b);
  const { state } = months[0]!;
  return {
    message: `The register holds nothing ${state} in ${monthsText(periods)}, of any unit.`,
    remedy: 'Import those months, or read the year’s unit costs as preliminary.',
    where: { key: state },
    count: periods.length,
  };
}

function oneUnit(months: readonly Missing[]): Raised {
  const { state, service, unit } = months[0]!;
  return {
    message: `${unit} has nothing ${state} of ${service} in ${monthsText(periodsOf(months))}; other months are there.`,
    remedy: 'Ask the unit for those months; if it was closed then, accept this in accepted.yaml.',
    where: { key: `${service}/${unit}` },
    count: months.length,
  };
}
