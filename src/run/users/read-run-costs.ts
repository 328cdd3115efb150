// What a run found every object to cost, strand by strand, read back from its tables.

import { fraction } from '../../money/fraction.ts';
import type { Db } from '../../store/db.ts';
import { readTable } from '../../store/result-files.ts';
import { partsPerMeasure } from '../../tables/activity.ts';
import type { Assignment, CostObject, ObjectCost, Remainder } from '../../tables/costs.ts';
import { type Network, type NetworkNode, nodeKey, type Strand } from '../../tables/network.ts';
import { ASSIGNMENTS, UNIT_COSTS } from '../../tables/results.ts';
import { accountIn, strandIn, textIn, wholeIn } from '../../tables/row-cells.ts';
import type { Row } from '../../tables/schema.ts';
import { readBook } from '../run-book.ts';

/** The costing of a run without its flows, with the network that it was solved on. */
export type RunCosts = {
  readonly network: Network;
  readonly objects: readonly CostObject[];
  readonly remainders: readonly Remainder[];
  readonly assignments: readonly RunAssignment[];
};

/** An assignment with the strand that its postings are of. */
export type RunAssignment = Assignment & { readonly strand: Strand };

/** The run in `runDir`. @throws when its tables are not there. */
export async function readRunCosts(db: Db, runDir: string): Promise<RunCosts> {
  const book = await readBook(db, runDir);
  const ends = Map.groupBy(book.ends, ({ node }) => node);
  const costsOf = (node: string): ObjectCost[] =>
    (ends.get(node) ?? []).map(({ strand, amountOre }) => ({ strand, amountOre }));
  const objects = (await readTable(db, runDir, UNIT_COSTS)).map((row) =>
    costObject(
      row,
      costsOf(nodeKey('object', textIn(row, 'service'), textIn(row, 'unit'), textIn(row, 'level'))),
    ),
  );
  const remainders = [...book.nodes.values()].filter(isRemainder).flatMap((node): Remainder[] => {
    const costs = costsOf(node.key);
    if (costs.length === 0) return [];
    const { kind, name, unit } = node;
    return [{ kind, name, unit, costs, amountOre: costs.reduce((sum, cost) => sum + cost.amountOre, 0n) }];
  });
  const assignments = (await readTable(db, runDir, ASSIGNMENTS)).map(assignmentOf);
  return { network: book.network, objects, remainders, assignments };
}

function costObject(row: Row, costs: readonly ObjectCost[]): CostObject {
  const measure = textIn(row, 'measure');
  const [parts, amountOre] = [wholeIn(row, 'parts'), wholeIn(row)];
  const object = {
    service: textIn(row, 'service'),
    unit: textIn(row, 'unit'),
    level: textIn(row, 'level'),
    ...{ measure, parts, amountOre, costs },
  };
  if (parts === 0n || measure === '') return object;
  return { ...object, unitCost: fraction(amountOre * partsPerMeasure(measure), parts) };
}

const isRemainder = (node: NetworkNode): node is NetworkNode & { readonly kind: Remainder['kind'] } =>
  node.kind === 'unused' || node.kind === 'parked' || node.kind === 'not-costed' || node.kind === 'external';

const assignmentOf = (row: Row): RunAssignment => ({
  ...accountIn(row),
  unit: textIn(row, 'unit'),
  pool: textIn(row, 'pool'),
  nature: textIn(row, 'nature'),
  rows: Number(row['rows']),
  amountOre: wholeIn(row),
  alsoFits: textIn(row, 'also_fits'),
  strand: strandIn(row),
});
