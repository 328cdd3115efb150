// Fjordvik's 2026 as financing gives it, made by hand from the demonstration's published table: Sjøsiden has more
// users, Innlandet has dear hours from May, Bakkehaugen empty places from September. Every month keeps the
// identities frame − earned = Σ activity lines and earned − spent = Σ efficiency lines, to the øre.

import type { Financing } from '../../src/model/financing.ts';
import type { Model, Service, Unit } from '../../src/model/model.ts';
import { apportion } from '../../src/money/apportion.ts';
import { fraction, ZERO } from '../../src/money/fraction.ts';
import { ore, sumOre } from '../../src/money/ore.ts';
import type { MonthlyReport } from '../../src/reports/financing/monthly-report.ts';
import type {
  ActivityLine,
  EarnedLine,
  EfficiencyLine,
  FinancingYear,
  Quantity,
  QuantityState,
  ShadowMonth,
  Staffing,
  UnitMonth,
  VarianceLine,
} from '../../src/tables/financing.ts';
import { AT, exact, handMadeModel, REST, service, unit } from './hand-made-model.ts';

const MONTHS = [1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12];
const EVEN: readonly bigint[] = [31n, 28n, 31n, 30n, 31n, 30n, 31n, 31n, 30n, 31n, 30n, 31n];
/** From May on, with a little before. */
const FROM_MAY: readonly bigint[] = [1n, 0n, 2n, 1n, 36n, 37n, 38n, 40n, 37n, 38n, 39n, 38n];
const FROM_SEPTEMBER: readonly bigint[] = [0n, 0n, 0n, 1n, 0n, 0n, 0n, 0n, 25n, 26n, 24n, 25n];

type Plan = {
  readonly id: string;
  readonly name: string;
  readonly provision?: Unit['provision'];
  /** Yearly kroner. */
  readonly base: number;
  readonly services: readonly {
    readonly id: string;
    readonly price: number;
    /** Kroner per measure on top of the price. */
    readonly supplement?: number;
    readonly budget: number;
    readonly granted: number;
    readonly delivered: number;
    readonly budgetUsers: number;
    readonly users: number;
  }[];
  readonly activity: { readonly [line in ActivityLine]?: number };
  readonly efficiency: { readonly [line in EfficiencyLine]?: number };
  readonly profile?: { readonly [line in ActivityLine | EfficiencyLine]?: readonly bigint[] };
  /** Yearly hours: paid, of which agency and overtime, sick beside, and those of the base year. */
  readonly hours?: {
    readonly paid: number;
    readonly agency: number;
    readonly overtime: number;
    readonly sick: number;
    readonly standard: number;
  };
  /** Kroner of goods in the price per delivered hour. */
  readonly goods?: number;
  readonly goodsCost?: number;
  readonly fixedCost?: number;
  readonly isHeld?: true;
};

