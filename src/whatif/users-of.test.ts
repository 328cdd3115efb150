import { describe, expect, it } from 'vitest';
import { randomFrom } from '../../test/auditor/generate-network.ts';
import { generateMunicipality } from '../../test/support/generate-municipality.ts';
import { exact } from '../../test/support/hand-made-model.ts';
import { smallSheet } from '../../test/support/small-sheet.ts';
import { sheetOf } from '../../test/support/what-if.ts';
import type { NeedWeights, UserCells } from '../tables/users.ts';
import { costUsers } from '../users/cost-users.ts';
import { withChanges } from './change-sheet.ts';
import type { Sheet } from './sheet.ts';
import { usersOf } from './users-of.ts';

const NURSING = { service: 'home-nursing', unit: 'sjosiden', level: '' };

/** Person → øre, all strands together. */
const oreByPerson = ({ persons, person, sharedOre, directOre }: UserCells): Record<string, number> =>
  Object.fromEntries(
    [...person].map((p, i) => [
      persons[p] || '-',
      [...sharedOre, ...directOre].reduce((sum, column) => sum + column[i]!, 0),
    ]),
  );

describe('the users of an object', () => {
  const sheet = smallSheet();

  it('share its cost by what they got: two thirds and one third of 874 848,49 kroner', () => {
    expect(oreByPerson(usersOf(sheet, NURSING)!)).toEqual({ p1: 58_323_233, p2: 29_161_616 });
  });
  it('share what it costs after a change', () => {
    const fte = { kind: 'column', unit: 'sjosiden', column: 'fte', quantity: exact(0) } as const;
    const { sheet: without } = withChanges(sheet, [fte]);
    // 750 000 of its own wages and two thirds of 100 000 for the nights
    expect(oreByPerson(usersOf(without!, NURSING)!)).toEqual({ p1: 54_444_445, p2: 27_222_222 });
  });
  it('weigh what their need does, month by month', () => {
    const p2 = sheet.ground.cube.persons.indexOf('p2');
    const services = new Set(['home-nursing']);
    const need: NeedWeights = { unit: 1, services, of: (person) => (person === p2 ? 2 : 1), assessed: 1 };
    expect(oreByPerson(usersOf(sheet, NURSING, { need })!)).toEqual({ p1: 43_742_425, p2: 43_742_424 });
  });
  it('are nobody where the service is open, whatever its records say', () => {
    const meeting = { service: 'meeting-place', unit: 'day-centre', level: '' };
    expect(oreByPerson(usersOf(sheet, meeting)!)).toEqual({ '-': 6_200_000 });
    const { cube } = sheet.ground;
    const day = cube.objects.findIndex(({ service }) => service === 'day-care');
    const named = { ...cube, objects: cube.objects.with(day, meeting) };
    expect(oreByPerson(usersOf({ ...sheet, ground: { ...sheet.ground, cube: named } }, meeting)!)).toEqual({
      '-': 6_200_000,
    });
  });
  it('are undefined where there is no such object, or persons are not known of all its quantity', () => {
    expect(usersOf(sheet, { ...NURSING, unit: 'nowhere' })).toBeUndefined();
    const { cube } = sheet.ground;
    const less = { ...cube, parts: { delivered: cube.parts.delivered!.map((parts) => parts - 1) } };
    expect(usersOf({ ...sheet, ground: { ...sheet.ground, cube: less } }, NURSING)).toBeUndefined();
  });
});

describe('on generated municipalities', () => {
  /** Every user of every object by the stage that costs all of them at once. */
  function allAtOnce({ model, costs, ground }: Sheet): Map<string, Record<string, number>> {
    const { cube } = ground;
    const parts = Object.entries(cube.parts).map(([state, column]) => [state, Float64Array.from(column)]);
    const activity = { ...cube, parts: Object.fromEntries(parts) };
    const { cells } = costUsers({ model, costs, activity, named: [] }).values;
    return new Map(
      cells.objects.map((object, o) => {
        const [from, to] = [cells.starts[o]!, cells.starts[o + 1]!];
        const cut = (column: Float64Array): Float64Array => column.subarray(from, to);
        const of = {
          ...cells,
          person: cells.person.subarray(from, to),
          sharedOre: cells.sharedOre.map(cut),
          directOre: cells.directOre.map(cut),
        };
        return [Object.values(object).join('/'), oreByPerson(of)];
      }),
    );
  }

  it('one object looked at alone has the users that it has among all', () => {
    let seen = 0;
    for (let seed = 1; seed <= 40; seed++) {
      const sheet = sheetOf(generateMunicipality(seed), randomFrom(seed));
      if (!sheet) continue;
      const all = allAtOnce(sheet);
      for (const { service, unit, level } of sheet.costs.objects) {
        const alone = usersOf(sheet, { service, unit, level });
        const key = [service, unit, level].join('/');
        expect(alone && oreByPerson(alone), `seed ${seed}, ${key}`).toEqual(all.get(key));
        seen += 1;
      }
    }
    expect(seen).toBeGreaterThan(100);
  });
});
