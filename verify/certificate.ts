// The parts of certificate.json that the checker reads. Whole numbers of any size are decimal text.

type Names = readonly string[];
type By<T> = { readonly [name: string]: T };
type Named<T> = readonly ({ readonly name: string } & T)[];
type Service = { id: string; measure?: string; open: boolean; levels: Named<{ weight: Share }> };
type Supplement = { services: Names; units: Names; amount: Share };
type PoolTest = { test: By<Codes>; units?: Names; concept?: string };
export type Share = { readonly num: string; readonly den: string };
export type Codes = readonly { from: string; to: string; prefix?: boolean }[];
export type Model = {
  readonly years: { readonly cost: number; readonly price: number };
  readonly units: readonly { id: string; responsibilities: Codes }[];
  readonly services: readonly Service[];
  readonly concepts: Named<{ articles: Codes; years: { from?: number; to?: number } }>;
  readonly costing: {
    readonly volumes: string;
    readonly pools: Named<PoolTest & { nature?: string; answers: string; paidAs: string }>;
    readonly natures: readonly { nature: string; articles: Codes }[];
  };
  readonly growth: readonly { year: number; natures: By<Share> }[];
  readonly pricing: { roundToOre: string; unused?: string; supplements: Named<Supplement> };
};
export type Certificate = {
  readonly run: string;
  readonly priced: boolean;
  readonly identity: { readonly snapshots: Names; readonly model: Model };
  readonly sources: readonly object[];
  readonly totals: By<By<string>>;
  readonly tables: By<{ hash: string; rows: number }>;
};
