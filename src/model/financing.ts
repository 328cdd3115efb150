// How provider units are financed, as the model says it: who holds the frame, what is paid for, which models are tried
// out beside the one in force, and what happens to a year's result.

import type { Fraction } from '../money/fraction.ts';
import type { Ore } from '../money/ore.ts';
import type { Texts } from '../words/language.ts';
import type { Location } from './location.ts';

/** How a year's amount falls on its months. */
export type Profile = 'calendar-days' | 'working-days' | 'twelfths' | 'last-year';

/** What is paid for; `lesser` is Σ min(granted, delivered) per person × service × month. */
export type PayBasis = 'granted' | 'delivered' | 'lesser';

/** Where the frame stands: budgets of the ledger at the providers, what the purchaser's financing is budgeted at, or price × budgeted volume. */
export type FrameSource = 'budget' | 'revised-budget' | 'purchase-budget' | 'volumes';

export type FrameRules = {
  /**
   * Where the frame lies. The activity variance is the purchaser's and the politicians' either way; a unit without a
   * frame has one elsewhere (purchaser) or lacks it (unit).
   */
  readonly heldBy: 'purchaser' | 'unit';
  readonly from: FrameSource;
  readonly periodise: Profile;
  /** Budgets adjusted during the year, in order of month: the amount falls on the months from `month` on. */
  readonly changes: readonly {
    readonly month: number;
    readonly unit: string;
    readonly amountOre: Ore;
    readonly source: string;
  }[];
};

/** A budgeted quantity of the finance year: users on average, and how much they get together. */
export type BudgetVolume = {
  readonly unit: string;
  readonly service: string;
  readonly level: string;
  /** 1 to 12, or 0 for the whole year. */
  readonly month: number;
  /** In measures (hours, days …). */
  readonly quantity: Fraction;
  /** Average number of users; absent where the budget does not say it. */
  readonly users?: Fraction;
  readonly row: number;
};

/** Price rules of a model's own, where it has other prices than those in force: a price list of its own is adopted. */
export type OwnPriceRules = {
  /** Pools paid as base grant; absent: those of `prices: base`. */
  readonly base?: readonly string[];
  /** Names of the supplements of `prices:` that hold; absent: all of them. */
  readonly supplements?: readonly string[];
};

/** Whom a model finances, and from when; what it does not reach is financed by its frame. */
export type Application = { readonly units: readonly string[]; readonly fromMonth: number };

export type FundingModel = {
  readonly name: string;
  readonly label?: Texts;
  /** frame: what is voted is what is given. activity: base grant + supplements + price × paid quantity. */
  readonly kind: 'frame' | 'activity';
  /** Present where kind is activity. */
  readonly pays?: {
    readonly basis: PayBasis;
    /** Service → how many days of an absence are paid as if the person had been there. */
    readonly absenceDays: ReadonlyMap<string, number>;
    /** Service → the share of the price that an empty place is paid. */
    readonly emptyPlaces: ReadonlyMap<string, Fraction>;
  };
  readonly applies: readonly Application[];
  /** What is earned is at least and at most this share of base + price × budgeted quantity, over the year so far. */
  readonly floor?: Fraction;
  readonly ceiling?: Fraction;
  /** Share of what is earned that counts in the finance year; the rest is the frame. Absent: all of it. */
  readonly transition?: Fraction;
  readonly prices?: OwnPriceRules;
  readonly at: Location;
};

/** What units may keep of a year's result and must carry of a deficit; shares of the result and of the year's financing. */
export type SettlementRules = {
  readonly surplus: { readonly keep: Fraction; readonly atMost: Fraction };
  readonly deficit: { readonly carry: Fraction; readonly atMost: Fraction };
  /** Unit → what it carries in from the years before; surplus positive. */
  readonly carriedIn: ReadonlyMap<string, Ore>;
  readonly source?: string;
};

export type Financing = {
  readonly year: number;
  readonly frame: FrameRules;
  readonly volumes: readonly BudgetVolume[];
  readonly volumesSource?: string;
  /** Driver that divides a unit's paid hours of the cost year over its services; by wage cost where absent. */
  readonly hoursDriver?: string;
  /** Paid hours of a full-time equivalent in a year. */
  readonly fullTimeHours?: Fraction;
  /** Which natures are wages, income and fixed (cost in the price that does not vary with volume); the rest is goods. */
  readonly natures: {
    readonly wages: readonly string[];
    readonly income: readonly string[];
    readonly fixed: readonly string[];
  };
  /** Service → the name under which services of one measure are looked at together for mix; absent: each by itself. */
  readonly mixGroups: ReadonlyMap<string, string>;
  /** Growth into the finance year as it came out, by nature ("all" for the rest); absent natures: as assumed. */
  readonly actualGrowth: ReadonlyMap<string, Fraction>;
  readonly growthSource?: string;
  readonly models: readonly FundingModel[];
  readonly inForce: string;
  /** Absent until it is voted. */
  readonly settlement?: SettlementRules;
  readonly at: Location;
};
