// What financing reads and what it gives: where registers, prices, financing, reports and the checker meet. Amounts are
// whole øre; results are signed, positive = money left over.

import type { Fraction } from '../money/fraction.ts';
import type { PaidHours, PlaceDays } from './circumstances.ts';
import type { AdoptedPrices } from './prices.ts';

// ---- what is read -------------------------------------------------------------------------------------------

/** Postings or budget of a unit ("" where none has the responsibility), month (0 = the year) and pool; expense positive. */
export type PoolMonth = {
  readonly unit: string;
  readonly month: number;
  readonly pool: string;
  readonly nature: string;
  readonly article: string;
  readonly rows: number;
  readonly amountOre: bigint;
};

/** `lesser`: Σ min(granted, delivered) per person × service × month; `absence`: days away that a rule pays; `empty`: places nobody used. */
export type QuantityState = 'budget' | 'granted' | 'planned' | 'delivered' | 'lesser' | 'absence' | 'empty';

/** A quantity of a unit, service, level and month in parts of the measure, and of how many persons (user-months). */
export type Quantity = {
  readonly unit: string;
  readonly service: string;
  readonly level: string;
  readonly month: number;
  readonly state: QuantityState;
  readonly parts: bigint;
  /** Distinct persons in the month; 0 where the register does not name persons. */
  readonly users: number;
};

/** A unit's own cost of the cost year that prices were made of, provider-answered, by what it was paid as. */
export type OwnCost = {
  readonly unit: string;
  /** "" for what is paid as base. */
  readonly service: string;
  readonly level: string;
  readonly nature: string;
  readonly paidAs: 'price' | 'base';
  readonly costOre: bigint;
  /** Π (1 + growth) from cost year to price year. */
  readonly growth: Fraction;
};

/** A unit's own volume of the cost year, and the paid hours behind it in parts of an hour (absent where not known). */
export type OwnVolume = {
  readonly unit: string;
  readonly service: string;
  readonly level: string;
  readonly parts: bigint;
  readonly hourParts?: Fraction;
};

/** What adopting writes beside the prices (prices/<name>-own-year.csv): what each unit's own cost year was made of. */
export type BaseYear = { readonly costs: readonly OwnCost[]; readonly volumes: readonly OwnVolume[] };

/** Prices that hold from a month of the finance year (1 = from New Year) until the next ones. */
export type PricesFrom = { readonly fromMonth: number; readonly prices: AdoptedPrices };

/** Prices of one funding model, in order of month; the first hold from January. */
export type ModelPrices = {
  readonly model: string;
  readonly periods: readonly PricesFrom[];
  readonly base: BaseYear;
};

/** How old each side is: the last month with postings and with activity; a page shows both. */
export type Freshness = { readonly ledgerMonth: number; readonly activityMonth: number };

export type FinancingInput = {
  /** 1 to 12: the months up to this one are financed. */
  readonly through: number;
  /** Of the model in force and of every other that has adopted prices. */
  readonly prices: readonly ModelPrices[];
  /** Budget of the finance year, of the kind that the frame is from. */
  readonly budget: readonly PoolMonth[];
  /** Actual postings of the finance year. */
  readonly expense: readonly PoolMonth[];
  /** Actual postings of the cost year, where the profile is last year's. */
  readonly lastYear: readonly PoolMonth[];
  readonly quantities: readonly Quantity[];
  readonly hours: readonly PaidHours[];
  readonly places: readonly PlaceDays[];
  readonly freshness: Freshness;
};

// ---- what is given ------------------------------------------------------------------------------------------

export type EarnedKind =
  | 'base'
  | 'supplement'
  | 'price'
  | 'absence'
  | 'empty-place'
  | 'limit'
  | 'transition'
  | 'frame'
  | 'purchase';

/**
 * What a unit earned in a month under a model, line by line. `parts` is the paid quantity, `price` øre per measure
 * (0/1 where the line has none); `name` is the supplement's. The lines of a unit and month are rounded together, so
 * that they sum to what is earned, which is rounded once.
 */
export type EarnedLine = {
  readonly model: string;
  readonly unit: string;
  readonly month: number;
  readonly kind: EarnedKind;
  readonly service: string;
  readonly level: string;
  readonly name: string;
  readonly parts: bigint;
  readonly price: Fraction;
  readonly amountOre: bigint;
};

/** What an expense counts as in the efficiency variance. `outside` has no counterpart in any price of the unit. */
export type ExpenseKind = 'wages' | 'goods' | 'income' | 'fixed' | 'outside';

/** A unit's expense of a month in the price's own pools: as posted, and what accruals add to it. */
export type ExpenseLine = {
  readonly unit: string;
  readonly month: number;
  readonly pool: string;
  readonly nature: string;
  readonly kind: ExpenseKind;
  readonly postedOre: bigint;
  readonly accruedOre: bigint;
};

/** domain.md 3.4; where inputs are missing, lines collapse: users and quantity into volume, 2 to 4 into wages. */
export type ActivityLine =
  | 'frame-gap'
  | 'grant-terms'
  | 'users'
  | 'quantity'
  | 'volume'
  | 'new-service'
  | 'mix'
  | 'delivery-gap'
  | 'price-decision'
  | 'absence-and-empty'
  | 'model-terms'
  | 'purchase-price';
export type EfficiencyLine =
  | 'starting-position'
  | 'wage-growth'
  | 'wage-composition'
  | 'usage'
  | 'wages'
  | 'goods-price'
  | 'goods-usage'
  | 'fixed-coverage'
  | 'fixed-spending'
  | 'income'
  | 'outside'
  | 'model-terms';
