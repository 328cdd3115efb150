// The steering model as readonly data: what `innsats.yaml` says once it has been read, checked and resolved.
// References are resolved to ids, groups are spelled out, amounts and shares are exact.

import type { Fraction } from '../money/fraction.ts';
import type { Ore } from '../money/ore.ts';
import type { ActivityState } from '../tables/activity.ts';
import type { AccountField } from '../tables/ledger.ts';
import type { Answers } from '../tables/network.ts';
import type { Language, Texts } from '../words/language.ts';
import type { Accrual } from './accrual.ts';
import type { CircumstanceSource, DecisionRules } from './care-sources.ts';
import type { CodeRange, CodeSet } from './code-set.ts';
import type { Financing } from './financing.ts';
import type { Location } from './location.ts';
import type { Heir, Holding, Organisation } from './organisation.ts';
import type { PeopleSource } from './people-source.ts';
import type { UserRules } from './users.ts';

export type { CodeRange, CodeSet, Heir, Holding, Language, Location, Organisation, PeopleSource, Texts };

export type Country = 'NO' | 'SE' | 'DK';

// ---- codes and accounts -------------------------------------------------------------------------------------

/** Characters of the account string in their order; with `again` the next part begins with the same characters. */
export type AccountPart = {
  readonly field: AccountField | 'skip';
  readonly length: number;
  readonly again?: true;
};

/** A named, dated set of articles, such as KOSTRA's AGD4. Signs are the file's: income is negative and is added. */
export type Concept = {
  readonly name: string;
  readonly articles: CodeSet;
  /** The formula as published, for people: "010..290 + 429 + 590 − 690 − 710 − 729 − 790". */
  readonly formula: string;
  readonly source: string;
  readonly years: { readonly from?: number; readonly to?: number };
};

// ---- sources ------------------------------------------------------------------------------------------------

export type AmountFormat = {
  /** What one unit of the written amount is. */
  readonly unit: 'ore' | 'kroner' | 'thousand';
  readonly decimal: ',' | '.';
  /** How income stands in the file; canonical rows have income negative. */
  readonly income: 'negative' | 'positive';
};

/**
 * The municipality's own accounts in official codes: own account → article (with own digits) and, where the account
 * says it, function. A table of the model, with its source.
 */
export type AccountMap = {
  readonly file: string;
  readonly source: string;
  readonly accounts: ReadonlyMap<
    string,
    { readonly article: string; readonly own?: string; readonly function?: string }
  >;
};

export type LedgerSource = {
  /** A table is CSV, Parquet or XLSX, by the ending of its files. */
  readonly read: 'kostra' | 'table' | 'saft' | 'sie';
  readonly kind: 'actual' | 'budget';
  /** Which budget a budget source holds; the original one when absent. */
  readonly budget?: 'original' | 'revised';
  /** Paths or globs (`*`) relative to the workspace. */
  readonly files: readonly string[];
  /**
   * Canonical column → column of the file; for `table`. `account` is the whole account string; `person` names whom an
   * invoice is for, and is pseudonymised.
   */
  readonly columns: {
    readonly [name in
      | AccountField
      | 'account'
      | 'person'
      | 'year'
      | 'month'
      | 'period'
      | 'date'
      | 'amount'
      | 'debit'
      | 'credit']?: string;
  };
  readonly accountString?: readonly AccountPart[];
  /** For SAF-T and SIE: which analysis type or dimension number holds a dimension of the account string. */
  readonly dimensions?: { readonly [field in AccountField]?: string };
  /**
   * Own accounts in official codes; without it the file's account is taken as the article. In a table the own account is
   * what its column or part of the account string named `article` holds.
   */
  readonly accountMap?: AccountMap;
  /** For XLSX: the sheet (the first when absent) and the row that holds the header (1 when absent). */
  readonly sheet?: string;
  readonly headerRow?: number;
  readonly amount: AmountFormat;
  readonly encoding?: 'utf-8' | 'latin-1' | 'windows-1252' | 'utf-16';
  readonly delimiter?: string;
  /** The year the file is of, where no column says it. Rows of another year are findings. */
  readonly year?: number;
  /** "My trial balance says": what the files of this source must sum to. */
  readonly controlTotalOre?: Ore;
  readonly at: Location;
};

