// Financing: who holds the frame, what is paid for, which funding models are tried out beside the one in force, and
// what happens to a year's result. Reads the section and hands its parts to their readers.

import type { Fraction } from '../../money/fraction.ts';
import type { Financing, FundingModel } from '../financing.ts';
import { namesOf, readName, readNames } from '../yaml/names.ts';
import { type Fields, missing, readEntries, readFields, readPositive } from '../yaml/read-values.ts';
import { complain, locationOf, type Spot } from '../yaml/spot.ts';
import type { FinancingGround } from './financing/financing-ground.ts';
import { readBudgetVolumes } from './financing/read-budget-volumes.ts';
import { readFrame } from './financing/read-frame.ts';
import { readFundingModel } from './financing/read-funding-model.ts';
import { readMixGroups } from './financing/read-mix-groups.ts';
import { readSettlement } from './financing/read-settlement.ts';
import { readRates } from './read-prices.ts';

const KEYS = [
  'frame',
  'volumes',
  'hours',
  'full-time',
  'natures',
  'mix',
  'growth',
  'models',
  'in-force',
  'settlement',
] as const;
type FinancingFields = Fields<(typeof KEYS)[number]>;

/** Reads `financing:`; undefined where what it cannot do without is missing or wrong (reported). */
export function readFinancing(spot: Spot, ground: FinancingGround): Financing | undefined {
  const fields = readFields(spot, 'financing', KEYS);
  const frame = fields.frame
    ? readFrame(fields.frame, ground)
    : missing(
        spot,
        'frame',
        'Say who holds it: "frame: { held-by: purchaser, from: budget, periodise: calendar-days }".',
      );
  const budget = fields.volumes ? readBudgetVolumes(fields.volumes, ground) : { volumes: [] };
  const models = readModels(fields.models, spot, ground);
  const inForce = readInForce(fields['in-force'], spot, models);
  const settlement = fields.settlement && readSettlement(fields.settlement, ground);
  if (frame?.from === 'volumes' && !fields.volumes)
    missing(
      spot,
      'volumes',
      'The frame is price × budgeted volume: name the table, "volumes: { table: …, source: … }".',
    );
  if (frame?.heldBy === 'purchaser' && fields.frame) tellWithoutPurchaser(fields.frame, models, ground);
  const rest = readMeans(fields, spot, ground);
  if (!frame || inForce === undefined) return undefined;
  return {
    year: ground.year,
    frame,
    volumes: budget.volumes,
    ...(budget.source === undefined ? {} : { volumesSource: budget.source }),
    ...rest,
    models,
    inForce,
    ...(settlement ? { settlement } : {}),
    at: locationOf(spot),
  };
}

/** Where purchasers hold the frame, what a unit earns is theirs to pay: whose, the table of units says. */
function tellWithoutPurchaser(
  spot: Spot,
  models: readonly FundingModel[],
  { units: { units } }: FinancingGround,
): void {
  if (!units.some(({ kind }) => kind === 'purchaser')) return;
  const financed = new Set(models.flatMap(({ applies }) => applies.flatMap((one) => one.units)));
  const without = units.filter(({ id, purchaser }) => financed.has(id) && purchaser === undefined);
  if (without.length === 0) return;
  complain(spot, {
    rule: 'no-purchaser',
    severity: 'warning',
    message: `the purchaser holds the frame, and nothing says who purchases of ${without.map(({ id }) => id).join(', ')}.`,
    remedy: 'Name a purchaser unit in the column "purchaser" of the table of units.',
  });
}

/** What variances are parted by: paid hours, natures, groups for mix, growth as it came out. */
function readMeans(fields: FinancingFields, section: Spot, ground: FinancingGround) {
  const hoursDriver = fields.hours && readName(fields.hours, ground.drivers);
  const fullTimeHours = fields['full-time'] && readPositive(fields['full-time'], 'hours of a full-time year');
  return {
    ...(hoursDriver === undefined ? {} : { hoursDriver }),
    ...(fullTimeHours ? { fullTimeHours } : {}),
    natures: readNatureKinds(fields.natures, section, ground),
    mixGroups: fields.mix ? readMixGroups(fields.mix, ground) : new Map<string, string>(),
    ...readActualGrowth(fields.growth, ground),
  };
}

