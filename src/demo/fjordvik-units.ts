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
  | 'alarms'
  | 'private-care'
  | 'bought-care';

/**
 * A unit in whole kroner of 2025. `gross` is all its expense and equals the published table, of which `wages` include
 * agency staff; what is neither wages, `fixed` nor `interest` is running cost.
 */
export type UnitPlan = {
  readonly id: string;
  readonly name: string;
  readonly kind: 'provider' | 'support' | 'purchaser';
  readonly provision: 'own' | 'private' | 'municipality';
  readonly group: string;
  readonly responsibilities: string;
  readonly places: number;
  /** Square metres of floor; staff in tenths of full-time equivalents; workstations with a log-in. */
  readonly area: number;
  readonly fteTenths: number;
  readonly workstations: number;
  readonly gross: number;
  readonly wages: number;
  readonly running: Running;
  /** Night patrol and unit management: what home care is paid for whatever its activity. */
  readonly fixed: { readonly nightPatrol: number; readonly unitManagement: number };
  /** Late-payment interest: expense of the unit, but no cost of a service. */
  readonly interest: number;
  readonly teams: readonly Team[];
};

// Home care's wages are paid hours × wage per paid hour by service (see HOME_CARE_HOURS): 46,374,120 + 18,181,680 = 64,555,800.
const TABLE = `
  id                  | name                     | kind      | provision    | group           | responsibilities | places | area | fte  | workstations | gross    | wages    | running
  sjosiden            | Sjøsiden hjemmetjeneste  | provider  | own          | home-care-units | 4200-4219        | 0      | 420  | 78.0 | 46           | 73716000 | 64555800 | home-care
  innlandet           | Innlandet hjemmetjeneste | provider  | own          | home-care-units | 4220-4239        | 0      | 310  | 48.0 | 30           | 47434000 | 40261320 | home-care
  solvang             | Solvang sykehjem         | provider  | own          | institutions    | 4300-4319        | 64     | 5600 | 78.5 | 34           | 73048000 | 66020000 | care-home
  fjordglott          | Fjordgløtt sykehjem      | provider  | own          | institutions    | 4320-4339        | 52     | 4700 | 64.5 | 28           | 59984000 | 54130000 | care-home
  bakkehaugen         | Bakkehaugen sykehjem     | provider  | own          | institutions    | 4340-4359        | 40     | 3900 | 52.0 | 24           | 48240000 | 43410000 | care-home
  group-homes         | Bofellesskapene          | provider  | own          |                 | 4400-4469        | 36     | 3160 | 94.0 | 26           | 86950000 | 81900000 | care-home
  day-centre          | Dagsenteret              | provider  | own          |                 | 4500-4509        | 60     | 640  | 8.5  | 6            | 8300000  | 6240000  | care-home
  alarm-team          | Trygghetsalarmteamet     | provider  | own          |                 | 4520-4529        | 0      | 40   | 2.5  | 3            | 2450000  | 1790000  | alarms
  assistance-provider | Assistanse Vest AS       | provider  | private      |                 | 4180             | 0      | 0    | 0    | 0            | 26557000 | 0        | private-care
  bought-places       | Plasser i Vestbygd       | provider  | municipality |                 | 4190             | 2      | 0    | 0    | 0            | 4672000  | 0        | bought-care
  kitchen             | Sentralkjøkkenet         | support   | own          |                 | 4600-4609        | 0      | 620  | 19.0 | 5            | 25000000 | 12900000 | kitchen
  vehicles            | Bilparken                | support   | own          |                 | 4710             | 0      | 180  | 3.0  | 2            | 5300000  | 1950000  | vehicles
  it                  | IKT helse og omsorg      | support   | own          |                 | 4720-4729        | 0      | 120  | 6.0  | 8            | 7400000  | 4980000  | it
  management          | Helse- og omsorgsledelse | support   | own          |                 | 4000-4099        | 0      | 240  | 9.0  | 11           | 9900000  | 8640000  | office
  premises            | Institusjonslokalene     | support   | own          |                 | 4730-4739        | 0      | 0    | 0    | 0            | 21500000 | 0        | premises
  purchaser           | Tildelingskontoret       | purchaser | own          |                 | 4100-4119        | 0      | 260  | 15.0 | 18           | 14100000 | 12780000 | office`;

/** Consecutive responsibilities of one function that share staff (in tenths) as evenly as tenths allow. */
function teams(first: number, count: number, fteTenths: number, code: string, step = 1): Team[] {
  const share = Math.floor(fteTenths / count);
  return Array.from({ length: count }, (_, i) => ({
    responsibility: String(first + i * step),
    fteTenths: i === 0 ? fteTenths - share * (count - 1) : share,
    function: code,
  }));
}

/** Function 257 is staffed homes, 258 ambulatory home care (they replaced 254 in 2024); 261 institution premises. */
const TEAMS: { readonly [unit: string]: readonly Team[] } = {
  sjosiden: teams(4210, 6, 705, '258'),
  innlandet: teams(4230, 4, 426, '258'),
  solvang: teams(4300, 7, 785, '253'),
  fjordglott: teams(4320, 6, 645, '253'),
  bakkehaugen: teams(4340, 5, 520, '253'),
  'group-homes': teams(4400, 7, 940, '257', 10),
  // Day activity for those with a decision, and an open meeting place for anyone.
  'day-centre': [...teams(4500, 1, 68, '234'), ...teams(4501, 1, 17, '234')],
  'alarm-team': teams(4520, 1, 25, '234'),
  'assistance-provider': teams(4180, 1, 0, '258'),
  'bought-places': teams(4190, 1, 0, '253'),
  kitchen: teams(4600, 3, 190, '253'),
  vehicles: teams(4710, 1, 30, '258'),
  it: teams(4720, 2, 60, '120'),
  management: teams(4000, 3, 90, '120', 10),
  premises: teams(4730, 5, 0, '261'),
  purchaser: teams(4100, 3, 150, '120', 5),
};

const NO_FIXED = { nightPatrol: 0, unitManagement: 0 };
const FIXED: { readonly [unit: string]: UnitPlan['fixed'] } = {
  sjosiden: { nightPatrol: 3_900_000, unitManagement: 2_400_000 },
  innlandet: { nightPatrol: 2_800_000, unitManagement: 1_700_000 },
};
const INTEREST: { readonly [unit: string]: number } = { sjosiden: 3_000, innlandet: 3_000 };

function unitFrom(line: string): UnitPlan {
  const [id = '', name = '', kind, provision, group = '', responsibilities = '', ...rest] = line
    .split('|')
    .map((cell) => cell.trim());
  const running = rest.pop() as Running;
  const [places = 0, area = 0, fte = 0, workstations = 0, gross = 0, wages = 0] = rest.map(Number);
  return {
    id,
    name,
    kind: kind as UnitPlan['kind'],
    provision: provision as UnitPlan['provision'],
    group,
    responsibilities,
    places,
    area,
    fteTenths: Math.round(fte * 10),
    workstations,
    gross,
    wages,
    running,
    fixed: FIXED[id] ?? NO_FIXED,
    interest: INTEREST[id] ?? 0,
    teams: TEAMS[id] ?? [],
  };
}

export const UNITS: readonly UnitPlan[] = TABLE.trim().split('\n').slice(1).map(unitFrom);

/** The unit with this id. Throws when there is none: the plan names only its own. */
export function unitPlan(id: string): UnitPlan {
  const unit = UNITS.find((candidate) => candidate.id === id);
  if (!unit) throw new Error(`Fjordvik has no unit ${id}`);
  return unit;
}