const PLANS: readonly Plan[] = [
  {
    id: 'sjosiden',
    name: 'Sjøsiden hjemmetjeneste',
    base: 6_564_600,
    services: [
      {
        id: 'home-nursing',
        price: 918,
        budget: 55_600,
        granted: 62_400,
        delivered: 60_900,
        budgetUsers: 303,
        users: 331,
      },
      {
        id: 'practical',
        price: 679,
        budget: 29_300,
        granted: 33_100,
        delivered: 31_700,
        budgetUsers: 212,
        users: 229,
      },
    ],
    activity: { 'frame-gap': -100, users: -6_311_971, quantity: -183_029 },
    efficiency: {
      'starting-position': -31_420,
      'wage-composition': -14_520,
      usage: -196_412,
      'goods-usage': -17_148,
      'fixed-spending': -25_400,
    },
    hours: { paid: 161_400, agency: 1_600, overtime: 3_200, sick: 13_900, standard: 160_974 },
    goods: 35,
    goodsCost: 3_260_000,
    fixedCost: 6_590_000,
  },
  {
    id: 'innlandet',
    name: 'Innlandet hjemmetjeneste',
    base: 4_689_000,
    services: [
      {
        id: 'home-nursing',
        price: 918,
        supplement: 131,
        budget: 31_200,
        granted: 31_900,
        delivered: 31_300,
        budgetUsers: 181,
        users: 182,
      },
      {
        id: 'practical',
        price: 679,
        supplement: 131,
        budget: 15_100,
        granted: 15_400,
        delivered: 15_000,
        budgetUsers: 121,
        users: 120,
      },
    ],
    activity: { 'frame-gap': -48_800, users: -79_739, quantity: 55_839 },
    efficiency: {
      'starting-position': -38_617,
      'wage-composition': -2_182_466,
      usage: -1_861_179,
      'goods-usage': -94_038,
      'fixed-spending': -41_000,
    },
    profile: { 'wage-composition': FROM_MAY, usage: FROM_MAY },
    hours: { paid: 94_200, agency: 7_500, overtime: 2_900, sick: 9_800, standard: 90_226 },
    goods: 60,
    goodsCost: 2_860_000,
    fixedCost: 4_730_000,
  },
  {
    id: 'solvang',
    name: 'Solvang sykehjem',
    base: 11_200_000,
    services: [
      {
        id: 'nursing-home',
        price: 2_840,
        budget: 22_776,
        granted: 22_776,
        delivered: 22_690,
        budgetUsers: 64,
        users: 64,
      },
    ],
    activity: { quantity: 244_240 },
    efficiency: {
      usage: 310_500,
      'wage-growth': -122_000,
      'goods-price': -48_700,
      'fixed-coverage': -12_000,
    },
    hours: { paid: 132_000, agency: 900, overtime: 2_400, sick: 12_500, standard: 132_700 },
    fixedCost: 11_212_000,
    goodsCost: 5_700_000,
  },
  {
    id: 'fjordglott',
    name: 'Fjordgløtt sykehjem',
    base: 9_100_000,
    services: [
      {
        id: 'nursing-home',
        price: 2_840,
        budget: 18_506,
        granted: 18_506,
        delivered: 18_480,
        budgetUsers: 52,
        users: 52,
      },
    ],
    activity: { quantity: 73_840 },
    efficiency: { usage: -140_300, 'wage-growth': -98_000, income: 61_200 },
    hours: { paid: 109_000, agency: 1_100, overtime: 2_600, sick: 11_400, standard: 108_600 },
    fixedCost: 9_100_000,
    goodsCost: 4_600_000,
  },
  {
    id: 'bakkehaugen',
    name: 'Bakkehaugen sykehjem',
    base: 7_000_000,
    services: [
      {
        id: 'nursing-home',
        price: 2_840,
        budget: 14_235,
        granted: 13_900,
        delivered: 13_560,
        budgetUsers: 40,
        users: 37,
      },
    ],
    activity: { users: 1_820_000, quantity: 97_000 },
    efficiency: { 'fixed-coverage': -1_180_000, usage: -260_000, 'wage-growth': -81_000 },
    profile: { users: FROM_SEPTEMBER, 'fixed-coverage': FROM_SEPTEMBER, usage: FROM_SEPTEMBER },
    hours: { paid: 87_000, agency: 800, overtime: 1_500, sick: 8_900, standard: 86_100 },
    fixedCost: 7_000_000,
    goodsCost: 3_500_000,
  },
  {
    id: 'group-homes',
    name: 'Bofellesskapene',
    base: 13_000_000,
    services: [
      {
        id: 'group-home',
        price: 5_630,
        budget: 13_140,
        granted: 13_140,
        delivered: 13_140,
        budgetUsers: 36,
        users: 36,
      },
    ],
    activity: { 'frame-gap': 50_000 },
    efficiency: { 'wage-composition': -402_000, outside: -184_000 },
    hours: { paid: 158_900, agency: 2_200, overtime: 5_100, sick: 16_000, standard: 159_000 },
    fixedCost: 13_000_000,
    goodsCost: 3_900_000,
  },
  {
    id: 'assistance-provider',
    name: 'Assistanse Vest AS',
    provision: 'private',
    base: 0,
    services: [
      {
        id: 'assistance',
        price: 585,
        budget: 47_424,
        granted: 48_300,
        delivered: 47_900,
        budgetUsers: 24,
        users: 24,
      },
    ],
    activity: { quantity: -278_460, 'purchase-price': -96_000 },
    efficiency: {},
  },
  {
    id: 'day-centre',
    name: 'Dagsenteret',
    base: 1_900_000,
    services: [
      {
        id: 'day-centre',
        price: 742,
        budget: 8_800,
        granted: 8_800,
        delivered: 8_410,
        budgetUsers: 60,
        users: 57,
      },
    ],
    activity: {},
    efficiency: { usage: -61_000, 'fixed-spending': 18_000 },
    fixedCost: 1_880_000,
    goodsCost: 700_000,
    isHeld: true,
  },
];

