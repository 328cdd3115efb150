// Cost per user from files to files, on a small municipality that has everything: invoices that name persons, need,
// levels, unused capacity, an open service, private care, last year.

import { appendFileSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { compare } from '../../src/money/fraction.ts';
import { sumOre } from '../../src/money/ore.ts';
import { openWorkspace } from '../../src/store/workspace.ts';
import { verifyUsers } from '../../verify/users/users.ts';
import { USERS, writeCareWorkspace } from './care-workspace.ts';
import { type Costed, costWorkspace, inFolders, userFiles } from './costed-workspace.ts';

const costCare = (options: Parameters<typeof writeCareWorkspace>[1] = {}): Promise<Costed> =>
  inFolders(1, async (dir = '') => {
    writeCareWorkspace(dir, options);
    return costWorkspace(dir);
  });

describe('a year of care', () => {
  it.each([1, 2, 3, 4, 5])(
    'closes the ledger, and every object is its users and nobody (seed %i)',
    async (seed) => {
      const { run } = await costCare({ seed });
      const { lines, ledgerOre, totals } = run.users;
      expect(ledgerOre).toBe(sumOre(run.costs.assignments.map(({ amountOre }) => amountOre)));
      expect(sumOre(lines.map(({ amountOre }) => amountOre))).toBe(ledgerOre);
      for (const { service, unit, level, amountOre } of run.costs.objects) {
        const own = lines.filter(
          (line) => line.name === service && line.unit === unit && line.level === level,
        );
        expect(sumOre(own.map((line) => line.amountOre))).toBe(amountOre);
      }
      const users = lines.filter(({ kind }) => kind === 'users');
      expect(sumOre(users.map(({ amountOre }) => amountOre))).toBe(
        sumOre(totals.map(({ costOre }) => costOre)),
      );
      expect(new Set(lines.map(({ kind }) => kind))).toEqual(
        new Set(['users', 'open', 'without-users', 'unused', 'parked', 'not-costed']),
      );
    },
  );

  it.each([1, 2, 3])('is what an independent checker finds (seed %i)', async (seed) => {
    await inFolders(1, async (dir = '') => {
      writeCareWorkspace(dir, { seed });
      const { runDir } = await costWorkspace(dir);
      expect((await verifyUsers(runDir, dir)).failures).toEqual([]);
    });
  });

  it('gives the same bytes when rows come in another order and in more files', async () => {
    await inFolders(2, async (one = '', other = '') => {
      writeCareWorkspace(one);
      writeCareWorkspace(other);
      const file = join(other, 'data', 'delivered.csv');
      const [head = '', ...rows] = readFileSync(file, 'utf8').trim().split('\n');
      const turned = rows.reverse();
      writeFileSync(file, [head, ...turned.slice(0, 100), ''].join('\n'));
      writeFileSync(join(other, 'data', 'delivered-2.csv'), [head, ...turned.slice(100), ''].join('\n'));
      const model = join(other, 'innsats.yaml');
      const text = readFileSync(model, 'utf8');
      writeFileSync(model, text.replace('files: data/delivered.csv', 'files: data/delivered*.csv'));
      expect(userFiles(await costWorkspace(other))).toEqual(userFiles(await costWorkspace(one)));
    });
  });

  it('is refused, with a remedy, where need weighs so finely that shares would be a guess', async () => {
    await inFolders(1, async (dir = '') => {
      writeCareWorkspace(dir);
      appendFileSync(join(dir, 'data', 'assessments.csv'), 'K-29;2025-01-31;;scale;1.333333333\n');
      await expect(costWorkspace(dir)).rejects.toThrow('the weights of "scale" have so many decimals');
    });
  });

  it('leaves an invoice with whom it names, whole where its pool goes to one object', async () => {
    const { run } = await costCare();
    const elsewhere = run.users.lines.find(({ unit }) => unit === 'elsewhere')!;
    const named = run.named.filter(({ unit }) => unit === 'elsewhere');
    expect(named).toHaveLength(1);
    expect(named[0]!.ends).toHaveLength(1);
    expect(elsewhere.directOre).toBe(sumOre(named[0]!.persons.map(({ amountOre }) => amountOre)));
    expect(elsewhere.users).toBe(2);
  });

  it('keeps a credit apart from another’s invoice, and gives each person both', async () => {
    const { run } = await costCare();
    const at = run.named.filter(({ pool, unit }) => pool === 'invoices' && unit === 'birch');
    const sums = at.map(({ persons }) => persons.map(({ amountOre }) => amountOre));
    // H-4 was charged 2,500 and credited 500: one sum a person and pool; H-6 was charged 777.77.
    expect(sums.flat().sort()).toEqual([200_000n, 77_777n]);
    const reached = sumOre(at.flatMap(({ ends }) => ends.map(({ amountOre }) => amountOre)));
    expect(reached).toBe(277_777n);
  });

  it('shows what users paid beside their cost, and takes none of it away', async () => {
    const { run } = await costCare();
    expect(run.users.totals.filter(({ feesOre }) => feesOre !== 0n).map(({ feesOre }) => feesOre)).toEqual([
      -120_000n,
    ]);
    const north = run.units.find(({ service, unit }) => service === 'home-care' && unit === 'north')!;
    expect(north.feesOre).toBe(-120_000n);
    expect(sumOre(run.gross.map(({ amountOre }) => amountOre))).toBe(run.users.ledgerOre);
    expect(run.gross.map(({ kind }) => kind)).toEqual(['expense', 'sales', 'income', 'fees']);
  });

  it('refuses a model in which fees would lower anybody’s cost', async () => {
    const users = USERS.replace('user-fees', 'goods');
    await expect(costCare({ users })).rejects.toThrow('the pool "goods" holds what users pay');
  });

  it('weighs by need where the model says so, and only there', async () => {
    const [weighed, alike] = [await costCare(), await costCare({ users: '\n  jump: 10 %\n' })];
    const of = ({ run }: Costed, service: string): bigint[] => {
      const { cells } = run.users;
      return cells.objects.flatMap((object, o) =>
        object.service === service
          ? [...cells.weight.subarray(cells.starts[o]!, cells.starts[o + 1]!)].map(BigInt)
          : [],
      );
    };
    const unit = BigInt(weighed.run.users.needUnit);
    expect(unit).toBe(20n); // weights of 1.0 to 1.6 and of 2.25
    expect(of(weighed, 'group-home')).toEqual(of(alike, 'group-home').map((weight) => weight * unit));
    expect(of(weighed, 'home-care')).not.toEqual(of(alike, 'home-care').map((weight) => weight * unit));
  });

  it('compares with last year, where a run of it is at hand, and every change sums', async () => {
    await inFolders(2, async (before = '', now = '') => {
      writeCareWorkspace(before, { year: 2024 });
      writeCareWorkspace(now, { year: 2025 });
      const last = await costWorkspace(before);
      const { run } = await costWorkspace(now, [openWorkspace(before)]);
      const compared = run.units.filter((unit) => unit.last);
      expect(compared.length).toBeGreaterThan(5);
      for (const { costOre, last: then } of compared) {
        const { volumeOre, mixOre, priceOre } = then!.change;
        expect(volumeOre + mixOre + priceOre).toBe(costOre - then!.costOre);
      }
      const flows = run.flows!;
      const count = (pick: (flow: (typeof flows)[number]) => boolean): number =>
        flows.filter(pick).reduce((sum, { users }) => sum + users, 0);
      expect(count(({ from }) => from.length > 0)).toBe(last.run.users.totals.length);
      expect(count(({ to }) => to.length > 0)).toBe(run.users.totals.length);
      expect(sumOre(flows.map(({ toOre }) => toOre))).toBe(
        sumOre(run.users.totals.map(({ costOre }) => costOre)),
      );
      expect(sumOre(flows.map(({ fromOre }) => fromOre))).toBe(
        sumOre(last.run.users.totals.map(({ costOre }) => costOre)),
      );
    });
  });

  it('keeps cost per granted and per delivered hour', async () => {
    const { run } = await costCare({ volumes: 'granted', users: '\n  jump: 10 %\n' });
    const of = run.units.filter(({ service, unit }) => service === 'home-care' && unit === '');
    const all = of.find(({ provision }) => provision === '')!;
    expect(all.grantedParts > all.deliveredParts).toBe(true);
    expect(compare(all.perGranted!, all.perDelivered!)).toBeLessThan(0);
    expect(all.unitCost).toEqual(all.perGranted);
  });

  it('reconciles with the national accounts, line by line', async () => {
    const { run } = await costCare();
    expect(run.rows.map(({ name }) => name)).toEqual(['234', '254', '257']);
    for (const { ledgerOre, costingOre, lines } of run.rows) {
      expect(ledgerOre + sumOre(lines.map(({ amountOre }) => amountOre))).toBe(costingOre);
      const rounding = lines.find(({ kind }) => kind === 'rounding')?.amountOre ?? 0n;
      expect(rounding * rounding < 100n).toBe(true);
    }
  });

  it('lists users whose wages are above the threshold, and none who is too old', async () => {
    const users = USERS.replace('threshold: 300 000', 'threshold: 5 000');
    const { run } = await costCare({ users });
    expect(run.intensive!.length).toBeGreaterThan(5);
    for (const { birthYear, wagesOre, aboveOre, claimOre } of run.intensive!) {
      expect(birthYear === 0 || 2025 - birthYear < 67).toBe(true);
      expect(aboveOre).toBe(wagesOre - 500_000n);
      expect(claimOre).toBe((aboveOre * 8n + 5n) / 10n);
    }
  });

  it('writes what is about persons, or about few, in a folder of its own', async () => {
    const files = await inFolders(1, async (dir = '') => {
      writeCareWorkspace(dir);
      return userFiles(await costWorkspace(dir));
    });
    for (const [name, text] of files) {
      const isApart = name.startsWith('not-for-publication');
      expect(text.includes(',not for publication'), name).toBe(isApart);
      if (!isApart) expect(text).not.toMatch(/[pul][0-9a-f]{32}/);
    }
    expect([...files.keys()].filter((name) => !name.startsWith('not-for-publication'))).toContain(
      'user_gross.csv',
    );
  });
});