/** Shown on request and never added: joint terms, and causes that are "of which" of a line. */
export type MemoLine =
  | 'users-times-quantity'
  | 'mix-times-volume'
  | 'granted-not-delivered'
  | 'sick-leave'
  | 'productive-share'
  | 'unused-capacity';

export type VarianceLine =
  | { readonly variance: 'activity'; readonly line: ActivityLine; readonly amountOre: bigint }
  | { readonly variance: 'efficiency'; readonly line: EfficiencyLine; readonly amountOre: bigint }
  | { readonly variance: 'memo'; readonly line: MemoLine; readonly amountOre: bigint };

/**
 * One of the amounts that a line is made of, exact øre; the terms of a line sum to it before it is rounded. `about` says
 * what it is ("paid-hours-at-standard"); `service` is the service, or the services that are looked at together.
 */
export type VarianceTerm = {
  readonly variance: 'activity' | 'efficiency';
  readonly line: ActivityLine | EfficiencyLine;
  readonly about: string;
  readonly service: string;
  readonly exact: Fraction;
};

/** The leader's questions of a unit and month, as parts of ratios, so that every total is computed again. */
export type Staffing = {
  /** Paid hours, in parts of an hour, by kind; sick leave beside. */
  readonly ordinaryParts: bigint;
  readonly overtimeParts: bigint;
  readonly agencyParts: bigint;
  readonly sickParts: bigint;
  /** Delivered hours, in parts of an hour: services measured in hours. */
  readonly directParts: bigint;
  /** Hours that the unit's base year would have paid for this month's quantity: H0. */
  readonly standardParts: Fraction;
  /** Σ P_wage·Q + wage part of the base grant, øre: what the financing carries in wages. */
  readonly carriedWageOre: Fraction;
  /** Wages spent, øre. */
  readonly wageOre: bigint;
  /** Terms of the break-even share π* = (wages + fixed − base) ÷ ((P − g)·H): its numerator, and (P − g)·delivered. */
  readonly breakEvenCostOre: Fraction;
  readonly contributionOre: Fraction;
  readonly placeDays: bigint;
};

/**
 * One unit in one month under the model in force. `frameOre` is absent where the frame is held by the purchaser and
 * not split: then the unit has no activity variance of its own (absent, not 0). activity + efficiency = frame − spent.
 * Its activity lines, without the gap, are then what its purchaser answers for: they sum to F_B − earned, and what the
 * held frame is above F_B of all its units is the frame gap.
 */
export type UnitMonth = {
  readonly unit: string;
  readonly purchaser: string;
  readonly provision: 'own' | 'private' | 'municipality';
  readonly month: number;
  readonly frameOre?: bigint;
  readonly earnedOre: bigint;
  readonly spentOre: bigint;
  readonly lines: readonly VarianceLine[];
  /** What the lines are made of; in no table, found again when somebody asks. */
  readonly terms?: readonly VarianceTerm[];
  readonly staffing: Staffing;
};

/** A frame that is held by a purchaser and not split: the purchaser's own month beside its units'. */
export type HeldFrame = { readonly purchaser: string; readonly month: number; readonly amountOre: bigint };

/** A service with activity and no adopted price. */
export type Unpriced = {
  readonly unit: string;
  readonly service: string;
  readonly level: string;
  readonly month: number;
  readonly parts: bigint;
};

/** What a unit earned in a month under each model that has prices, the one in force among them: the shadow run. */
export type ShadowMonth = {
  readonly model: string;
  readonly unit: string;
  readonly month: number;
  readonly earnedOre: bigint;
};

/**
 * What the models would pay on the cost year's own volumes beside what the unit's own year would cost in the price year:
 * who gains and who loses before anyone has acted.
 */
export type BaseYearShadow = {
  readonly model: string;
  readonly unit: string;
  readonly earnedOre: bigint;
  readonly ownCostOre: bigint;
};

export type FinancingYear = {
  readonly year: number;
  readonly through: number;
  readonly model: string;
  readonly months: readonly UnitMonth[];
  readonly heldFrames: readonly HeldFrame[];
  readonly earned: readonly EarnedLine[];
  readonly expenses: readonly ExpenseLine[];
  /** Budget, granted, planned, delivered, lesser, absence and empty, as they were used. */
  readonly quantities: readonly Quantity[];
  readonly unpriced: readonly Unpriced[];
  readonly shadow: readonly ShadowMonth[];
  readonly baseYear: readonly BaseYearShadow[];
  readonly freshness: Freshness;
};

/** What registrations after a closing changed in a closed month: rerun(current) − rerun(closed). */
export type Correction = {
  readonly unit: string;
  readonly month: number;
  readonly earnedOre: bigint;
  readonly spentOre: bigint;
  readonly frameOre: bigint;
};

/** What a purchaser's reserve gets (positive) or pays in the settlement of its units. */
export type ReserveLine = { readonly purchaser: string; readonly amountOre: bigint };

/** A unit's settlement of a year; kept + returned = result, carried + covered = result; units and reserve sum to zero. */
export type Settlement = {
  readonly unit: string;
  readonly purchaser: string;
  readonly carriedInOre: bigint;
  /** The year's efficiency result. */
  readonly yearOre: bigint;
  readonly resultOre: bigint;
  readonly financingOre: bigint;
  readonly keptOre: bigint;
  readonly returnedOre: bigint;
  readonly carriedOre: bigint;
  readonly coveredOre: bigint;
};

/** What a unit's manager says of a month, what is to be done by when ("2026-10-01"), and how far it has come. */
export type ManagerComment = {
  readonly unit: string;
  readonly month: number;
  readonly text: string;
  /** By role, such as "unit leader". */
  readonly author: string;
  /** The day it was written: "2026-06-12". */
  readonly date: string;
  readonly deadline?: string;
  readonly status: 'open' | 'under-way' | 'done';
};
