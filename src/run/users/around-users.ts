// What stands around users in the register in force: assessed need, inhabitants and places. None of it is part of a
// costing run; which files were read is in the certificate of the users.

import { placesByUnit } from '../../model/inherited-circumstances.ts';
import type { Model } from '../../model/model.ts';
import { placeDays } from '../../registers/circumstances/circumstance-totals.ts';
import { assessments, people } from '../../registers/inhabitants/people.ts';
import { readRegister } from '../../registers/register.ts';
import type { Db } from '../../store/db.ts';
import { DISK } from '../../store/file-operations.ts';
import type { Workspace } from '../../store/workspace.ts';
import type { Assessment, Person } from '../../tables/people.ts';
import { dayOf } from '../../time/days.ts';

/** `places`: place-days of the year by unit. `sources`: hashes of the snapshots that were read. */
export type Around = {
  readonly people: readonly Person[];
  readonly assessments: readonly Assessment[];
  readonly places: ReadonlyMap<string, bigint>;
  readonly sources: readonly string[];
};

/** Reads the register in force. @throws WorkspaceError when a snapshot is damaged. */
export async function readAround(db: Db, workspace: Workspace, model: Model): Promise<Around> {
  const { register } = await readRegister(workspace, DISK);
  const year = model.years.cost;
  const used = register.snapshots.filter(
    (snapshot) => snapshot.register === 'people' || snapshot.kind === 'capacity',
  );
  return {
    people: (await people(db, register)).people,
    assessments: await assessments(db, register),
    places: await placesOfYear(db, register, model, year),
    sources: used.map(({ hash }) => hash).sort(),
  };
}

/** Place-days from the register; for units that it does not have, the column "places" of units.csv, all year. */
async function placesOfYear(
  db: Db,
  register: Parameters<typeof placeDays>[1],
  model: Model,
  year: number,
): Promise<Map<string, bigint>> {
  const days = BigInt(dayOf(year + 1, 1, 1) - dayOf(year, 1, 1));
  const places = new Map<string, bigint>();
  for (const { id, columns } of model.units) {
    const stated = columns.get('places');
    if (stated && stated.num > 0n) places.set(id, (stated.num * days) / stated.den);
  }
  const counted = Map.groupBy(
    placesByUnit(model, await placeDays(db, register, { year })),
    ({ unit }) => unit,
  );
  for (const [unit, months] of counted)
    places.set(
      unit,
      months.reduce((sum, { openDays }) => sum + openDays, 0n),
    );
  return places;
}
