// The small tables beside the registers: Fjordvik's units, and who uses how much of what the support units make.

import { UNITS, unitPlan } from './fjordvik-units.ts';

type Text = readonly string[];

/** A number times the scale with at most four decimals and a decimal comma: 78.5 × 0.05 → "3,925". */
export const number = (value: number, scale: number): string =>
  String(Math.round(value * scale * 10_000) / 10_000).replace('.', ',');

/** data/units.csv. Full-time equivalents, square metres, places and workstations serve as drivers. */
export const unitRows = (scale: number): Text => [
  'id;name;kind;provision;groups;responsibilities;purchaser;places;area;fte;workstations',
  ...UNITS.map((unit) =>
    [
      ...[unit.id, unit.name, unit.kind, unit.provision, unit.group, unit.responsibilities],
      unit.kind === 'provider' ? 'purchaser' : '',
      ...[unit.places, unit.area, unit.fteTenths / 10, unit.workstations].map((value) =>
        number(value, scale),
      ),
    ].join(';'),
  ),
];

/**
 * Home care in 2025 by unit and service: paid hours (delivered hours × 1.80, 1.62, 2.02 and 1.80) and what they cost
 * with social costs, by the rota's wage per hour. Night patrol and unit management are not in it.
 */
export const HOME_CARE_HOURS = [
  { unit: 'sjosiden', service: 'home-nursing', hours: 99_000, wages: 46_374_120 },
  { unit: 'sjosiden', service: 'practical-assistance', hours: 46_980, wages: 18_181_680 },
  { unit: 'innlandet', service: 'home-nursing', hours: 62_620, wages: 29_700_840 },
  { unit: 'innlandet', service: 'practical-assistance', hours: 27_000, wages: 10_560_480 },
] as const;

/** Units whose staff all do one thing. */
export const ONE_SERVICE: readonly (readonly [unit: string, service: string])[] = [
  ['solvang', 'nursing-home'],
  ['fjordglott', 'nursing-home'],
  ['bakkehaugen', 'nursing-home'],
  ['group-homes', 'group-home'],
  ['day-centre', 'day-activity'],
  ['alarm-team', 'safety-alarm'],
];

const rows = (
  header: string,
  from: string,
  users: readonly (readonly [string, number])[],
  scale: number,
): Text => [header, ...users.map(([unit, quantity]) => `${from};${unit};${number(quantity, scale)}`)];

/** data/paid-time-2025.csv: paid hours × wage per paid hour, in kroner; elsewhere all of a unit's staff do one thing. */
export const paidTimeRows = (scale: number): Text => [
  'unit;service;quantity',
  ...HOME_CARE_HOURS.map(({ unit, service, wages }) => `${unit};${service};${number(wages, scale)}`),
  ...ONE_SERVICE.map(([id, service]) => `${id};${service};${number(unitPlan(id).wages, scale)}`),
];

/** data/portions-2025.csv: 172,000 portions from the central kitchen. */
export const portionRows = (scale: number): Text =>
  rows(
    'from;unit;quantity',
    'kitchen',
    [
      ['solvang', 66_700],
      ['fjordglott', 54_200],
      ['bakkehaugen', 41_700],
      ['day-centre', 8_800],
      ['management', 600],
    ],
    scale,
  );

/** data/kilometres-2025.csv: the 46 cars, by who drove them. */
export const kilometreRows = (scale: number): Text =>
  rows(
    'from;unit;quantity',
    'vehicles',
    [
      ['sjosiden', 212_000],
      ['innlandet', 398_000],
      ['group-homes', 44_000],
      ['day-centre', 21_000],
      ['alarm-team', 26_000],
      ['kitchen', 31_000],
      ['it', 4_000],
      ['management', 3_000],
    ],
    scale,
  );
