// What each unit of Fjordvik spends in 2025, was voted for 2026 and spends in 2026, in whole kroner, before it is spread
// over responsibilities and articles. Last year with growth is the base; the stories of 2026 stand in a table.

import { MONTHS, type Months } from './fjordvik-articles.ts';
import { type UnitPlan, unitPlan } from './fjordvik-units.ts';

/** Growth from 2025 to 2026, in thousandths: the same that the prices are made with. */
export const GROWTH = { wages: 1_042, goods: 1_030, purchased: 1_035 } as const;

/** A unit's year. Value added tax is added where the accounts are planned; together it is nothing. */
export type Spending = {
  /** With agency staff, unless `agency` says it apart. */
  readonly wages: number;
  /** Agency staff by itself: from May on. */
  readonly agency?: number;
  readonly running: number;
  readonly nightPatrol: number;
  readonly unitManagement: number;
  readonly interest: number;
  /** Part of the running cost, posted on a responsibility that no unit has. */
  readonly unknown: number;
  /** What the wages of each month are multiplied by, in thousandths, beside their usual months. */
  readonly wageMonths?: Months;
};

/** Mains power of a building whose responsibility was closed at New Year: nobody answers for it. */
const UNKNOWN_POWER = 312_000;

/** 2025, from the published table: what is neither wages, fixed nor interest is running cost. */
export function spending2025({ id, gross, wages, interest, fixed }: UnitPlan): Spending {
  const unknown = id === 'premises' ? UNKNOWN_POWER : 0;
  const running = gross - wages - fixed.nightPatrol - fixed.unitManagement - interest - unknown;
  return { wages, running, ...fixed, interest, unknown };
}

// Home care, Sjøsiden: 74,430,000 + 3,260,000 + 6,590,000 = 84,280,000. Innlandet: 46,300,000 of wages and agency, of
// which 7,536 agency hours at 758 kroner, + 2,860,000 + 4,730,000 = 53,890,000.
// Bakkehaugen keeps most of its staff when six places stand empty; the group homes have a resident who needs two at a
// time; food, fuel and winter power were dearer than thought.
const TABLE_2026 = `
  unit                | wages    | agency  | running  | night   | management
  sjosiden            | 74430000 | 0       | 3260000  | 4080000 | 2510000
  innlandet           | 40587712 | 5712288 | 2860000  | 2944000 | 1786000
  solvang             | 69210000 | 0       | 7290000  | 0       | 0
  fjordglott          | 56180000 | 0       | 6005000  | 0       | 0
  bakkehaugen         | 44240000 | 0       | 4905000  | 0       | 0
  group-homes         | 86480000 | 0       | 5230000  | 0       | 0
  day-centre          | 6495000  | 0       | 2130000  | 0       | 0
  alarm-team          | 1872000  | 0       | 742000   | 0       | 0
  assistance-provider | 0        | 0       | 27878760 | 0       | 0
  bought-places       | 0        | 0       | 4835520  | 0       | 0
  kitchen             | 13460000 | 0       | 12690000 | 0       | 0
  vehicles            | 2032000  | 0       | 3590000  | 0       | 0
  it                  | 5170000  | 0       | 2520000  | 0       | 0
  management          | 8960000  | 0       | 1280000  | 0       | 0
  premises            | 0        | 0       | 22310000 | 0       | 0
  purchaser           | 13290000 | 0       | 1372000  | 0       | 0`;

/** From May on Innlandet's own staff work fewer hours; from September Bakkehaugen's wards are staffed for fewer. */
const WAGE_MONTHS: { readonly [unit: string]: Months } = {
  innlandet: MONTHS.even.map((_, month) => (month < 4 ? 1_000 : 941)),
  bakkehaugen: MONTHS.even.map((_, month) => (month < 8 ? 1_000 : 934)),
};

const SPENDING_2026 = new Map(
  TABLE_2026.trim()
    .split('\n')
    .slice(1)
    .map((line): readonly [string, Spending] => {
      const [id = '', ...amounts] = line.split('|').map((cell) => cell.trim());
      const [wages = 0, agency = 0, running = 0, nightPatrol = 0, unitManagement = 0] = amounts.map(Number);
      const months = WAGE_MONTHS[id];
      const spending = { wages, running, nightPatrol, unitManagement, unknown: 0 };
      const { interest } = unitPlan(id);
      return [
        id,
        { ...spending, interest, ...(agency > 0 && { agency }), ...(months && { wageMonths: months }) },
      ];
    }),
);

/** What a unit came to spend in 2026. */
export function spending2026({ id }: UnitPlan): Spending {
  const spending = SPENDING_2026.get(id);
  if (!spending) throw new Error(`Fjordvik’s 2026 has no unit ${id}`);
  return spending;
}

/** An amount grown by thousandths, to the nearest thousand kroner: 66,020,000 × 1.042 = 68,792,840 → 68,793,000. */
export const grownToThousands = (kroner: number, perMille: number): number =>
  Math.round((kroner * perMille) / 1_000_000) * 1_000;

// Voted home care: budgeted volume at the prices, whole: 77,500,000 and 49,600,000 with night patrol and unit management.
const VOTED: { readonly [unit: string]: Pick<Spending, 'wages' | 'running'> } = {
  sjosiden: { wages: 67_961_400, running: 2_974_000 },
  innlandet: { wages: 42_143_000, running: 2_768_000 },
};

/** The original budget of 2026. Night patrol and unit management are wages, and nobody votes interest. */
export function budget2026(unit: UnitPlan): Spending {
  const { wages, running, unknown } = spending2025(unit);
  const goods = unit.provision === 'own' ? GROWTH.goods : GROWTH.purchased;
  const grown = {
    wages: grownToThousands(wages, GROWTH.wages),
    running: grownToThousands(running + unknown, goods),
  };
  const { nightPatrol, unitManagement } = unit.fixed;
  return {
    ...(VOTED[unit.id] ?? grown),
    nightPatrol: (nightPatrol * GROWTH.wages) / 1_000,
    unitManagement: (unitManagement * GROWTH.wages) / 1_000,
    interest: 0,
    unknown: 0,
  };
}
