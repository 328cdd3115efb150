// What the model says about users: how need weighs, what is shown beside cost, what is expected, who is far from the
// rest, and what is reported of them. Every choice is the model's; none has a default that marks anybody.

import type { Fraction } from '../money/fraction.ts';
import type { Ore } from '../money/ore.ts';
import type { CodeSet } from './code-set.ts';
import type { Location } from './location.ts';

/** Which assessment weighs, and for which services (ids); elsewhere, and where nobody was assessed, users weigh alike. */
export type NeedRule = {
  readonly instrument: string;
  readonly services: readonly string[];
  readonly source: string;
};

/** Who is held against whom: everybody's whole year, or everybody's cost of each service. */
export type OutlierScope = 'all' | 'services';

/**
 * Who is an outlier. limit: above an amount for the services of a group, "all" for the whole year; share: the dearest
 * part of users; quartile: above the third quartile by so many times the distance between first and third; robust: so
 * many robust standard deviations (1.4826 × the median distance from the median) above the median.
 */
export type OutlierRule =
  | {
      readonly kind: 'limit';
      readonly limits: readonly {
        readonly group: string;
        readonly services: readonly string[];
        readonly limitOre: Ore;
      }[];
    }
  | { readonly kind: 'share'; readonly share: Fraction; readonly within: OutlierScope }
  | { readonly kind: 'quartile'; readonly times: Fraction; readonly within: OutlierScope }
  | { readonly kind: 'robust'; readonly deviations: Fraction; readonly within: OutlierScope };

/** Where the unit cost of a service is expected, in øre per measure, both included. */
export type ExpectedBand = { readonly service: string; readonly from: Fraction; readonly to: Fraction };

/** A state grant for users with large wages in a year: (wages − threshold) × share, for those under the age. */
export type IntensiveGrant = {
  readonly year: number;
  readonly thresholdOre: Ore;
  readonly share: Fraction;
  /** Age at the end of the year below which users count; absent: all. */
  readonly underAge?: number;
  readonly source: string;
};

/** A row of the national accounts: the functions that it sums, and the services whose cost it should be. */
export type AccountsRow = {
  readonly name: string;
  readonly functions: CodeSet;
  readonly services: readonly string[];
  readonly at: Location;
};

export type UserRules = {
  readonly need?: NeedRule;
  /** Pools of what users pay: shown beside their cost and never taken from it. */
  readonly fees: readonly string[];
  /** Pools of what is sold to others. */
  readonly sales: readonly string[];
  readonly expected: readonly ExpectedBand[];
  /** The workspace that holds last year's run, where this one does not; relative to this one. */
  readonly lastYear?: { readonly file: string };
  /** A unit cost that moved more than this from last year is told. */
  readonly jump?: Fraction;
  /** Unit id → who answers for its figures. */
  readonly responsible: ReadonlyMap<string, string>;
  readonly outliers?: OutlierRule;
  /** Groups of services that count as one in combinations. */
  readonly combinations: readonly { readonly group: string; readonly services: readonly string[] }[];
  readonly grants: readonly IntensiveGrant[];
  readonly accounts: readonly AccountsRow[];
  /** How many live here: as stated, or everybody in the register of people. Absent: nothing is shown per inhabitant. */
  readonly inhabitants?: 'people' | { readonly number: bigint; readonly source: string };
};

/** What holds where the model says nothing about users. */
export const NO_USER_RULES: UserRules = {
  fees: [],
  sales: [],
  expected: [],
  responsible: new Map(),
  combinations: [],
  grants: [],
  accounts: [],
};
