// A cube in memory from volumes: each divided among a few persons, for tests of what is done with a cube.

import type { ActivityState, Volume } from '../../src/tables/activity.ts';
import type { Cube } from '../../src/tables/cube.ts';
import type { Random } from '../auditor/generate-network.ts';

/** Records of one person, object and month; parts by state. */
export type PersonRecord = Pick<Volume, 'service' | 'unit' | 'level' | 'month' | 'state' | 'parts'> & {
  readonly person: string;
};

/** Volumes of a year divided among persons "p1" to "p9" and nobody, each as `random` says. */
export function dividedAmongPersons(
  random: Random,
  volumes: readonly Volume[],
  year: number,
): PersonRecord[] {
  return volumes
    .filter((volume) => volume.year === year)
    .flatMap(({ service, unit, level, month, state, parts }) => {
      const records: PersonRecord[] = [];
      for (let left = parts; left > 0n; ) {
        const taken = random.chance(30) ? left : 1n + random.big(left);
        const person = random.chance(10) ? '' : `p${1 + random.below(9)}`;
        records.push({ service, unit, level, month, state, person, parts: taken });
        left -= taken;
      }
      return records;
    });
}

/** The cube of records, by the contract of `Cube` and nothing else. */
export function cubeOf(records: readonly PersonRecord[]): Cube {
  const objectKey = ({ service, unit, level }: PersonRecord): string => [service, unit, level].join('\u0000');
  const objects = new Map(records.map((record) => [objectKey(record), record]));
  const keys = [...objects.keys()].sort();
  const persons = [...new Set(records.map(({ person }) => person))].sort();
  const cellKey = (record: PersonRecord): string =>
    [keys.indexOf(objectKey(record)), persons.indexOf(record.person), record.month]
      .map((number) => String(number).padStart(9, '0'))
      .join(' ');
  const cells = [...Map.groupBy(records, cellKey)].sort(([a], [b]) => (a < b ? -1 : 1));
  const numbers = cells.map(([key]) => key.split(' ').map(Number));
  const starts = keys.map((_, o) => numbers.filter(([object]) => object! < o).length);
  const states = [...new Set(records.map(({ state }) => state))];
  const column = (state: ActivityState): Float64Array =>
    Float64Array.from(cells, ([, found]) =>
      found.reduce((sum, record) => (record.state === state ? sum + Number(record.parts) : sum), 0),
    );
  return {
    persons,
    objects: keys.map((key) => {
      const { service, unit, level } = objects.get(key)!;
      return { service, unit, level };
    }),
    starts: Uint32Array.from([...starts, cells.length]),
    person: Uint32Array.from(numbers, ([, person]) => person!),
    month: Uint8Array.from(numbers, ([, , month]) => month!),
    parts: Object.fromEntries(states.map((state) => [state, column(state)])),
  };
}
