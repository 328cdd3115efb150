// What surrounds the deliveries of a service: when somebody was away, who waits, what hours were paid and how many
// places there are. No cost rests on these tables; they say what volumes are measured against.

/** What a file of the register holds. */
export type CircumstanceKind = 'suspensions' | 'waiting-list' | 'paid-hours' | 'capacity';

/** What was paid for: work in ordinary time, overtime, hired from an agency, or absence through sickness. */
export type HourKind = 'ordinary' | 'overtime' | 'agency' | 'sick-leave';

/** Paid hours of a unit in a month, in tenths of a second as hours are (36,000 an hour); `amountOre` 0 where not told. */
export type PaidHours = {
  readonly unit: string;
  readonly year: number;
  readonly month: number;
  readonly kind: HourKind;
  readonly parts: bigint;
  readonly amountOre: bigint;
  readonly rows: number;
};

/** Place-days of a unit in a month: places × days, of the rows that list open places and of those that list closed ones. */
export type PlaceDays = {
  readonly unit: string;
  readonly year: number;
  readonly month: number;
  readonly openDays: bigint;
  readonly closedDays: bigint;
};

/** A person, by pseudonym, from day to day ("2025-03-31"); `service` "" for all of them, `to` "" while it still runs. */
export type PersonStretch = {
  readonly person: string;
  readonly service: string;
  readonly from: string;
  readonly to: string;
};

/** What a person was granted of a service in a month, in parts of the measure; `person` is a pseudonym. */
export type GrantedToPerson = {
  readonly person: string;
  readonly service: string;
  readonly unit: string;
  readonly level: string;
  readonly year: number;
  readonly month: number;
  readonly parts: bigint;
};
