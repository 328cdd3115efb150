// The units of Fjordvik's care in 2025: what they are, where they stand in the ledger, how large they are and what
// they spend. The figures are the demonstration municipality's own and add up to its published table.

/** A responsibility in the ledger with the full-time equivalents that work there, in tenths. */
export type Team = { readonly responsibility: string; readonly fteTenths: number; readonly function: string };

/** How a unit's running costs are made up: see `fjordvik-articles.ts`. */
export type Running =
  | 'home-care'
  | 'care-home'
  | 'office'
  | 'kitchen'
  | 'vehicles'
  | 'it'
  | 'premises'
  | 'alarms';

/**
 * A unit in whole kroner of 2025. `wages` include agency staff; `gross` is all expense and equals the published
 * table; what is not wages (and not `fixed`, `interest` or `purchased`) is running cost. `fixed`: night patrol and
 * unit management, which home care is paid for whatever its activity.
 */
export type UnitPlan = {
  readonly id: string;
  readonly name: string;
  readonly kind: 'provider' | 'support' | 'purchaser';
  readonly provision: 'own' | 'private' | 'municipality';
  readonly groups: string;
  readonly responsibilities: string;
  readonly places: number;
  /** Square metres of floor; staff in tenths of full-time equivalents; workstations with a log-in. */
  readonly area: number;
  readonly fteTenths: number;
  readonly workstations: number;
  readonly gross: number;
  readonly wages: number;
  readonly fixed?: { readonly nightPatrol: number; readonly unitManagement: number };
  /** Late-payment interest: expense of the unit, but no cost of a service. */
  readonly interest?: number;
  readonly purchased?: { readonly article: string; readonly function: string };
  readonly running: Running;
  readonly teams: readonly Team[];
};

/** Consecutive responsibilities of one function that share `fteTenths` as evenly as tenths allow, the first most. */
function teams(first: number, count: number, fteTenths: number, code: string, step = 1): Team[] {
  const share = Math.floor(fteTenths / count);
  return Array.from({ length: count }, (_, i) => ({
    responsibility: String(first + i * step),
    fteTenths: i === 0 ? fteTenths - share * (count - 1) : share,
    function: code,
  }));
}

const own = { provision: 'own', groups: '', places: 0 } as const;
const bought = { ...own, area: 0, fteTenths: 0, workstations: 0, wages: 0, running: 'office' } as const;