const SERVICES: readonly Service[] = [
  service('home-nursing', 'hour', {
    name: { nb: 'Hjemmesykepleie', sv: 'Hemsjukvård', da: 'Hjemmesygepleje', en: 'Home nursing' },
  }),
  service('practical', 'hour', {
    name: { nb: 'Praktisk bistand', sv: 'Hemtjänst', da: 'Praktisk hjælp', en: 'Practical assistance' },
  }),
  service('nursing-home', 'day', {
    name: { nb: 'Sykehjem', sv: 'Särskilt boende', da: 'Plejehjem', en: 'Nursing home' },
  }),
  service('group-home', 'day', {
    name: { nb: 'Bofellesskap', sv: 'Gruppbostad', da: 'Bofællesskab', en: 'Group home' },
  }),
  service('assistance', 'hour', {
    name: {
      nb: 'Brukerstyrt personlig assistanse',
      sv: 'Personlig assistans',
      da: 'Borgerstyret personlig assistance',
      en: 'Personal assistance',
    },
  }),
  service('day-centre', 'attendance', {
    name: { nb: 'Dagsenter', sv: 'Dagverksamhet', da: 'Dagcenter', en: 'Day centre' },
  }),
];

const PURCHASER = 'purchaser';
const IN_FORCE = 'activity-2026';
const ONE_PRICE = 'one-price';

const FINANCING: Financing = {
  year: 2026,
  frame: { heldBy: 'unit', from: 'budget', periodise: 'calendar-days', changes: [] },
  volumes: [],
  fullTimeHours: exact('1690'),
  natures: { wages: ['wages'], income: ['refunds'], fixed: [] },
  mixGroups: new Map(),
  actualGrowth: new Map(),
  models: [
    {
      name: IN_FORCE,
      label: {
        nb: 'Innsatsstyrt 2026',
        sv: 'Prestationsersättning 2026',
        da: 'Aktivitetsfinansiering 2026',
        en: 'Activity-based 2026',
      },
      kind: 'activity',
      applies: [],
      at: AT,
    },
    {
      name: ONE_PRICE,
      label: {
        nb: 'Én felles pris',
        sv: 'Ett gemensamt pris',
        da: 'Én fælles takst',
        en: 'One common price',
      },
      kind: 'activity',
      applies: [],
      at: AT,
    },
  ],
  inForce: IN_FORCE,
  at: AT,
};

/** The municipality as its model names it. */
export const FJORDVIK: Model = {
  ...handMadeModel({
    units: [
      ...PLANS.map(({ id, name, provision = 'own' }) =>
        unit(id, 'provider', { name, provision, purchaser: PURCHASER }),
      ),
      unit(PURCHASER, 'purchaser', { name: 'Tildelingskontoret' }),
    ],
    services: SERVICES,
    pools: [REST],
  }),
  years: { cost: 2025, price: 2026, finance: 2026 },
  financing: FINANCING,
};

const scaleOf = (id: string): bigint =>
  SERVICES.find((each) => each.id === id)?.measure === 'hour' ? 36_000n : 1_000n;
const spreadKroner = (kroner: number, profile: readonly bigint[] = EVEN): bigint[] =>
  apportion(BigInt(kroner) * 100n, profile);
const spreadParts = (id: string, measures: number, profile: readonly bigint[] = EVEN): bigint[] =>
  apportion(BigInt(measures) * scaleOf(id), profile);

type Named = 'activity' | 'efficiency';
const linesOf = (plan: Plan, variance: Named, i: number): VarianceLine[] =>
  Object.entries(plan[variance]).map(([line, kroner]) => {
    const profile = plan.profile?.[line as ActivityLine];
    return { variance, line, amountOre: spreadKroner(kroner, profile)[i]! } as VarianceLine;
  });

function earnedLines(plan: Plan, i: number): EarnedLine[] {
  const common = { model: IN_FORCE, unit: plan.id, month: i + 1, level: '', name: '' };
  const base = {
    ...common,
    kind: 'base' as const,
    service: '',
    parts: 0n,
    price: ZERO,
    amountOre: spreadKroner(plan.base)[i]!,
  };
  const kind = plan.provision === 'private' ? ('purchase' as const) : ('price' as const);
  return [
    ...(plan.base === 0 ? [] : [base]),
    ...plan.services.flatMap(({ id, price, supplement = 0, delivered }) => {
      const line = (of: number): Omit<EarnedLine, 'kind'> => ({
        ...{ ...common, service: id, parts: spreadParts(id, delivered)[i]! },
        price: fraction(BigInt(of) * 100n),
        amountOre: spreadKroner(of * delivered)[i]!,
      });
      const travel = { ...line(supplement), kind: 'supplement' as const, name: 'travel' };
      return [{ ...line(price), kind }, ...(supplement === 0 ? [] : [travel])];
    }),
  ];
}

