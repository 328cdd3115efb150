// What cost per user reads and what it gives: where registers, costing, the stage, its reports and the checker meet.
// A person is a pseudonym throughout. Whole øre and whole parts are held in doubles where there may be millions.

import type { Fraction } from '../money/fraction.ts';
import type { ActivityState, ObjectName } from './activity.ts';
import type { NetworkNode, Strand } from './network.ts';

// ---- what is read -------------------------------------------------------------------------------------------

/** Quantities by state, a column each; a state without records has none. Whole parts of the measure (below 2^53). */
export type StateColumns = { readonly [state in ActivityState]?: Float64Array };

/** An amount of a person, in øre. */
export type PersonAmount = { readonly person: string; readonly amountOre: bigint };

/**
 * Postings that name persons, of one pool, unit, strand and sign, and the ends of the network that they reached. Both
 * lists sum to the same; persons in order of pseudonym, ends in order of key; no amount is 0.
 */
export type NamedCost = {
  readonly pool: string;
  readonly unit: string;
  readonly strand: Strand;
  readonly persons: readonly PersonAmount[];
  readonly ends: readonly { readonly node: NetworkNode; readonly amountOre: bigint }[];
};

/** What persons need beside an ordinary user (1): a weight by person and month. */
export type NeedWeights = {
  /** Whole weights have this for 1: with 5, a weight of 8 is 1.6. */
  readonly unit: number;
  /** The services whose users weigh by need. */
  readonly services: ReadonlySet<string>;
  /** The whole weight of person p (index) in month m (0: the year); `unit` where nothing was assessed. */
  readonly of: (person: number, month: number) => number;
  /** How many users of those services were assessed. */
  readonly assessed: number;
};

// ---- what is given ------------------------------------------------------------------------------------------

/**
 * What users cost at objects: a cell a person and object, in order of object and person; columns of equal length. The
 * person of number 0 is nobody (""). Per
 * strand, in order of `strands`, the part of the object's cost that was shared by weight, and what postings named the
 * person for. `weight` is Σ need × quantity in the state that divides cost, whole.
 */
export type UserCells = {
  readonly persons: readonly string[];
  readonly objects: readonly ObjectName[];
  readonly strands: readonly Strand[];
  readonly starts: Uint32Array;
  readonly person: Uint32Array;
  readonly weight: Float64Array;
  readonly parts: StateColumns;
  readonly sharedOre: readonly Float64Array[];
  readonly directOre: readonly Float64Array[];
};

export type LedgerLineKind =
  | 'users'
  | 'open'
  | 'without-users'
  | 'unused'
  | 'parked'
  | 'not-costed'
  | 'external';

/**
 * A line of "ledger = Σ users + open services + objects without users + unused + parked + not costed": of an object its
 * service, unit and level; of another end its name, and its unit where it has one. `directOre` is what of it was named.
 */
export type LedgerLine = {
  readonly kind: LedgerLineKind;
  readonly name: string;
  readonly unit: string;
  readonly level: string;
  readonly amountOre: bigint;
  readonly directOre: bigint;
  /** Users who share it; 0 for what no user has. */
  readonly users: number;
};

/**
 * A person's year: everything, and of it what was named. `services` is how many services the person has; `feesOre` what
 * postings say that the person paid (negative: income), which is not taken from the cost.
 */
export type UserTotal = {
  readonly person: string;
  readonly costOre: bigint;
  readonly directOre: bigint;
  readonly feesOre: bigint;
  readonly services: number;
};

/** Cost per user of a year. `unit` of need is `needUnit` (see NeedWeights). */
export type UserCosts = {
  readonly cells: UserCells;
  readonly needUnit: number;
  readonly lines: readonly LedgerLine[];
  /** In order of pseudonym; "" is none of them. */
  readonly totals: readonly UserTotal[];
  readonly ledgerOre: bigint;
};

// ---- what it shows ------------------------------------------------------------------------------------------

/** A service of the year: its users (each once), what they cost, and the middle one's cost. */
export type ServiceYear = {
  readonly service: string;
  readonly measure: string;
  readonly users: number;
  readonly parts: bigint;
  /** All of its cost, also what nobody has. */
  readonly amountOre: bigint;
  readonly userOre: bigint;
  /** Exact øre; 0 without users. */
  readonly medianOre: Fraction;
};

/** So many of the dearest users cost so much. */
export type ConcentrationPoint = { readonly users: number; readonly costOre: bigint };

/**
 * How cost gathers on few: points for every percent of users, the dearest first, from none to all; and the Gini index,
 * 0 where all cost the same, near 1 where one carries all (0/1 where they cost nothing together).
 */
export type Concentration = {
  readonly users: number;
  readonly costOre: bigint;
  readonly gini: Fraction;
  readonly points: readonly ConcentrationPoint[];
};

/** A user far from the rest of a group ("all", a service, or a group of services): above (share: from) the limit. */
export type Outlier = {
  readonly person: string;
  readonly group: string;
  readonly costOre: bigint;
  readonly limit: Fraction;
};

