// Cost per user held to what it promises, on any year, and to the auditor's own reckoning of it.

import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { costUsers } from '../../src/users/cost-users.ts';
import { billUsers } from './auditor.ts';
import { forAuditor, forStage, type PlainYear, plainYears, type YearRecord } from './plain-year.ts';
import { byObject, readBill } from './read-bill.ts';

const cost = (year: PlainYear) => costUsers(forStage(year)).values;
const bill = (year: PlainYear) => readBill(cost(year).cells);
const RUNS = { numRuns: 600 };

describe('cost per user', () => {
  it('is what the auditor says, strand by strand and øre by øre', () => {
    fc.assert(
      fc.property(plainYears, (year) => {
        const { shared, direct } = bill(year);
        const audit = billUsers(forAuditor(year));
        expect(shared).toEqual(new Map(audit.shared));
        expect(direct).toEqual(new Map(audit.direct));
      }),
      RUNS,
    );
  });

  it('of all users and nobody is the object, for every object and strand', () => {
    fc.assert(
      fc.property(plainYears, (year) => {
        const { costs } = forStage(year);
        const { cells } = cost(year);
        const sums = new Map<string, bigint>();
        for (const [o, { service, unit, level }] of cells.objects.entries())
          for (let i = cells.starts[o]!; i < cells.starts[o + 1]!; i++)
            for (const [k, { key }] of cells.strands.entries()) {
              const name = [service, unit, level, key].join('/');
              const amount = cells.sharedOre[k]![i]! + cells.directOre[k]![i]!;
              sums.set(name, (sums.get(name) ?? 0n) + BigInt(amount));
            }
        for (const { service, unit, level, costs: each } of costs.objects)
          for (const { strand, amountOre } of each)
            expect(sums.get([service, unit, level, strand.key].join('/'))).toBe(amountOre);
      }),
      RUNS,
    );
  });

  it('closes the ledger: users, open services, objects without users and what reached none', () => {
    fc.assert(
      fc.property(plainYears, (year) => {
        const { costs } = forStage(year);
        const { lines, totals, ledgerOre } = cost(year);
        const all = [...costs.objects, ...costs.remainders].reduce((sum, one) => sum + one.amountOre, 0n);
        const of = (...kinds: string[]): bigint =>
          lines.reduce((sum, line) => (kinds.includes(line.kind) ? sum + line.amountOre : sum), 0n);
        expect(ledgerOre).toBe(all);
        expect(of('users')).toBe(totals.reduce((sum, { costOre }) => sum + costOre, 0n));
        expect(of('users', 'open', 'without-users', 'parked')).toBe(all);
      }),
      RUNS,
    );
  });

  it('does not depend on the order of rows, nor on how they are split', () => {
    fc.assert(
      fc.property(plainYears, fc.integer({ min: 1, max: 100 }), (year, seed) => {
        const split = year.records.flatMap((record, i): YearRecord[] =>
          record.parts < 2 || (i + seed) % 3 > 0
            ? [record]
            : [
                { ...record, parts: 1 },
                { ...record, parts: record.parts - 1 },
              ],
        );
        expect(bill({ ...year, records: split.reverse() })).toEqual(bill(year));
      }),
      RUNS,
    );
  });

  it('is the same when somebody comes who has nothing', () => {
    fc.assert(
      fc.property(plainYears, fc.constantFrom('a0', 'p55', 'z9'), (year, who) => {
        const before = forStage(year);
        const nothing = year.records[0] ?? { object: 0, month: 1 };
        const after = forStage({
          ...year,
          records: [...year.records, { ...nothing, person: who, parts: 0 }],
        });
        expect(readBill(costUsers(after).values.cells)).toEqual(readBill(costUsers(before).values.cells));
      }),
      RUNS,
    );
  });

  it('of two who turn out to be one is the sum of both, at each object to the øre', () => {
    fc.assert(
      fc.property(plainYears, (year) => {
        const one = (who: string): string => (who === 'p7' ? 'p3' : who);
        const need = new Map([...year.need].filter(([who]) => who !== 'p3' && who !== 'p7'));
        const apart = byObject(bill({ ...year, need, named: [] }));
        const records = year.records.map((record) => ({ ...record, person: one(record.person) }));
        const merged = byObject(bill({ ...year, records, need, named: [] }));
        for (const object of new Set([...apart.keys(), ...merged.keys()].map((key) => key.split('|')[1]))) {
          const both = (apart.get(`p3|${object}`) ?? 0n) + (apart.get(`p7|${object}`) ?? 0n);
          const difference = (merged.get(`p3|${object}`) ?? 0n) - both;
          expect(difference * difference <= 1n, `${object}: ${difference}`).toBe(true);
        }
      }),
      { numRuns: 2000 },
    );
  });

  it('is within an øre of the exact share of the pot, all strands together', () => {
    fc.assert(
      fc.property(plainYears, (whole) => {
        const year = { ...whole, named: [], need: new Map<string, number>() };
        const { cells } = cost(year);
        for (const [o, object] of cells.objects.entries()) {
          if (object.service === 'open') continue;
          const at = { from: cells.starts[o]!, to: cells.starts[o + 1]! };
          const sum = (column: (i: number) => bigint): bigint => {
            let all = 0n;
            for (let i = at.from; i < at.to; i++) all += column(i);
            return all;
          };
          const amount = (i: number) => cells.sharedOre.reduce((all, ore) => all + BigInt(ore[i]!), 0n);
          const weight = (i: number) => BigInt(cells.weight[i]!);
          const [pot, weights] = [sum(amount), sum(weight)];
          for (let i = at.from; i < at.to; i++) {
            const off = amount(i) * weights - pot * weight(i);
            expect((off < 0n ? -off : off) < weights).toBe(true);
          }
        }
      }),
      RUNS,
    );
  });
});

describe('the auditor', () => {
  it('tells an øre that is moved between two users', () => {
    const year: PlainYear = {
      costs: [[[2, 1000]], [], [], [], []],
      records: ['p1', 'p2', 'p3'].map((person) => ({ person, object: 0, month: 1, parts: 1 })),
      need: new Map(),
      named: [],
    };
    const { shared } = bill(year);
    const audit = new Map(billUsers(forAuditor(year)).shared);
    expect(shared).toEqual(audit);
    expect([...shared.values()]).toEqual([334n, 333n, 333n]);
    const [first, second] = [...shared.keys()];
    shared.set(first!, 333n).set(second!, 334n);
    expect(shared).not.toEqual(audit);
  });
});
