// A rule of the rule book: what it looks for, in words for people, and how it is found in the register.

import type { Finding, Severity } from '../findings/finding.ts';
import type { Model } from '../model/model.ts';
import type { Db } from '../store/db.ts';

/** A finding before it has the name and the severity of its rule. */
export type Raised = Omit<Finding, 'rule' | 'severity'>;

/** What a rule may ask. The engine holds the tables of `staging/`; texts are formatted in the municipality's way. */
export type Question = {
  readonly db: Db;
  readonly model: Model;
  /** The file and row of a staged place. */
  readonly placeOf: (place: bigint) => { readonly file: string; readonly row: number };
  /** "1 234,5 hours" of a measure. */
  readonly quantityText: (parts: bigint, measure: string) => string;
  /** "38 000 kroner". */
  readonly amountText: (amountOre: bigint) => string;
};

/**
 * One rule. `name` begins with "checks/"; `about` is its paragraph in the rule book: when it is raised, why that
 * matters, when it may be right all the same. A register rule never refuses a run: one person's wrong days are no
 * reason to be without the municipality's figures, so its gravest severity is `warning`.
 */
export type Rule = {
  readonly name: `checks/${string}`;
  readonly severity: Exclude<Severity, 'error'>;
  readonly title: string;
  readonly about: string;
  readonly find: (question: Question) => Promise<readonly Raised[]>;
};