export type ActivitySource = {
  readonly read: 'table';
  /** records: one row a delivery, plan or grant; volumes: ready-made totals; decisions: granted from day to day. */
  readonly kind: 'records' | 'volumes' | 'decisions';
  readonly state: ActivityState;
  readonly files: readonly string[];
  readonly columns: {
    readonly [name in
      | 'person'
      | 'service'
      | 'unit'
      | 'level'
      | 'date'
      | 'month'
      | 'period'
      | 'year'
      | 'quantity'
      | 'start'
      | 'end'
      | 'from'
      | 'to'
      | 'per'
      | 'decision'
      | 'task']?: string;
  };
  /** How decisions are read; for `decisions`. */
  readonly decisions?: DecisionRules;
  /** Text in the file → service id, unit id, level name. Without an entry the text is itself the id. */
  readonly services: ReadonlyMap<string, string>;
  readonly units: ReadonlyMap<string, string>;
  readonly levels: ReadonlyMap<string, string>;
  /** What the quantity column counts in, when it is not the service's measure; `hours-per-week` takes the week rule. */
  readonly quantityIn?: 'minutes' | 'hours' | 'seconds' | 'hours-per-week' | 'hours-per-month';
  readonly decimal: ',' | '.';
  /** True where the model names no mark and a comma is taken: "1.250" is then told of. */
  readonly isDecimalAssumed?: boolean;
  /** For XLSX: the sheet (the first when absent) and the row that holds the header (1 when absent). */
  readonly sheet?: string;
  readonly headerRow?: number;
  readonly encoding?: 'utf-8' | 'latin-1' | 'windows-1252' | 'utf-16';
  readonly delimiter?: string;
  readonly year?: number;
  readonly controlTotal?: Fraction;
  readonly at: Location;
};

// ---- units and services -------------------------------------------------------------------------------------

export type UnitKind = 'provider' | 'support' | 'purchaser';
export type Unit = {
  readonly id: string;
  readonly name: string;
  readonly kind: UnitKind;
  readonly provision: 'own' | 'private' | 'municipality';
  readonly groups: readonly string[];
  readonly responsibilities: CodeSet;
  readonly parent?: string;
  /** The unit that grants or purchases what this one does. */
  readonly purchaser?: string;
  /** Further numeric columns of units.csv, such as places, area, fte: they can serve as drivers. */
  readonly columns: ReadonlyMap<string, Fraction>;
};

/** What a service is counted in; quantities are whole parts of it (see tables/activity.ts). */
export type Measure = string;

export type Level = { readonly name: string; readonly weight: Fraction };
export type Service = {
  readonly id: string;
  readonly name: Texts;
  /** Absent for an open service (help without individual decisions): it has cost and no volume. */
  readonly measure?: Measure;
  readonly open: boolean;
  readonly groups: readonly string[];
  readonly functions: CodeSet;
  /** Need levels with their stated weights; empty where the service has none. */
  readonly levels: readonly Level[];
  readonly levelSource?: string;
  readonly at: Location;
};

// ---- costing ------------------------------------------------------------------------------------------------

/** What a `to:` resolves to. `own` narrows it to the unit where the cost stands. Ids are spelled out, sorted. */
export type Target =
  | { readonly kind: 'units'; readonly units: readonly string[] }
  | { readonly kind: 'services'; readonly services: readonly string[]; readonly own: boolean }
  | { readonly kind: 'activities'; readonly activities: readonly string[]; readonly own: true };

export type Destination =
  | { readonly kind: 'share'; readonly driver: string; readonly to: Target }
  /** To the posting's own unit, which passes it on by its centre rule. */
  | { readonly kind: 'own-unit' }
  /** Shared exactly as the other pool's cost at the same unit is. */
  | { readonly kind: 'follows'; readonly pool: string }
  /** Divided by what each of the other pools holds at the same unit, each part shared as that pool's cost is. */
  | { readonly kind: 'follows-each'; readonly pools: readonly string[] }
  | { readonly kind: 'park'; readonly reason: string }
  | { readonly kind: 'not-costed'; readonly name: string }
  | { readonly kind: 'external'; readonly name: string };

export type Pool = {
  readonly name: string;
  /** What people see instead of the name, where the model gives one. */
  readonly label?: Texts;
  /** All given fields must match; a field absent here matches everything. */
  readonly test: { readonly [field in AccountField]?: CodeSet };
  /** Ids of the units whose postings fit; absent = any posting, also one without a unit. */
  readonly units?: readonly string[];
  readonly concept?: string;
  /** Absent: by article (see `natures`). */
  readonly nature?: string;
  readonly answers: Answers;
  readonly paidAs: 'price' | 'base';
  /** Postings of the financing itself: no cost, and left out when a unit's expense is compared with what it earns. */
  readonly financing?: true;
  readonly goes: Destination;
  readonly at: Location;
};

/**
 * What units of the municipality sell each other. Two pools that stand before all others take what was bought and what
 * was sold; both end where nothing is costed, where they must meet at zero: the seller's own cost reaches the buyer by
 * the seller's pools, so the purchase beside it would count twice. In the units' own results both remain.
 */
export type InternalSale = {
  readonly name: string;
  /** Names of the two pools. */
  readonly bought: string;
  readonly sold: string;
  /** The dimension that both sides write alike, such as the object: every code of it must meet at zero. */
  readonly by?: AccountField;
  /** What may remain without a counterpart, in øre. */
  readonly toleranceOre: Ore;
  readonly at: Location;
};

/** What passes cost on: a support or provider unit (`units`), or an activity at each unit (`activity`). */
export type Centre = {
  readonly name: string;
  readonly units: readonly string[];
  readonly activity?: string;
  readonly driver: string;
  readonly to: Target;
  readonly at: Location;
};