function readActualGrowth(
  spot: Spot | undefined,
  { year, natures }: FinancingGround,
): { readonly actualGrowth: ReadonlyMap<string, Fraction>; readonly growthSource?: string } {
  if (!spot) return { actualGrowth: new Map() };
  const { rates, source } = readRates(spot, natures);
  if (source === undefined)
    complain(spot, {
      rule: 'no-source',
      severity: 'warning',
      message: `the growth to ${year} as it came out has no source.`,
      remedy: 'Write where it is from: "source: statistics …".',
    });
  return { actualGrowth: rates, ...(source === undefined ? {} : { growthSource: source }) };
}

/** Wages are what hours are compared with, and have no default beside their name; income may be none. */
function tellNoNature(at: Spot, kind: 'wages' | 'income'): void {
  const isWages = kind === 'wages';
  complain(at, {
    rule: isWages ? 'missing' : 'no-income',
    severity: isWages ? 'error' : 'note',
    message: `no nature is called "${kind}"${isWages ? '' : ': what units earn themselves counts as goods'}.`,
    remedy: `Say which natures are ${kind}: "natures: { ${kind}: [ … ] }".`,
  });
}

const NATURE_KINDS = ['wages', 'income', 'fixed'] as const;

/** Reads `natures: { wages: [wages], income: [income], fixed: [premises] }`; a nature is of one kind. */
function readNatureKinds(
  spot: Spot | undefined,
  section: Spot,
  { natures }: FinancingGround,
): Financing['natures'] {
  const kinds: Record<(typeof NATURE_KINDS)[number], readonly string[]> = {
    wages: ['wages'],
    income: ['income'],
    fixed: [],
  };
  const fields: Fields<(typeof NATURE_KINDS)[number]> = spot ? readFields(spot, 'natures', NATURE_KINDS) : {};
  for (const kind of ['wages', 'income'] as const)
    if (!fields[kind] && natures.complete && !natures.all.has(kind)) {
      kinds[kind] = [];
      tellNoNature(spot ?? section, kind);
    }
  const taken = new Map<string, string>();
  for (const kind of NATURE_KINDS) {
    const at = fields[kind];
    if (at) kinds[kind] = [...new Set(readNames(at, natures))];
    for (const nature of kinds[kind]) {
      const other = taken.get(nature);
      if (other !== undefined)
        complain(at ?? section, {
          rule: 'duplicate-key',
          message: `"${nature}" counts both as ${other} and as ${kind}.`,
          remedy: 'Name every nature once.',
        });
      taken.set(nature, kind);
    }
  }
  return kinds;
}

function readModels(spot: Spot | undefined, section: Spot, ground: FinancingGround): FundingModel[] {
  const entries = spot
    ? readEntries(spot, 'funding models')
    : (missing(
        section,
        'models',
        'Name the funding models: "models: { activity: { pays: …, applies: … } }".',
      ) ?? []);
  return entries.map((entry) => readFundingModel(entry, ground));
}

/** The model in force, which is paid by the prices in force and so has no price rules of its own. */
function readInForce(
  spot: Spot | undefined,
  section: Spot,
  models: readonly FundingModel[],
): string | undefined {
  if (!spot)
    return missing(
      section,
      'in-force',
      'Say which of the models holds: "in-force: …". The others are shown beside it.',
    );
  const names = namesOf(
    'funding model',
    models.map(({ name }) => name),
    models.length > 0,
  );
  const name = readName(spot, names);
  const model = models.find((one) => one.name === name);
  if (model?.prices)
    complain(spot, {
      rule: 'expected',
      message: `"${model.name}" is in force and has price rules of its own.`,
      remedy: 'Write its rules under "prices:" of the model file, and leave them out here.',
    });
  return name;
}
