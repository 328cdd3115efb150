// Every rule of the book: a register that raises it, and the nearest that does not. A case looks at one rule; what
// else a small register raises (most of its months are missing) is left aside.

import { afterAll, describe, expect, it } from 'vitest';
import { checkFiles, type Files } from '../../test/support/checked-workspace.ts';
import { describeFinding, type Finding } from '../findings/finding.ts';
import type { Model } from '../model/model.ts';
import { RULE_BOOK } from './rule-book.ts';

type Case = {
  readonly rule: string;
  readonly what: string;
  readonly files: Files;
  /** The whole message with its place, or nothing where the rule is not raised. */
  readonly says: readonly string[];
  readonly touches?: { readonly count?: number; readonly amountOre?: bigint; readonly parts?: bigint };
};

const [ANNA, BERIT] = ['15844100016', '20922900060'];
/** A record of every month of 2025. */
const allYear = (person: string, service: string, unit: string, quantity: string): string[] =>
  Array.from(
    { length: 12 },
    (_, month) => `${person};${service};${unit};2025-${String(month + 1).padStart(2, '0')};${quantity}`,
  );
const without = (month: string, lines: readonly string[]): string[] =>
  lines.filter((line) => !line.includes(`2025-${month}`));
/** 10,000 kroner of wages every month of 2025. */
const wages = (responsibility: string): string[] =>
  Array.from(
    { length: 12 },
    (_, month) => `${responsibility};253;010;2025-${String(month + 1).padStart(2, '0')};10000`,
  );
/** Days of January with a visit each. */
const visits = (days: number, from = 1): string[] =>
  Array.from(
    { length: days },
    (_, day) => `${ANNA};home-nursing;north;2025-01-${String(from + day).padStart(2, '0')};0,5`,
  );