function staffingOf(plan: Plan, i: number, spent: bigint): Staffing {
  const hours = plan.hours;
  const part = (value: number, profile = EVEN): bigint => apportion(BigInt(value) * 36_000n, profile)[i]!;
  const inHours = plan.services.filter(({ id }) => scaleOf(id) === 36_000n);
  const directHours = inHours.reduce((sum, { delivered }) => sum + delivered, 0);
  const carried = plan.services.reduce(
    (sum, { price, supplement = 0, delivered }) =>
      sum + (price + supplement - (plan.goods ?? 60)) * delivered,
    0,
  );
  const month = (kroner: number): bigint => spreadKroner(kroner)[i]!;
  const wageOre = spent - month(plan.goodsCost ?? 0) - month(plan.fixedCost ?? 0);
  const extra = (hours?.paid ?? 0) - (hours?.standard ?? 0);
  const profile = plan.profile?.usage ?? EVEN;
  return {
    ordinaryParts: hours ? part(hours.standard - hours.agency - hours.overtime) : 0n,
    overtimeParts: hours ? part(hours.overtime + Math.max(extra, 0), profile) : 0n,
    agencyParts: hours ? part(hours.agency, profile) : 0n,
    sickParts: hours ? part(hours.sick) : 0n,
    directParts: hours ? part(directHours) : 0n,
    standardParts: hours ? fraction(part(hours.standard)) : ZERO,
    carriedWageOre: fraction(hours ? month(carried) : 0n),
    wageOre: hours ? wageOre : 0n,
    breakEvenCostOre: fraction(
      hours && directHours > 0 ? wageOre + month(plan.fixedCost ?? 0) - month(plan.base) : 0n,
    ),
    contributionOre: fraction(hours && directHours > 0 ? month(carried) : 0n),
    placeDays: plan.services.some(({ id }) => id === 'nursing-home')
      ? apportion(
          BigInt(plan.services[0]!.budget) * 40n,
          EVEN.map((days) => days * 39n),
        )[i]! / 39n
      : 0n,
  };
}

function unitMonth(plan: Plan, i: number): UnitMonth {
  const earnedOre = sumOre(earnedLines(plan, i).map(({ amountOre }) => amountOre));
  const [activity, efficiency] = [linesOf(plan, 'activity', i), linesOf(plan, 'efficiency', i)];
  const frameOre = earnedOre + sumOre(activity.map(({ amountOre }) => amountOre));
  const spentOre = earnedOre - sumOre(efficiency.map(({ amountOre }) => amountOre));
  return {
    unit: plan.id,
    purchaser: plan.isHeld ? 'politics' : PURCHASER,
    provision: plan.provision ?? 'own',
    month: i + 1,
    ...(plan.isHeld ? {} : { frameOre }),
    earnedOre,
    spentOre,
    lines: [...activity, ...efficiency].filter(({ amountOre }) => amountOre !== 0n),
    staffing: staffingOf(plan, i, spentOre),
  };
}

/** Deliveries grow a little through the year where there are more than budgeted. */
function quantitiesOf(plan: Plan): Quantity[] {
  return plan.services.flatMap((each) => {
    const more = each.delivered > each.budget * 1.03;
    const profile = more ? EVEN.map((days, i) => days * BigInt(94 + i)) : EVEN;
    const fall = plan.id === 'bakkehaugen' ? EVEN.map((days, i) => days * (i < 8 ? 100n : 86n)) : profile;
    const rows = (state: QuantityState, total: number, users: number, by: readonly bigint[]): Quantity[] =>
      spreadParts(each.id, total, by).map((parts, i) => ({
        unit: plan.id,
        service: each.id,
        level: '',
        month: i + 1,
        state,
        parts,
        users,
      }));
    const planned = Math.round((each.granted + each.delivered) / 2);
    return [
      ...rows('budget', each.budget, each.budgetUsers, EVEN),
      ...rows('granted', each.granted, each.users, fall),
      ...rows('planned', planned, each.users, fall),
      ...rows('delivered', each.delivered, each.users, fall),
    ];
  });
}

