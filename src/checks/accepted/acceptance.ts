// What a workspace has looked at and lives with: findings accepted by rule and place, with a reason and a date.

/** One entry of accepted.yaml; in `place`, * stands for any text. `line` and `position` are those of the entry. */
export type Acceptance = {
  readonly rule: string;
  readonly place: string;
  readonly reason: string;
  /** The day it was accepted, YYYY-MM-DD. */
  readonly date: string;
  readonly line: number;
  readonly position: number;
};
