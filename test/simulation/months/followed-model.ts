// innsats.yaml and the adopted prices of the simulated year, as they stand after what was decided about them.

/** What may be decided about how the year is financed; each is there or not. */
export type Edit = keyof typeof EDITS;
type Change = readonly [from: string, to: string];

const PAYS = 'pays: { basis: delivered }';
const EDITS = {
  'a month is a twelfth': ['periodise: calendar-days', 'periodise: twelfths'],
  'months are spread as last year': ['periodise: calendar-days', 'periodise: last-year'],
  'the units hold the frame': ['held-by: purchaser', 'held-by: unit'],
  'the frame follows the volumes': ['from: budget', 'from: volumes'],
  'the south gets more from May': [
    'periodise: calendar-days',
    'periodise: calendar-days, changes: [ { from: 2026-05, unit: south, amount: "12 345", source: a test } ]',
  ],
  'a quarter is kept': ['keep: 50 %', 'keep: 25 %'],
  'little of a deficit is carried': ['carry: 100 %, at-most: 2 %', 'carry: 35 %, at-most: 1 %'],
  'something is carried in': ['source: a test }\n', 'carried-in: { north: "-1 234.56" }, source: a test }\n'],
  'nothing is settled': ['  settlement:', '  # settlement:'],
  'a ceiling': [PAYS, `${PAYS}, ceiling: 101 %`],
  'a transition': [PAYS, `${PAYS}, transition: { 2026: 70 % }`],
  'the south begins in July': [
    'applies: [ { units: providers, from: 2026-01 } ]',
    'applies: [ { units: [north], from: 2026-01 }, { units: [south], from: 2026-07 } ]',
  ],
  'a frame is tried out': ['  in-force: activity', '    as-voted: { kind: frame }\n  in-force: activity'],
  'goods come a month late': ['prices:', 'accruals: { goods: { articles: 110, lag: 1 month } }\nprices:'],
  'growth as it came out': [
    'full-time: 1750',
    'full-time: 1750\n  growth: { wages: 4.6 %, goods: 3.2 %, source: a test }',
  ],
} as const satisfies Record<string, Change>;

export const ALL_EDITS = Object.keys(EDITS) as Edit[];

/** Edits of one line that cannot both stand. */
const sameLine = (one: Edit, other: Edit): boolean => one !== other && EDITS[one][0] === EDITS[other][0];

/** The edits with one made, in place of what it replaces, or taken back where it is there. */
export const toggled = (edits: ReadonlySet<Edit>, edit: Edit): ReadonlySet<Edit> =>
  new Set([
    ...[...edits].filter((other) => other !== edit && !sameLine(edit, other)),
    ...(edits.has(edit) ? [] : [edit]),
  ]);

/** The model as it began, with the edits made. */
export function editedModel(begun: string, edits: ReadonlySet<Edit>): string {
  return [...edits].sort().reduce((text, edit) => {
    const [from, to] = EDITS[edit];
    const index = text.lastIndexOf(from);
    if (index < 0) throw new Error(`the model has no place for: ${edit}`);
    return text.slice(0, index) + to + text.slice(index + from.length);
  }, begun);
}

/** A decision during the year: kroner of the hour, and what the base grants become in thousandths. */
export type PriceDecision = {
  readonly month: number;
  readonly hourKroner: number;
  readonly grantPerMille: bigint;
};

/** prices/2026-from-07.yaml from the prices of New Year. */
export function decidedPrices(begun: string, { month, hourKroner, grantPerMille }: PriceDecision): string {
  const inThousandths = (whole: string): string => String((BigInt(whole) * grantPerMille) / 1_000n);
  return begun
    .replace(/^run: /m, `from: 2026-${String(month).padStart(2, '0')}\nrun: `)
    .replace(
      /(kind: financing\n.*\n.*\n +price: )"[\d.]+"\n( +exact: )\d+\/1\n/,
      (_, price, exact) => `${price}"${hourKroner}.00"\n${exact}${hourKroner}00/1\n`,
    )
    .replace(/amount: "(\d+)\.00"\n( +exact: )\d+\/1\n/g, (_, kroner: string, exact: string) => {
      const whole = inThousandths(kroner);
      return `amount: "${whole}.00"\n${exact}${whole}00/1\n`;
    });
}

/** The file of a decision that holds from a month. */
export const decisionFile = (month: number): string => `2026-from-${String(month).padStart(2, '0')}.yaml`;
