// What the checker of costing reads: the tables of a costing run, and its parts of the model.

import type { AccountModel } from '../accounts.ts';
import type { Run } from '../load.ts';
import type { About, Row } from '../rows.ts';

export const STRAND = 'nature answers paid_as';
/** What identifies a row of each table, and what is checked of it. */
export const TABLES = {
  assignments: ['class responsibility function article own object project unit', 'the first pool that fits'],
  volumes: ['service unit level state year month', 'the activity of the year, month by month'],
  own: [`node ${STRAND}`, 'what the accounts put into the network'],
  nodes: ['node', 'what cost can reach'],
  weights: ['from_node to_node', 'positive, in lowest terms; no end hands on'],
  throughput: [`node ${STRAND}`, 'own cost and what comes in, to 2^-64 øre'],
  flows: [`from_node to_node ${STRAND}`, 'in + own = out at every node, each flow beside its exact share'],
  ends: [`node ${STRAND}`, 'the exact values rounded once, every øre of them'],
  unit_costs: ['service unit level', 'cost ÷ volume of every object'],
  prices: ['year kind service level', 'cost × growth ÷ volume, without supplements; rounding and its effect'],
  price_parts: ['year kind service level nature', 'what each price is made of'],
  base_grants: ['year unit', 'what units are paid whatever their activity'],
  supplements: ['year name service unit', 'as the model states them'],
} as const satisfies { readonly [table: string]: About };
export type CostingTable = keyof typeof TABLES;
export type CostingRun = Run<CostingTable>;

type Service = { id: string; open: boolean; measure?: string; levels: { name: string; weight: Row }[] };
type Supplement = { name: string; services: string[]; units: string[]; amount: Row };
/** The parts of the model in certificate.json that the checker reads. */
export type Model = AccountModel & {
  readonly years: { price: number };
  readonly services: Service[];
  readonly costing: { volumes: string };
  readonly growth: { year: number; natures: { readonly [nature: string]: Row } }[];
  readonly pricing: { roundToOre: string; unused?: string; supplements: Supplement[] };
};
export const modelOf = ({ certificate }: CostingRun): Model => certificate.identity.model as Model;