/** A group that the rule looked at; `services` is empty where it is everybody's whole year. */
export type OutlierGroup = {
  readonly group: string;
  readonly services: readonly string[];
  readonly users: number;
  readonly costOre: bigint;
  readonly limit: Fraction;
  readonly outliers: number;
  readonly outlierOre: bigint;
};

export type Outliers = { readonly groups: readonly OutlierGroup[]; readonly outliers: readonly Outlier[] };

/** How a cost came from last year's to this year's; the three sum to the change. */
export type Change = { readonly volumeOre: bigint; readonly mixOre: bigint; readonly priceOre: bigint };

/** Volume and cost of some users at a unit, or of all of them. */
export type UnitFigures = {
  readonly users: number;
  readonly costOre: bigint;
  readonly parts: bigint;
  /** Øre per measure, exact; absent without volume or measure. */
  readonly unitCost?: Fraction;
};

/** own, private or another municipality's; "" for all together. */
export type ProvisionOrAll = 'own' | 'private' | 'municipality' | '';

/**
 * A unit's year with a service, beside its sisters; `unit` is "" for all units of a provision, and both are "" for the
 * service. Cost per granted and per delivered measure are absent where there is none.
 */
export type UnitYear = UnitFigures & {
  readonly service: string;
  readonly unit: string;
  readonly provision: ProvisionOrAll;
  readonly measure: string;
  readonly grantedParts: bigint;
  readonly deliveredParts: bigint;
  readonly perGranted?: Fraction;
  readonly perDelivered?: Fraction;
  /** The unit cost it would have with the service's average need; absent where nothing is known of need. */
  readonly needAdjusted?: Fraction;
  /** Days used ÷ days available; absent where places are not known. */
  readonly occupancy?: Fraction;
  /** What users paid at the unit, in øre (negative: income): shown, never taken from the cost. */
  readonly feesOre: bigint;
  /** Without the outliers of the model's rule; absent where it has none. */
  readonly ordinary?: UnitFigures;
  readonly last?: Omit<UnitFigures, 'users'> & { readonly change: Change };
};

/** A set of services that some users have together. `services` are ids or names of groups, in order. */
export type Combination = {
  readonly services: readonly string[];
  readonly users: number;
  readonly costOre: bigint;
  /** What each of `services` cost them, in the same order. */
  readonly byService: readonly bigint[];
  /** The same users' and cost of last year's combination; absent where last year is not known. */
  readonly last?: { readonly users: number; readonly costOre: bigint };
};

/** Users who had `from` last year and have `to` now; empty: they came, or went. Costs of both years. */
export type CombinationFlow = {
  readonly from: readonly string[];
  readonly to: readonly string[];
  readonly users: number;
  readonly fromOre: bigint;
  readonly toOre: bigint;
};

/** What is asked of a unit's figures before they cost anybody. */
export type QuestionKind = 'cost-without-volume' | 'volume-without-cost' | 'outside-band' | 'jump';

/**
 * A question about an object, or (level "") about a unit's service: who answers for the figures, what they are, and what
 * was expected: a band of øre per measure, or last year's unit cost.
 */
export type Question = {
  readonly kind: QuestionKind;
  readonly service: string;
  readonly unit: string;
  readonly level: string;
  readonly measure: string;
  /** "" where the model names nobody. */
  readonly responsible: string;
  readonly costOre: bigint;
  readonly parts: bigint;
  readonly unitCost?: Fraction;
  readonly expected?: { readonly from: Fraction; readonly to: Fraction };
};

/** A question with its mark, which changes with the figures, and who signed for them: by name, on a day. */
export type AskedQuestion = Question & {
  readonly mark: string;
  readonly signed?: { readonly by: string; readonly date: string; readonly note: string };
};

/** What a ledger holds, on its way from gross cost to what users cost: expense positive. */
export type GrossLine = {
  readonly kind: 'expense' | 'income' | 'internal' | 'sales' | 'fees';
  readonly amountOre: bigint;
};

/** A user whose wages are above the grant's threshold; `claimOre` is what is applied for. */
export type IntensiveUser = {
  readonly person: string;
  /** 0 where the register of people does not say. */
  readonly birthYear: number;
  readonly costOre: bigint;
  readonly wagesOre: bigint;
  readonly aboveOre: bigint;
  readonly claimOre: bigint;
};

/** Where cost of a row's functions ended, or what its services cost besides: what a difference is made of. */
export type DifferenceKind =
  | 'other-service'
  | 'unused'
  | 'parked'
  | 'not-costed'
  | 'external'
  | 'from-function'
  | 'rounding';
export type DifferenceLine = {
  readonly kind: DifferenceKind;
  readonly name: string;
  readonly amountOre: bigint;
};

/** A row of the national accounts beside the costing: ledger + Σ lines = costing, exactly. */
export type ReconciledRow = {
  readonly name: string;
  readonly functions: readonly string[];
  readonly services: readonly string[];
  readonly ledgerOre: bigint;
  readonly costingOre: bigint;
  readonly lines: readonly DifferenceLine[];
};
