// Small steering models made by hand for tests: only what a test is about has to be said.

import type {
  Centre,
  CodeSet,
  Destination,
  Driver,
  DriverRule,
  Growth,
  Location,
  Model,
  Pool,
  Pricing,
  Service,
  Target,
  Unit,
} from '../../src/model/model.ts';
import { type Fraction, fraction, parseFraction } from '../../src/money/fraction.ts';
import type { Volume } from '../../src/tables/activity.ts';
import { partsPerMeasure } from '../../src/tables/activity.ts';
import type { AccountTotal } from '../../src/tables/ledger.ts';

export const AT: Location = { file: 'innsats.yaml', line: 1, column: 1 };
export const exact = (text: string | number): Fraction => {
  const value = parseFraction(String(text));
  if (!value) throw new Error(`no number: ${text}`);
  return value;
};

/** "010-099 270" → ranges. */
export const codes = (text: string): CodeSet =>
  text.split(' ').map((range) => {
    const [from = '', to = from] = range.split('-');
    return range.endsWith('*')
      ? { from: range.slice(0, -1), to: range.slice(0, -1), prefix: true }
      : { from, to };
  });

export const unit = (id: string, kind: Unit['kind'], rest: Partial<Unit> = {}): Unit => ({
  id,
  name: id,
  kind,
  provision: 'own',
  groups: [],
  responsibilities: [],
  columns: new Map(),
  ...rest,
});

export const service = (id: string, measure: string | undefined, rest: Partial<Service> = {}): Service => ({
  id,
  name: { nb: id },
  ...(measure === undefined ? {} : { measure }),
  open: measure === undefined,
  groups: [],
  functions: [],
  levels: [],
  at: AT,
  ...rest,
});

export const pool = (name: string, goes: Destination, rest: Partial<Pool> = {}): Pool => ({
  name,
  test: {},
  nature: 'wages',
  answers: 'provider',
  paidAs: 'price',
  goes,
  at: AT,
  ...rest,
});

export const units = (...ids: string[]): Target => ({ kind: 'units', units: ids.sort() });
export const services = (...ids: string[]): Target => ({
  kind: 'services',
  services: ids.sort(),
  own: false,
});
export const ownServices = (...ids: string[]): Target => ({
  kind: 'services',
  services: ids.sort(),
  own: true,
});
export const share = (driver: string, to: Target): Destination => ({ kind: 'share', driver, to });
export const REST: Pool = pool('rest', { kind: 'park', reason: 'not yet placed' });

export const centre = (unitId: string, driver: string, to: Target, rest: Partial<Centre> = {}): Centre => ({
  name: unitId,
  units: [unitId],
  driver,
  to,
  at: AT,
  ...rest,
});

export const drivers = (rules: Record<string, DriverRule & Partial<Driver>>): ReadonlyMap<string, Driver> =>
  new Map(
    Object.entries({ equal: { kind: 'equal' }, volumes: { kind: 'quantity' }, ...rules } as const).map(
      ([name, rule]) => [name, { name, negative: 'refuse', at: AT, ...rule } as Driver],
    ),
  );

export const shares = (stated: Record<string, string | number>): DriverRule => ({
  kind: 'shares',
  shares: new Map(Object.entries(stated).map(([name, text]) => [name, exact(text)])),
});

export const growth = (year: number, natures: Record<string, string>): Growth => ({
  year,
  natures: new Map(Object.entries(natures).map(([nature, text]) => [nature, exact(text)])),
  at: AT,
});

type Parts = {
  readonly units: readonly Unit[];
  readonly services: readonly Service[];
  readonly pools: readonly Pool[];
  readonly centres?: readonly Centre[];
  readonly drivers?: Record<string, DriverRule & Partial<Driver>>;
  readonly method?: Model['costing']['method'];
  readonly growth?: readonly Growth[];
  readonly pricing?: Partial<Pricing>;
  readonly concepts?: Model['concepts'];
  readonly natures?: Model['costing']['natures'];
  readonly priceYear?: number;
};

/** A model of cost year 2025, price year 2026 unless said, delivered volumes, reciprocal method. */
export const handMadeModel = (parts: Parts): Model => ({
  file: 'innsats.yaml',
  municipality: { id: '9901', name: 'Fjordvik kommune', country: 'NO', language: 'nb' },
  years: { cost: 2025, price: parts.priceYear ?? 2026 },
  ledger: [],
  activity: [],
  units: parts.units,
  services: parts.services,
  concepts: parts.concepts ?? [],
  costing: {
    method: parts.method ?? { kind: 'reciprocal' },
    volumes: 'delivered',
    pools: parts.pools,
    centres: parts.centres ?? [],
    drivers: drivers(parts.drivers ?? {}),
    natures: parts.natures ?? [],
  },
  growth: parts.growth ?? [growth(2026, { all: '0 %' })],
  pricing: { roundToOre: 1n, supplements: [], ...parts.pricing },
});

/** An account total of 2025; `kroner` may have decimals. */
export const account = (
  responsibility: string,
  kroner: string | number,
  rest: Partial<AccountTotal> = {},
): AccountTotal => {
  const amount = exact(kroner);
  return {
    class: '',
    responsibility,
    function: '',
    article: '',
    own: '',
    object: '',
    project: '',
    kind: 'actual',
    year: 2025,
    rows: 1,
    amountOre: (amount.num * 100n) / amount.den,
    ...rest,
  };
};

/** A delivered volume of 2025 in measures. */
export const volume = (
  of: Service,
  unitId: string,
  measures: string | number,
  rest: Partial<Volume> = {},
): Volume => {
  const parts = fraction(exact(measures).num * partsPerMeasure(of.measure ?? ''), exact(measures).den);
  return {
    state: 'delivered',
    service: of.id,
    unit: unitId,
    level: '',
    year: 2025,
    month: 0,
    parts: parts.num,
    rows: 1,
    ...rest,
  };
};
