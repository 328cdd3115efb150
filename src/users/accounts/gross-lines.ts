// From gross cost to what users cost: internal income and sales to others are taken away, what users pay is shown and
// never deducted.

import type { Finding } from '../../findings/finding.ts';
import type { Destination, Model } from '../../model/model.ts';
import { NO_USER_RULES } from '../../model/users.ts';
import type { Assignment } from '../../tables/costs.ts';
import type { GrossLine } from '../../tables/users.ts';

const KINDS: readonly GrossLine['kind'][] = ['expense', 'internal', 'sales', 'income', 'fees'];

/**
 * The ledger by what its accounts are: of pools of internal sales, of sales to others, of what users pay; of the rest
 * expense, and income (refunds, grants). The lines sum to the ledger; lines of nothing are left out.
 */
export function grossLines(model: Model, assignments: readonly Assignment[]): GrossLine[] {
  const { fees, sales } = model.users ?? NO_USER_RULES;
  const internal = (model.costing.internalSales ?? []).flatMap(({ bought, sold }) => [bought, sold]);
  const kindOf = ({ pool, amountOre }: Assignment): GrossLine['kind'] => {
    if (internal.includes(pool)) return 'internal';
    if (sales.includes(pool)) return 'sales';
    if (fees.includes(pool)) return 'fees';
    return amountOre < 0n ? 'income' : 'expense';
  };
  const groups = Map.groupBy(assignments, kindOf);
  return KINDS.flatMap((kind) => {
    const amountOre = (groups.get(kind) ?? []).reduce((sum, one) => sum + one.amountOre, 0n);
    return amountOre === 0n ? [] : [{ kind, amountOre }];
  });
}

/** What users paid, by the unit that the postings belong to; income is negative. */
export function feesByUnit(model: Model, assignments: readonly Assignment[]): Map<string, bigint> {
  const { fees } = model.users ?? NO_USER_RULES;
  const sums = new Map<string, bigint>();
  for (const { pool, unit, amountOre } of assignments)
    if (fees.includes(pool)) sums.set(unit, (sums.get(unit) ?? 0n) + amountOre);
  return sums;
}

const KEPT_OUT: readonly Destination['kind'][] = ['park', 'not-costed', 'external'];

/**
 * An error for every pool of what users pay that lowers somebody's cost; a warning for one of sales to others that does
 * not, since what was sold is no cost of users.
 */
export function feeFindings(model: Model): Finding[] {
  const { fees, sales } = model.users ?? NO_USER_RULES;
  return model.costing.pools.flatMap(({ name, goes, at }): Finding[] => {
    const where = { file: at.file, line: at.line, position: at.column, key: name };
    const isKeptOut = KEPT_OUT.includes(goes.kind);
    if (fees.includes(name) && !isKeptOut)
      return [
        {
          rule: 'users/fees-deducted',
          severity: 'error',
          message: `the pool "${name}" holds what users pay, and goes where it would lower the cost of users`,
          remedy: 'Write "to: not-in-price" for it: fees are shown beside cost, never taken from it.',
          where,
        },
      ];
    if (!sales.includes(name) || !isKeptOut) return [];
    return [
      {
        rule: 'users/sales-not-deducted',
        severity: 'warning',
        message: `the pool "${name}" holds sales to others and reaches no service, so what was sold is still in the cost of users`,
        remedy:
          'Let it follow the pool of the expense that was sold ("follows: …"), so that it lowers that cost.',
        where,
      },
    ];
  });
}