const CASES: readonly Case[] = [
  {
    rule: 'checks/too-many-days',
    what: 'a person in two nursing homes for 42 days of May',
    files: {
      'delivered.csv': [`${ANNA};nursing-home;north;2025-05;31`, `${ANNA};nursing-home;south;2025-05;11`],
    },
    says: [
      'delivered.csv, row 2: A person has more delivered days of nursing-home in 2025-05 than its 31: 42 days, 11 days too many. Look for stays that overlap, often in two units, and correct them where they were registered.',
    ],
    touches: { count: 1, parts: 11_000n },
  },
  {
    rule: 'checks/too-many-days',
    what: 'two persons with 31 days, and one who moved within the month',
    files: {
      'delivered.csv': [
        `${ANNA};nursing-home;north;2025-05;20`,
        `${ANNA};nursing-home;south;2025-05;11`,
        `${BERIT};nursing-home;north;2025-05;31`,
      ],
    },
    says: [],
  },
  {
    rule: 'checks/too-many-hours-a-day',
    what: 'two visits of 13 hours on one day',
    files: {
      'delivered.csv': [
        `${ANNA};home-nursing;north;2025-05-03;13`,
        `${ANNA};home-nursing;south;2025-05-03;13`,
      ],
    },
    says: [
      'delivered.csv, row 2: On one day in 2025-05 a person was given more than 24 hours: 26 hours. Where the date stands for a whole month, map its column as "period"; otherwise look at quantity-in, and at rows that are there twice.',
    ],
    touches: { count: 1, parts: 72_000n },
  },
  {
    rule: 'checks/too-many-hours-a-day',
    what: 'the same on two days, and 24 hours on one',
    files: {
      'delivered.csv': [
        `${ANNA};home-nursing;north;2025-05-03;13`,
        `${ANNA};home-nursing;south;2025-05-04;13`,
        `${BERIT};home-nursing;south;2025-05-04;24`,
      ],
    },
    says: [],
  },
  {
    rule: 'checks/delivered-without-grant',
    what: 'hours in a month after the decision ended',
    files: {
      'granted.csv': [`${ANNA};home-nursing;north;2025-01;10`],
      'delivered.csv': [`${ANNA};home-nursing;north;2025-01;9`, `${ANNA};home-nursing;north;2025-02;8`],
    },
    says: [
      'delivered.csv, row 3, home-nursing/north: A person has been given 8 hours of home-nursing by north in months (1) in which nothing of it was granted. Look for decisions that are missing, ended too early or are registered on another service.',
    ],
    touches: { count: 1, parts: 8n * 36_000n },
  },
  {
    rule: 'checks/delivered-without-grant',
    what: 'a decision on another unit, and a service that the register has no decisions of',
    files: {
      'granted.csv': [`${ANNA};home-nursing;south;2025-01;10`],
      'delivered.csv': [`${ANNA};home-nursing;north;2025-01;9`, `${ANNA};nursing-home;north;2025-02;8`],
    },
    says: [],
  },
  {
    rule: 'checks/granted-not-delivered',
    what: 'a person with a decision and nothing in a month in which others were helped',
    files: {
      'granted.csv': [`${ANNA};home-nursing;north;2025-01;10`, `${BERIT};home-nursing;north;2025-01;4`],
      'delivered.csv': [`${ANNA};home-nursing;north;2025-01;9`],
    },
    says: [
      'granted.csv, row 3, home-nursing: A person has been granted 4 hours of home-nursing in months (1) in which nothing of it was delivered. Look for decisions that should have ended, and for deliveries on another person or service.',
    ],
    touches: { count: 1, parts: 4n * 36_000n },
  },
  {
    rule: 'checks/granted-not-delivered',
    what: 'a month that nobody’s deliveries are there for yet',
    files: {
      'granted.csv': [`${ANNA};home-nursing;north;2025-01;10`, `${BERIT};home-nursing;north;2025-02;4`],
      'delivered.csv': [`${ANNA};home-nursing;north;2025-01;9`],
    },
    says: [],
  },
  {
    rule: 'checks/delivered-above-granted',
    what: 'two units that together give an hour too much',
    files: {
      'granted.csv': [`${ANNA};home-nursing;north;2025-01;10`],
      'delivered.csv': [`${ANNA};home-nursing;north;2025-01;6`, `${ANNA};home-nursing;south;2025-01;5`],
    },
    says: [
      'delivered.csv, row 2, home-nursing: A person has been given 1 hour of home-nursing more than was granted, in 1 month of persons. Look for decisions that were not raised, and for deliveries that are registered twice.',
    ],
    touches: { count: 1, parts: 36_000n },
  },
  {
    rule: 'checks/delivered-above-granted',
    what: 'exactly what was granted, and nothing granted at all',
    files: {
      'granted.csv': [`${ANNA};home-nursing;north;2025-01;10`],
      'delivered.csv': [`${ANNA};home-nursing;north;2025-01;10`, `${BERIT};home-nursing;south;2025-01;5`],
    },
    says: [],
  },
  {
    rule: 'checks/repeated-records',
    what: 'a visit that stands there four times',
    files: { 'delivered.csv': Array.from({ length: 4 }, () => `${ANNA};home-nursing;north;2025-01-07;0,5`) },
    says: [
      'delivered.csv, row 5: 2 delivered records of home-nursing at north (1 hour) repeat ones that stand there twice already. Look whether the export holds rows again, and take out what is there too often.',
    ],
    touches: { count: 2, parts: 36_000n },
  },
  {
    rule: 'checks/repeated-records',
    what: 'two equal visits on a day, by two units each',
    files: {
      'delivered.csv': ['north', 'north', 'south', 'south'].map(
        (unit) => `${ANNA};home-nursing;${unit};2025-01-07;0,5`,
      ),
    },
    says: [],
  },
  {
    rule: 'checks/repeated-between-files',
    what: 'ten days that stand in two files',
    files: { 'delivered-1.csv': visits(15), 'delivered-2.csv': visits(10, 6) },
    says: [
      'delivered-2.csv, row 2: 10 delivered records of home-nursing in 2025-01 (5 hours) stand in delivered-1.csv as well. Let each month stand in one file, and export the other again without it.',
    ],
    touches: { count: 10, parts: 180_000n },
  },
  {
    rule: 'checks/repeated-between-files',
    what: 'nine equal visits in both, and a month that is split between files',
    files: { 'delivered-1.csv': visits(15), 'delivered-2.csv': visits(15, 7) },
    says: [],
  },
  {
    rule: 'checks/months-not-delivered',
    what: 'a unit without August, where the other has it, and a register that ends in October',
    files: {
      'delivered.csv': [
        ...without('11', without('12', without('08', allYear(ANNA, 'nursing-home', 'north', '28')))),
        ...without('11', without('12', allYear(BERIT, 'nursing-home', 'south', '28'))),
      ],
    },
    says: [
      'delivered: The register holds nothing delivered in 2025-11 and 2025-12, of any unit. Import those months, or read the year’s unit costs as preliminary.',
      'nursing-home/north: north has nothing delivered of nursing-home in 2025-08; other months are there. Ask the unit for those months; if it was closed then, accept this in accepted.yaml.',
    ],
    touches: { count: 2 },
  },
  {
    rule: 'checks/months-not-delivered',
    what: 'a whole year',
    files: { 'delivered.csv': allYear(ANNA, 'nursing-home', 'north', '28') },
    says: [],
  },
  {
    rule: 'checks/cost-without-activity',
    what: 'wages in a month without records',
    files: {
      'delivered.csv': without('08', allYear(ANNA, 'nursing-home', 'north', '28')),
      'ledger.csv': wages('4100'),
    },
    says: [
      'ledger.csv, row 9, north: north cost 10 000 kroner in 2025-08 and has no activity there. Import the activity of those months; if the unit was closed, accept this in accepted.yaml.',
    ],
    touches: { count: 1, amountOre: 1_000_000n },
  },
  {
    rule: 'checks/cost-without-activity',
    what: 'only a refund in that month, and a unit that never has activity',
    files: {
      'delivered.csv': without('08', allYear(ANNA, 'nursing-home', 'north', '28')),
      'ledger.csv': [...without('08', wages('4100')), '4100;253;710;2025-08;-500', ...wages('4200')],
    },
    says: [],
  },
  {
    rule: 'checks/activity-without-cost',
    what: 'records in a month without wages, though depreciation was booked',
    files: {
      'delivered.csv': allYear(ANNA, 'nursing-home', 'north', '28'),
      'ledger.csv': [...without('07', wages('4100')), '4100;253;590;2025-07;900'],
    },
    says: [
      'delivered.csv, row 8, north: north has activity in 2025-07 and no cost in the ledger there. Look for the unit’s wages and invoices of those months on other months or responsibilities.',
    ],
    touches: { count: 1 },
  },
  {
    rule: 'checks/activity-without-cost',
    what: 'one krone in that month, and a unit that never has cost',
    files: {
      'delivered.csv': [
        ...allYear(ANNA, 'nursing-home', 'north', '28'),
        ...allYear(BERIT, 'nursing-home', 'south', '28'),
      ],
      'ledger.csv': [...without('07', wages('4100')), '4100;253;120;2025-07;1'],
    },
    says: [],
  },
  {
    rule: 'checks/turned-sign',
    what: 'a refund of 38,000 with the wrong sign, and wages of −1,000',
    files: { 'ledger.csv': ['4100;234;710;2025-06;38000', '4100;253;010;2025-02;-1000'] },
    says: [
      'ledger.csv, row 2, 4100·234·710: Income article 710 of function 234 is 38 000 kroner in 2025-06, as if it were an expense. Check the sign of the postings; a true correction may stay.',
      'ledger.csv, row 3, 4100·253·010: Expense article 010 of function 253 is −1 000 kroner in 2025-02, as if it were income. Check the sign of the postings; a true correction may stay.',
    ],
    touches: { count: 1, amountOre: 3_800_000n },
  },
  {
    rule: 'checks/turned-sign',
    what: 'a correction within the month, 999 kroner, pension of either sign, a financial article',
    files: {
      'ledger.csv': [
        '4100;234;710;2025-06;38000',
        '4100;234;710;2025-06;-40000',
        '4100;253;010;2025-02;-999',
        '4100;171;090;2025-02;-50000',
        '4100;870;900;2025-02;50000',
      ],
    },
    says: [],
  },
  {
    rule: 'checks/responsibility-without-unit',
    what: 'a bill on a responsibility that no unit has',
    files: {
      'ledger.csv': ['4100;253;010;2025-01;10', '4999;253;120;2025-01;312000', '4999;253;120;2025-02;1'],
    },
    says: [
      'ledger.csv, row 3, responsibility 4999: 2 postings of 312 001 kroner on responsibility 4999, which no unit has. Give the responsibility to a unit in the units file, or correct the postings.',
    ],
    touches: { count: 2, amountOre: 31_200_100n },
  },
  {
    rule: 'checks/responsibility-without-unit',
    what: 'the last responsibility of a unit',
    files: { 'ledger.csv': ['4299;253;120;2025-01;312000'] },
    says: [],
  },
];