export const UNITS: readonly UnitPlan[] = [
  {
    ...own,
    ...{ id: 'sjosiden', name: 'Sjøsiden hjemmetjeneste', kind: 'provider', groups: 'home-care-units' },
    ...{ responsibilities: '4200-4219', area: 420, fteTenths: 780, workstations: 46 },
    // Paid hours × wage per paid hour: nursing 99,090 × 468, practical assistance 46,860 × 388.
    ...{ gross: 73_716_000, wages: 64_555_800, interest: 3_000, running: 'home-care' },
    fixed: { nightPatrol: 3_900_000, unitManagement: 2_400_000 },
    teams: teams(4210, 6, 705, '258'),
  },
  {
    ...own,
    ...{ id: 'innlandet', name: 'Innlandet hjemmetjeneste', kind: 'provider', groups: 'home-care-units' },
    ...{ responsibilities: '4220-4239', area: 310, fteTenths: 480, workstations: 30 },
    // Nursing 62,660 × 474, practical assistance 26,940 × 392.
    ...{ gross: 47_434_000, wages: 40_261_320, interest: 3_000, running: 'home-care' },
    fixed: { nightPatrol: 2_800_000, unitManagement: 1_700_000 },
    teams: teams(4230, 4, 426, '258'),
  },
  {
    ...own,
    ...{ id: 'solvang', name: 'Solvang sykehjem', kind: 'provider', groups: 'institutions', places: 64 },
    ...{ responsibilities: '4300-4319', area: 5_600, fteTenths: 785, workstations: 34 },
    ...{ gross: 73_048_000, wages: 66_020_000, running: 'care-home', teams: teams(4300, 7, 785, '253') },
  },
  {
    ...own,
    ...{
      id: 'fjordglott',
      name: 'Fjordgløtt sykehjem',
      kind: 'provider',
      groups: 'institutions',
      places: 52,
    },
    ...{ responsibilities: '4320-4339', area: 4_700, fteTenths: 645, workstations: 28 },
    ...{ gross: 59_984_000, wages: 54_130_000, running: 'care-home', teams: teams(4320, 6, 645, '253') },
  },
  {
    ...own,
    ...{
      id: 'bakkehaugen',
      name: 'Bakkehaugen sykehjem',
      kind: 'provider',
      groups: 'institutions',
      places: 40,
    },
    ...{ responsibilities: '4340-4359', area: 3_900, fteTenths: 520, workstations: 24 },
    ...{ gross: 48_240_000, wages: 43_410_000, running: 'care-home', teams: teams(4340, 5, 520, '253') },
  },
  {
    ...own,
    ...{ id: 'group-homes', name: 'Bofellesskapene', kind: 'provider', places: 36 },
    ...{ responsibilities: '4400-4469', area: 3_160, fteTenths: 940, workstations: 26 },
    ...{ gross: 86_950_000, wages: 81_900_000, running: 'care-home', teams: teams(4400, 7, 940, '257', 10) },
  },
  {
    ...own,
    ...{ id: 'day-centre', name: 'Dagsenteret', kind: 'provider', places: 60 },
    ...{ responsibilities: '4500-4509', area: 640, fteTenths: 85, workstations: 6 },
    ...{ gross: 8_300_000, wages: 6_240_000, running: 'care-home' },
    // Day activity for those with a decision, and an open meeting place for anyone.
    teams: [...teams(4500, 1, 68, '234'), ...teams(4501, 1, 17, '234')],
  },
  {
    ...own,
    ...{ id: 'alarm-team', name: 'Trygghetsalarmteamet', kind: 'provider' },
    ...{ responsibilities: '4520-4529', area: 40, fteTenths: 25, workstations: 3 },
    ...{ gross: 2_450_000, wages: 1_790_000, running: 'alarms', teams: teams(4520, 1, 25, '234') },
  },
  {
    ...bought,
    ...{ id: 'assistance-provider', name: 'Assistanse Vest AS', kind: 'provider', provision: 'private' },
    ...{ responsibilities: '4180', gross: 26_557_000, purchased: { article: '370', function: '258' } },
    teams: teams(4180, 1, 0, '258'),
  },
  {
    ...bought,
    ...{ id: 'bought-places', name: 'Plasser i Vestbygd', kind: 'provider', provision: 'municipality' },
    ...{ responsibilities: '4190', gross: 4_672_000, purchased: { article: '350', function: '253' } },
    teams: teams(4190, 1, 0, '253'),
  },
  {
    ...own,
    ...{ id: 'kitchen', name: 'Sentralkjøkkenet', kind: 'support' },
    ...{ responsibilities: '4600-4609', area: 620, fteTenths: 190, workstations: 5 },
    ...{ gross: 25_000_000, wages: 12_900_000, running: 'kitchen', teams: teams(4600, 3, 190, '253') },
  },
  {
    ...own,
    ...{ id: 'vehicles', name: 'Bilparken', kind: 'support' },
    ...{ responsibilities: '4710', area: 180, fteTenths: 30, workstations: 2 },
    ...{ gross: 5_300_000, wages: 1_950_000, running: 'vehicles', teams: teams(4710, 1, 30, '258') },
  },
  {
    ...own,
    ...{ id: 'it', name: 'IKT helse og omsorg', kind: 'support' },
    ...{ responsibilities: '4720-4729', area: 120, fteTenths: 60, workstations: 8 },
    ...{ gross: 7_400_000, wages: 4_980_000, running: 'it', teams: teams(4720, 2, 60, '120') },
  },
  {
    ...own,
    ...{ id: 'management', name: 'Helse- og omsorgsledelsen', kind: 'support' },
    ...{ responsibilities: '4000-4099', area: 240, fteTenths: 90, workstations: 11 },
    ...{ gross: 9_900_000, wages: 8_640_000, running: 'office', teams: teams(4000, 3, 90, '120', 10) },
  },
  {
    ...own,
    ...{ id: 'premises', name: 'Institusjonslokalene', kind: 'support' },
    ...{ responsibilities: '4730-4739', area: 0, fteTenths: 0, workstations: 0 },
    ...{ gross: 21_500_000, wages: 0, running: 'premises', teams: teams(4730, 5, 0, '261') },
  },
  {
    ...own,
    ...{ id: 'purchaser', name: 'Tildelingskontoret', kind: 'purchaser' },
    ...{ responsibilities: '4100-4119', area: 260, fteTenths: 150, workstations: 18 },
    ...{ gross: 14_100_000, wages: 12_780_000, running: 'office', teams: teams(4100, 3, 150, '120', 5) },
  },
];

/** The unit with this id. Throws when there is none: the plan names only its own. */
export function unitPlan(id: string): UnitPlan {
  const unit = UNITS.find((candidate) => candidate.id === id);
  if (!unit) throw new Error(`Fjordvik has no unit ${id}`);
  return unit;
}
