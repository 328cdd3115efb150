// What a followed year was made from, as its certificate says it: the model's parts and the adopted prices.

import type { AccountModel, Codes, Pool, Unit } from '../../accounts.ts';
import type { Run } from '../../load.ts';
import type { Row } from '../../rows.ts';

type By<T> = { readonly [name: string]: T };
export type Rules = {
  readonly name: string;
  readonly kind: string;
  readonly pays?: { basis: string; absenceDays: By<number>; emptyPlaces: By<Row> };
  readonly applies: { units: string[]; fromMonth: number }[];
  readonly prices?: { base?: string[] };
} & { readonly [share in 'floor' | 'ceiling' | 'transition']?: Row };
type Change = { month: number; unit: string; amountOre: string };
type Volume = { unit: string; service: string; level: string; month: number; quantity: Row; users?: Row };
type Settlement = { surplus: By<Row>; deficit: By<Row>; carriedIn: By<string> };
type Financing = {
  readonly year: number;
  readonly frame: { from: string; periodise: string; changes: Change[] };
  readonly volumes: Volume[];
  readonly natures: By<string[]>;
  readonly mixGroups: By<string>;
  readonly actualGrowth: By<Row>;
  readonly models: Rules[];
  readonly inForce: string;
  readonly settlement?: Settlement;
};
type FinancedPool = Pool & { financing?: boolean; goes: { kind: string } };
type AccrualRule = { kind: string; months?: number; earnedOn?: Codes };
type Model = Omit<AccountModel, 'units' | 'costing'> & {
  readonly municipality: { country: string };
  readonly units: (Unit & { kind: string; provision: string; purchaser?: string })[];
  readonly services: { id: string; measure?: string }[];
  readonly costing: Pick<AccountModel['costing'], 'natures'> & { pools: FinancedPool[] };
  readonly growth: { year: number; natures: By<Row> }[];
  readonly accruals?: { name: string; articles: Codes; rule: AccrualRule }[];
  readonly financing: Financing;
};
type Supplement = { name: string; service: string; unit: string; amount: Row };
type Prices = { costYear: number; prices: Row[]; baseGrants: Row[]; supplements: Supplement[] };
type Own = { unit: string; service: string; level: string };
export type OwnCost = Own & { nature: string; paidAs: string; costOre: string; growth: Row };
export type OwnVolume = Own & { parts: string; hourParts?: Row };
/** Prices by the month from which they hold, and what each unit's own cost year was made of. */
export type Adopted = {
  readonly model: string;
  readonly periods: { fromMonth: number; prices: Prices }[];
  readonly base: { costs: OwnCost[]; volumes: OwnVolume[] };
};
type Identity = { model: Model; prices: Adopted[]; period: { month: number }; closed: string[] };
export const identityOf = ({ certificate }: Pick<Run, 'certificate'>) =>
  certificate.identity as unknown as Identity;