export type DriverRow = {
  /** The unit that hands on, for tables that say who uses whom. */
  readonly from?: string;
  readonly unit?: string;
  readonly service?: string;
  readonly activity?: string;
  readonly level?: string;
  readonly quantity: Fraction;
  readonly row: number;
};

export type DriverRule =
  /** Stated shares of units, services or activities; they sum to 1. */
  | { readonly kind: 'shares'; readonly shares: ReadonlyMap<string, Fraction> }
  | { readonly kind: 'table'; readonly file: string; readonly rows: readonly DriverRow[] }
  /** A numeric column of units.csv. */
  | { readonly kind: 'column'; readonly column: string }
  /** The volumes of the services, refused where measures differ. */
  | { readonly kind: 'quantity' }
  /** Volume × minutes per measure, by service and, where given, level ("" = every level). With capacity: E1. */
  | {
      readonly kind: 'minutes';
      readonly minutes: ReadonlyMap<string, ReadonlyMap<string, Fraction>>;
      /** Practical capacity in minutes by unit id; "" = any unit not listed, and a cost without a unit. */
      readonly capacity?: ReadonlyMap<string, Fraction>;
    }
  /** The primary amount of other pools at each target unit, before solving. */
  | { readonly kind: 'amount'; readonly pools: readonly string[] }
  | { readonly kind: 'equal' };

export type Driver = DriverRule & {
  readonly name: string;
  readonly source?: string;
  /** What to do with a negative quantity. `refuse` is the rule; the others are policies that the model names. */
  readonly negative: 'refuse' | 'zero' | 'magnitude';
  readonly at: Location;
};

export type Method =
  | { readonly kind: 'reciprocal' }
  | { readonly kind: 'direct' }
  /** Support units in the order in which they close. */
  | { readonly kind: 'step-down'; readonly order: readonly string[] };

export type Costing = {
  readonly method: Method;
  /** The state whose volumes share and divide cost. */
  readonly volumes: ActivityState;
  readonly pools: readonly Pool[];
  /** Absent where none are declared. */
  readonly internalSales?: readonly InternalSale[];
  readonly centres: readonly Centre[];
  readonly drivers: ReadonlyMap<string, Driver>;
  /** Which nature an article has; first that fits. */
  readonly natures: readonly { readonly nature: string; readonly articles: CodeSet }[];
};

// ---- prices -------------------------------------------------------------------------------------------------

/** Growth from the year before to `year`, per nature; 0.042 = 4.2 %. "all" stands for natures not named. */
export type Growth = {
  readonly year: number;
  readonly natures: ReadonlyMap<string, Fraction>;
  readonly source?: string;
  readonly at: Location;
};

export type Supplement = {
  readonly name: string;
  readonly services: readonly string[];
  readonly units: readonly string[];
  /** Øre of the price year per measure. */
  readonly amount: Fraction;
  readonly at: Location;
};

export type Pricing = {
  /** Published prices are multiples of this many øre (100 = whole kroner), halves away from zero. */
  readonly roundToOre: bigint;
  readonly supplements: readonly Supplement[];
  /** Who bears unused capacity; required where a driver has a capacity. */
  readonly unused?: 'price' | 'unit' | 'purchaser';
  /** How a forecast price is settled against the actual one; shares of the difference × volume. */
  readonly trueUp?: {
    readonly payWhenAbove: Fraction;
    readonly claimWhenBelow: Fraction;
    readonly source?: string;
  };
};

/** How the register of granted hours turns a month into weeks: data with a source, not a constant (E10). */
export type WeekRule = { readonly weeksPerMonth: Fraction; readonly source: string };

export type Model = {
  readonly file: string;
  readonly municipality: {
    readonly id: string;
    readonly name: string;
    readonly country: Country;
    readonly language: Language;
  };
  /** `finance`: the year that is followed month by month; absent where nothing is financed. */
  readonly years: { readonly cost: number; readonly price: number; readonly finance?: number };
  readonly ledger: readonly LedgerSource[];
  readonly activity: readonly ActivitySource[];
  /** Absence, waiting lists, paid hours and places; absent where the model has none. */
  readonly circumstances?: readonly CircumstanceSource[];
  /** People and assessments of need; absent where the model has none. */
  readonly people?: readonly PeopleSource[];
  readonly units: readonly Unit[];
  /** Absent where no unit is dated. */
  readonly organisation?: Organisation;
  readonly services: readonly Service[];
  readonly concepts: readonly Concept[];
  readonly weekRule?: WeekRule;
  /** Postings that belong to other months than those in which they stand; absent where none are declared. */
  readonly accruals?: readonly Accrual[];
  readonly costing: Costing;
  readonly growth: readonly Growth[];
  readonly pricing: Pricing;
  /** Absent where nothing is financed by activity yet. */
  readonly financing?: Financing;
  /** Absent where the model says nothing about users. */
  readonly users?: UserRules;
};

/** The unit that stands for the whole municipality where the model has no units (a KOSTRA file has none). */
export const WHOLE_MUNICIPALITY = 'municipality';
