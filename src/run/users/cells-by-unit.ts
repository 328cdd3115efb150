// What persons got at the units that answer for it: as organised now, at the heirs of units that have ended.

import type { Heir } from '../../model/model.ts';
import { apportion } from '../../money/apportion.ts';
import type { ActivityState, ObjectName } from '../../tables/activity.ts';
import type { Cube } from '../../tables/cube.ts';
import { keyOf, valuesInOrder } from '../../tables/keys.ts';

type Cell = { readonly object: ObjectName; readonly person: number; readonly month: number; parts: number[] };

/**
 * Cells of a unit that has ended go to its heirs; several heirs divide each cell by their weights, to the part of the
 * measure. Without heirs the cells are given back as they are.
 */
export function cellsByUnit(cells: Cube, heirs: ReadonlyMap<string, readonly Heir[]> | undefined): Cube {
  if (!heirs?.size) return cells;
  const states = Object.keys(cells.parts) as ActivityState[];
  const found = new Map<string, Cell>();
  for (const [o, object] of cells.objects.entries())
    for (let i = cells.starts[o]!; i < cells.starts[o + 1]!; i++) {
      const of = { person: cells.person[i]!, month: cells.month[i]! };
      const parts = states.map((state) => cells.parts[state]![i]!);
      for (const share of inherited(object, parts, heirs)) add(found, { ...of, ...share });
    }
  const inOrder = valuesInOrder(found);
  return fromCells(cells.persons, inOrder, states);
}

function inherited(
  object: ObjectName,
  parts: readonly number[],
  heirs: ReadonlyMap<string, readonly Heir[]>,
): Pick<Cell, 'object' | 'parts'>[] {
  const those = heirs.get(object.unit);
  if (!those) return [{ object, parts: [...parts] }];
  const weights = those.map(({ weight }) => weight);
  const keys = those.map(({ unit }) => unit);
  const divided = parts.map((sum) => apportion(BigInt(sum), weights, keys));
  return those.map(({ unit }, h) => ({
    object: { ...object, unit },
    parts: divided.map((each) => Number(each[h])),
  }));
}

function add(found: Map<string, Cell>, cell: Cell): void {
  const { service, unit, level } = cell.object;
  const numbers = [cell.person, cell.month].map((number) => String(number).padStart(10, '0'));
  const key = keyOf(service, unit, level, ...numbers);
  const before = found.get(key);
  if (before) before.parts = before.parts.map((sum, s) => sum + cell.parts[s]!);
  else found.set(key, cell);
}

function fromCells(
  persons: readonly string[],
  cells: readonly Cell[],
  states: readonly ActivityState[],
): Cube {
  const objects: ObjectName[] = [];
  const starts: number[] = [];
  for (const [i, { object }] of cells.entries()) {
    const last = objects.at(-1);
    if (last?.service === object.service && last.unit === object.unit && last.level === object.level)
      continue;
    objects.push(object);
    starts.push(i);
  }
  return {
    persons,
    objects,
    starts: Uint32Array.from([...starts, cells.length]),
    person: Uint32Array.from(cells, ({ person }) => person),
    month: Uint8Array.from(cells, ({ month }) => month),
    parts: Object.fromEntries(
      states.map((state, s) => [state, Float64Array.from(cells, ({ parts }) => parts[s]!)]),
    ),
  };
}
