// The income of Fjordvik's care: fees, rent, meals, the grant for resource-intensive users and sick-pay refunds, with
// the errors that every real ledger has in its refunds. 2025 comes to −80,000,000 kroner; 2026 grows from it.

import { apportion } from '../money/apportion.ts';
import type { FjordvikYear } from './fjordvik-calendar.ts';
import { GROWTH, grownToThousands } from './fjordvik-spending.ts';
import { unitPlan } from './fjordvik-units.ts';
import type { PlannedAccount } from './planned-account.ts';
import { scaled } from './size.ts';
import { type Divide, inWholeKroner } from './whole-kroner.ts';

type Income = Pick<PlannedAccount, 'unit' | 'article' | 'months' | 'text'> & {
  readonly kroner: number;
  /** How many of the unit's responsibilities share it. */
  readonly teams: number;
  readonly postingsPerMonth: number;
};

const income = (unit: string, article: string, kroner: number, text: string, teams = 1): Income => ({
  ...{ unit, article, kroner, text, teams, months: 'even', postingsPerMonth: 6 },
});

const FEES: readonly Income[] = [
  income('solvang', '600', -13_700_000, 'Vederlag langtidsopphold', 6),
  income('fjordglott', '600', -11_150_000, 'Vederlag langtidsopphold', 5),
  income('bakkehaugen', '600', -8_550_000, 'Vederlag opphold', 4),
  income('sjosiden', '600', -1_150_000, 'Egenbetaling praktisk bistand'),
  income('innlandet', '600', -620_000, 'Egenbetaling praktisk bistand'),
  income('alarm-team', '600', -1_130_000, 'Leie av trygghetsalarm'),
  income('group-homes', '630', -2_900_000, 'Husleie', 6),
  income('kitchen', '620', -650_000, 'Salg av mat'),
  income('day-centre', '620', -750_000, 'Måltider'),
  income('group-homes', '700', -17_900_000, 'Ressurskrevende tjenester'),
];

/** Sick-pay refunds by unit, as they should stand, but for the day centre's, which has the wrong sign. */
const REFUNDS: readonly Income[] = (
  [
    ['sjosiden', -3_740_000],
    ['innlandet', -2_206_000],
    ['solvang', -3_790_000],
    ['fjordglott', -3_060_000],
    ['bakkehaugen', -2_510_000],
    ['group-homes', -4_620_000],
    ['alarm-team', -68_000],
    ['kitchen', -690_000],
    ['vehicles', -45_000],
    ['it', -120_000],
    ['management', -135_000],
    ['purchaser', -370_000],
  ] as const
).map(([unit, kroner]) => ({ ...income(unit, '710', kroner, 'Sykelønnsrefusjon', 9), months: 'refund' }));

/** Innlandet's refund that was booked on a responsibility of Sjøsiden, in both years, and the day centre's with the wrong sign. */
const MISPLACED_KRONER = -184_000;
const WRONG_SIGN_KRONER = 38_000;

/** 2026 where it is not 2025 with growth: fewer stays in Bakkehaugen, more who are ill in Innlandet, more users in Sjøsiden. */
const ACTUAL_2026: { readonly [unitAndArticle: string]: number } = {
  'bakkehaugen 600': -8_420_000,
  'innlandet 710': -2_466_000,
  'sjosiden 600': -1_290_000,
  'alarm-team 600': -1_205_000,
};

/** The same income with growth, in thousands: refunds and the grant follow wages. */
const grown = (entry: Income): Income => {
  const growth = entry.article < '700' ? GROWTH.goods : GROWTH.wages;
  return { ...entry, kroner: grownToThousands(entry.kroner, growth) };
};

function accounts(entry: Income, scale: number, divide: Divide = apportion): PlannedAccount[] {
  const { unit, article, months, text, postingsPerMonth } = entry;
  const teams = unitPlan(unit).teams.slice(0, entry.teams);
  const sizes = teams.map(({ fteTenths }) => BigInt(fteTenths));
  const amounts = divide(scaled(BigInt(entry.kroner) * 100n, scale), sizes);
  return teams.map(({ responsibility, function: code }, i) => {
    const account = { unit, responsibility, function: code, article, own: '0', object: '000' };
    return { ...account, amountOre: amounts[i]!, months, postingsPerMonth, text };
  });
}

/** A refund that stands on one month. */
const refund = (
  unit: string,
  kroner: number,
  months: 'june' | 'september',
  scale: number,
): PlannedAccount[] =>
  accounts({ ...income(unit, '710', kroner, 'Sykelønnsrefusjon'), months, postingsPerMonth: 1 }, scale);

/** Innlandet's refund of a month, on one of Sjøsiden's responsibilities. */
function misplaced(months: 'june' | 'september', team: number, scale: number): PlannedAccount[] {
  const responsibility = unitPlan('sjosiden').teams[team]?.responsibility ?? '';
  return refund('innlandet', MISPLACED_KRONER, months, scale).map((account) => ({
    ...account,
    responsibility,
  }));
}

/** The accounts of a year's income at a scale, errors included; those of 2025 at scale 1 sum to −80,000,000 kroner. */
export function plannedIncome(year: FjordvikYear, scale: number): PlannedAccount[] {
  const all = [...FEES, ...REFUNDS];
  if (year === 2025)
    return [
      ...all.flatMap((entry) => accounts(entry, scale)),
      ...misplaced('june', 1, scale),
      ...refund('day-centre', WRONG_SIGN_KRONER, 'june', scale),
    ];
  const actual = all.map((entry) => {
    const kroner = ACTUAL_2026[`${entry.unit} ${entry.article}`];
    return kroner === undefined ? grown(entry) : { ...entry, kroner };
  });
  return [...actual.flatMap((entry) => accounts(entry, scale)), ...misplaced('september', 2, scale)];
}

/** What income was voted for 2026. */
export const votedIncome = (scale: number): PlannedAccount[] =>
  [...FEES, ...REFUNDS].flatMap((entry) => accounts(grown(entry), scale, inWholeKroner));