describe('the rules of the book', () => {
  const [raised, silent] = [new Set<string>(), new Set<string>()];
  for (const { rule, what, files, says, touches } of CASES)
    it(`${rule} is ${says.length > 0 ? 'raised by' : 'silent about'} ${what}`, async () => {
      const all = await checkFiles(files);
      expect(JSON.stringify(all.map(describeFinding))).not.toMatch(/\d{11}|p[0-9a-f]{32}/);
      const found = all.filter((finding) => finding.rule === rule);
      expect(found.map(plain)).toEqual(says);
      (says.length > 0 ? raised : silent).add(rule);
      if (touches)
        expect({
          count: found[0]?.count,
          amountOre: found[0]?.amountOre,
          parts: found[0]?.volume?.parts,
        }).toEqual({
          count: touches.count,
          amountOre: touches.amountOre,
          parts: touches.parts,
        });
    });

  it('a unit that another took over from in July is asked month by month who it was', async () => {
    const months = allYear(ANNA, 'nursing-home', 'north', '28');
    const files = {
      'delivered.csv': months.map((line, month) => (month < 6 ? line : line.replace('north', 'south'))),
      'ledger.csv': wages('4100'),
    };
    const raised = (found: readonly Finding[]) =>
      found.map(({ rule, where }) => `${rule} ${where.key ?? ''}`);
    expect(raised(await checkFiles(files))).toEqual([
      'checks/months-not-delivered nursing-home/north',
      'checks/months-not-delivered nursing-home/south',
      'checks/cost-without-activity north',
    ]);
    const dated = (model: Model): Model => ({
      ...model,
      organisation: {
        as: 'then',
        holdings: [
          { id: 'south', from: '2025-07', to: '9999-12', responsibilities: [{ from: '4100', to: '4299' }] },
          { id: 'north', from: '', to: '2025-06', responsibilities: [{ from: '4100', to: '4199' }] },
        ],
        heirs: new Map(),
      },
    });
    expect(raised(await checkFiles(files, undefined, dated))).toEqual([]);
  });

  it('what is raised does not depend on the order of rows, nor on how they are split between files', async () => {
    const granted = [
      ...allYear(ANNA, 'home-nursing', 'north', '4'),
      ...allYear(BERIT, 'home-nursing', 'south', '9'),
    ];
    const delivered = [
      ...without('03', allYear(ANNA, 'home-nursing', 'north', '5')),
      ...without('06', allYear(BERIT, 'home-nursing', 'south', '8')),
      ...allYear(BERIT, 'nursing-home', 'south', '30'),
    ];
    const booked = [
      ...without('09', wages('4100')),
      ...wages('4200'),
      '4999;253;120;2025-01;5',
      ...wages('4200'),
    ];
    const touched = (found: readonly Finding[]) =>
      found.map(({ rule, count, amountOre, volume }) => [rule, count, amountOre, volume?.parts]);
    const whole = { 'granted.csv': granted, 'delivered.csv': delivered, 'ledger.csv': booked };
    const split = Object.fromEntries(
      Object.entries(whole).flatMap(([file, lines]) => {
        const turned = lines.toReversed();
        return [0, 1, 2].map((part) => [
          file.replace('.', `-${part}.`),
          turned.filter((_, i) => i % 3 === part),
        ]);
      }),
    );
    const raised = touched(await checkFiles(whole));
    expect(raised.length).toBeGreaterThan(5);
    expect(touched(await checkFiles(split))).toEqual(raised);
  });

  afterAll(() => {
    const names = RULE_BOOK.map(({ name }) => name);
    expect([...raised].sort()).toEqual([...names].sort());
    expect([...silent].sort()).toEqual([...names].sort());
  });
});

/** Spaces that do not break, as people write them. */
const plain = (finding: Finding): string => describeFinding(finding).replaceAll(/[\u00a0\u202f]/g, ' ');
