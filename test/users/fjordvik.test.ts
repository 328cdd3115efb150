// The users of the demonstration municipality: the ledger closes on them to the øre, and an independent checker agrees.

import { expect, it } from 'vitest';
import { generateFjordvik } from '../../src/demo/generate-fjordvik.ts';
import { sumOre } from '../../src/money/ore.ts';
import { verifyUsers } from '../../verify/users/users.ts';
import { costWorkspace, inFolders } from './costed-workspace.ts';

it('Fjordvik’s ledger = Σ users + open services + what reached none, object by object', async () => {
  await inFolders(1, async (dir = '') => {
    await generateFjordvik(dir);
    const { run, runDir } = await costWorkspace(dir);
    const { lines, totals, ledgerOre } = run.users;
    expect(ledgerOre).toBe(43_455_100_000n);
    expect(sumOre(lines.map(({ amountOre }) => amountOre))).toBe(ledgerOre);
    const users = lines.filter(({ kind }) => kind === 'users');
    expect(sumOre(totals.map(({ costOre }) => costOre))).toBe(
      sumOre(users.map(({ amountOre }) => amountOre)),
    );
    for (const { service, unit, level, amountOre } of run.costs.objects) {
      const own = lines.filter((line) => line.name === service && line.unit === unit && line.level === level);
      expect(sumOre(own.map((line) => line.amountOre)), `${service} ${unit} ${level}`).toBe(amountOre);
    }
    const homes = run.units.find(({ service, unit }) => service === 'group-home' && unit === 'group-homes')!;
    expect([homes.users, homes.parts]).toEqual([36, 13_140_000n]);
    expect(homes.unitCost!.num / homes.unitCost!.den / 100n).toBe(6_782n);
    const bought = lines.find(({ unit }) => unit === 'bought-places')!;
    expect(bought.directOre).toBe(bought.amountOre);
    expect((await verifyUsers(runDir, dir)).failures).toEqual([]);
  });
});
