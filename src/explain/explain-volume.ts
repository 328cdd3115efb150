// A cost object's volume by month, and a month's by activity record. Lines are in parts of the measure; nothing here
// is money, and persons are shown by pseudonym number only.

import { join } from 'node:path';
import { readSql } from '../store/read-sql.ts';
import { readTable } from '../store/result-files.ts';
import { VOLUMES } from '../tables/results.ts';
import { wholeIn } from '../tables/row-cells.ts';
import type { Row } from '../tables/schema.ts';
import type { ExplainContext } from './explain-context.ts';
import { sourceFile } from './explain-pool.ts';
import { objectAddress } from './figure-address.ts';
import { findName } from './find-name.ts';
import { type ExplainLevel, type ExplainLine, largestFirst, levelOf, MOST_LINES } from './level.ts';
import { readCertificate } from './read-certificate.ts';

/**
 * "home-nursing/sjosiden" by state and month; "home-nursing/sjosiden@3" by record, or "…@granted-3" where there is more
 * than one state. The amounts are parts, not øre.
 */
export async function explainVolume(context: ExplainContext, address: string): Promise<ExplainLevel> {
  const [object = '', month] = address.split('@');
  const rows = await readTable(context.db, context.runDir, VOLUMES);
  findName('volume', object, rows.map(objectAddress));
  const own = rows.filter((row) => objectAddress(row) === object);
  const hasStates = new Set(own.map((row) => row['state'])).size > 1;
  const monthOf = (row: Row): string =>
    hasStates ? `${row['state']}-${row['month']}` : String(row['month']);
  if (month !== undefined) {
    findName(
      'volume',
      address,
      own.map((row) => `${object}@${monthOf(row)}`),
    );
    const ofMonth = own.filter((row) => monthOf(row) === month);
    return byRecord(context, ofMonth, address);
  }
  const lines = own.map(
    (row): ExplainLine => ({
      label: `${row['state']}, ${row['month'] === 0 ? `year ${row['year']}` : `month ${row['month']}`}`,
      amountOre: wholeIn(row, 'parts'),
      detail: `${row['rows']} records`,
      figure: `volume:${object}@${monthOf(row)}`,
    }),
  );
  const head = {
    figure: `volume:${object}`,
    title: `Volume of ${object}`,
    rule: 'Parts of the measure (an hour has 36,000, anything else 1,000), by month.',
  };
  return levelOf(head, lines);
}

/** The records of one object, state and month. */
async function byRecord(
  context: ExplainContext,
  rows: readonly Row[],
  address: string,
): Promise<ExplainLevel> {
  const object = rows[0]!;
  const [state, month] = [String(object['state']), Number(object['month'])];
  const lines: ExplainLine[] = [];
  let totalParts = 0n;
  let records = 0n;
  const certificate = await readCertificate(context.runDir);
  for (const { snapshot, register, kind } of certificate.sources) {
    if (register !== 'activity' || kind !== state) continue;
    const folder = join(context.registersDir, snapshot);
    const where = {
      records: join(folder, 'records.parquet'),
      objects: join(folder, 'objects.parquet'),
      service: String(object['service']),
      unit: String(object['unit']),
      level: String(object['level']),
      year: certificate.years.cost,
      month,
    };
    const [sum] = await context.db.rows<{ records: bigint; parts: bigint }>(
      readSql(import.meta.url, 'volume-sum.sql'),
      where,
    );
    if (!sum || sum.records === 0n) continue;
    totalParts += sum.parts;
    records += sum.records;
    const file = await sourceFile(context, snapshot);
    const largest = await context.db.rows<{ row: number; person: number | null; parts: bigint }>(
      readSql(import.meta.url, 'volume-records.sql'),
      where,
    );
    for (const { row, person, parts } of largest)
      lines.push({
        label: `${file}, row ${row}`,
        amountOre: parts,
        ...(person === null ? {} : { detail: `person ${person} of the file` }),
      });
  }
  const takenOver = volumeIn(rows) - totalParts;
  const shown = largestFirst(lines).slice(0, records > BigInt(MOST_LINES) ? MOST_LINES - 1 : MOST_LINES);
  const rest = totalParts - shown.reduce((sum, { amountOre }) => sum + amountOre, 0n);
  const more = records - BigInt(shown.length);
  return {
    figure: `volume:${address}`,
    title: `Volume of ${objectAddress(object)}, ${state}, ${month === 0 ? 'the year' : `month ${month}`}`,
    rule: `Parts of the measure by activity record, ${records} records.`,
    totalOre: totalParts + takenOver,
    lines: [
      ...shown,
      ...(more > 0n ? [{ label: `${more} more`, amountOre: rest }] : []),
      ...(takenOver === 0n ? [] : [{ label: 'of units that it took over from', amountOre: takenOver }]),
    ],
  };
}

/** All that an object was given in a month, as the run has it: its own, and what units that have ended left it. */
const volumeIn = (rows: readonly Row[]): bigint => rows.reduce((sum, row) => sum + wholeIn(row, 'parts'), 0n);