/** What one common price of 965 and 726 would have given home care in a year, less what is in force: +3.9 and −3.9 million. */
const SHIFT: Readonly<Record<string, number>> = { sjosiden: 3_900_000, innlandet: -3_900_000 };

function shadowOf(plan: Plan): ShadowMonth[] {
  return MONTHS.flatMap((month) => {
    const earnedOre = sumOre(earnedLines(plan, month - 1).map(({ amountOre }) => amountOre));
    const shift = spreadKroner(SHIFT[plan.id] ?? 0)[month - 1]!;
    return [
      { model: IN_FORCE, unit: plan.id, month, earnedOre },
      { model: ONE_PRICE, unit: plan.id, month, earnedOre: earnedOre + shift },
    ];
  });
}

/** The year up to a month; units financed in it are those named, or all. */
export function fjordvikYear(
  through = 12,
  ids: readonly string[] = PLANS.map(({ id }) => id),
): FinancingYear {
  const plans = PLANS.filter(({ id }) => ids.includes(id));
  const within = <T extends { readonly month: number }>(rows: readonly T[]): T[] =>
    rows.filter(({ month }) => month <= through);
  return {
    year: 2026,
    through,
    model: IN_FORCE,
    months: within(plans.flatMap((plan) => MONTHS.map((_, i) => unitMonth(plan, i)))),
    heldFrames: ids.includes('day-centre')
      ? within(
          MONTHS.map((month) => ({
            purchaser: 'politics',
            month,
            amountOre: spreadKroner(8_300_000)[month - 1]!,
          })),
        )
      : [],
    earned: within(plans.flatMap((plan) => MONTHS.flatMap((_, i) => earnedLines(plan, i)))),
    expenses: [],
    quantities: within(plans.flatMap(quantitiesOf)),
    unpriced: [],
    shadow: within(plans.flatMap(shadowOf)),
    baseYear: plans
      .filter(({ provision }) => provision === undefined)
      .flatMap((plan) => {
        const own =
          BigInt(
            plan.base +
              plan.services.reduce(
                (sum, { price, supplement = 0, budget }) => sum + (price + supplement) * budget,
                0,
              ),
          ) * 100n;
        const shift = BigInt(SHIFT[plan.id] ?? 0) * 100n;
        return [
          { model: IN_FORCE, unit: plan.id, earnedOre: own, ownCostOre: own },
          { model: ONE_PRICE, unit: plan.id, earnedOre: own + shift, ownCostOre: own },
        ];
      }),
    freshness: { ledgerMonth: through, activityMonth: through },
  };
}

/** A report of the month, with the demonstration's dirt, a correction and a manager's comment. */
export function fjordvikReport(month = 12, rest: Partial<MonthlyReport> = {}): MonthlyReport {
  return {
    model: FJORDVIK,
    year: fjordvikYear(month),
    month,
    findings: [
      {
        rule: 'checks/refund-elsewhere',
        severity: 'warning',
        message: 'A sick-pay refund of Innlandet stands in another unit',
        where: { key: 'innlandet' },
        amountOre: ore(18_400_000n),
      },
      {
        rule: 'checks/responsibility-without-unit',
        severity: 'warning',
        message: 'Postings on a responsibility that no unit has',
        where: { key: 'responsibility 4999' },
        amountOre: ore(31_200_000n),
      },
    ],
    corrections:
      month > 3
        ? [{ unit: 'innlandet', month: 3, earnedOre: 4_120_000n, spentOre: 18_400_000n, frameOre: 0n }]
        : [],
    closedMonths: MONTHS.filter((each) => each < month - 1),
    settlements: [],
    comments: [
      {
        unit: 'innlandet',
        month,
        text: 'Vi fikk ikke besatt fire sykepleierstillinger fra mai og har leid inn fra byrå, særlig i helgene. To er ansatt fra 1. september. Kjørerutene i Øvre dal er lagt om.',
        author: 'Kari Moen',
        date: '2026-06-12',
        deadline: '2026-10-01',
        status: 'under-way',
      },
    ],
    dataUntil: {
      ledger: `2026-${String(month).padStart(2, '0')}-30`,
      activity: `2026-${String(month).padStart(2, '0')}-28`,
    },
    ...rest,
  };
}
