// The quantities that financing used, each state by itself: by month, and in a month by activity record.

import { join } from 'node:path';
import { readSql } from '../../store/read-sql.ts';
import { readTable } from '../../store/result-files.ts';
import { QUANTITIES } from '../../tables/financing-results.ts';
import { wholeIn } from '../../tables/row-cells.ts';
import type { Row } from '../../tables/schema.ts';
import type { ExplainContext } from '../explain-context.ts';
import { sourceFile } from '../explain-pool.ts';
import { figureAddress } from '../figure-address.ts';
import { findName } from '../find-name.ts';
import { type ExplainLevel, type ExplainLine, largestFirst, levelOf, MOST_LINES } from '../level.ts';
import { readCertificate } from '../read-certificate.ts';
import { findMonth, monthLabel, readAddress } from './month-rows.ts';

const SUM = readSql(import.meta.url, '../volume-sum.sql');
const RECORDS = readSql(import.meta.url, '../volume-records.sql');

/** States that stand in the register record by record; the others follow from them, from places or the budget. */
const REGISTERED = ['granted', 'planned', 'delivered'];

const addressOf = (row: Row): string =>
  figureAddress(row['state'], row['service'], row['unit'], row['level']);

/** "delivered/home-nursing/sjosiden" by month, with "@4" by record. The amounts are parts of the measure, not øre. */
export async function explainQuantity(context: ExplainContext, text: string): Promise<ExplainLevel> {
  const { name, month } = readAddress(text);
  const rows = await readTable(context.db, context.runDir, QUANTITIES);
  findName('quantity', name, rows.map(addressOf));
  const own = rows.filter((row) => addressOf(row) === name);
  const head = {
    figure: `quantity:${text}`,
    title: `Quantity: ${name}, ${monthLabel(month)}`,
    rule: 'Parts of the measure: an hour has 36,000, anything else 1,000.',
  };
  if (month === undefined)
    return levelOf(
      head,
      own.map((row) => monthLine(row, name)),
    );
  findMonth(name, month, own);
  const row = own.find((one) => one['month'] === month)!;
  if (!REGISTERED.includes(String(row['state']))) return levelOf(head, [monthLine(row)]);
  return { ...head, totalOre: wholeIn(row, 'parts'), lines: await byRecord(context, row) };
}

const monthLine = (row: Row, name?: string): ExplainLine => ({
  label: monthLabel(Number(row['month'])),
  amountOre: wholeIn(row, 'parts'),
  ...(row['users'] === 0 ? {} : { detail: `${row['users']} persons` }),
  ...(name === undefined ? {} : { figure: `quantity:${name}@${row['month']}` }),
});

/** The largest records with file and row, and the rest as one line; together the quantity. */
async function byRecord(context: ExplainContext, row: Row): Promise<ExplainLine[]> {
  const [service, unit, level, state] = ['service', 'unit', 'level', 'state'].map((name) =>
    String(row[name]),
  );
  const month = Number(row['month']);
  const certificate = await readCertificate(context.runDir);
  const lines: ExplainLine[] = [];
  let records = 0n;
  for (const { snapshot, register, kind } of certificate.sources) {
    if (register !== 'activity' || kind !== state) continue;
    const folder = join(context.registersDir, snapshot);
    const tables = { records: join(folder, 'records.parquet'), objects: join(folder, 'objects.parquet') };
    const year = certificate.identity?.period?.year ?? 0;
    const where = { ...tables, service: service!, unit: unit!, level: level!, year, month };
    const [sum] = await context.db.rows<{ records: bigint }>(SUM, where);
    if (!sum || sum.records === 0n) continue;
    records += sum.records;
    const file = await sourceFile(context, snapshot);
    const largest = await context.db.rows<{ row: number; person: number | null; parts: bigint }>(
      RECORDS,
      where,
    );
    for (const record of largest)
      lines.push({
        label: `${file}, row ${record.row}`,
        amountOre: record.parts,
        ...(record.person === null ? {} : { detail: `person ${record.person} of the file` }),
      });
  }
  const shown = largestFirst(lines).slice(0, records > BigInt(MOST_LINES) ? MOST_LINES - 1 : MOST_LINES);
  const rest = wholeIn(row, 'parts') - shown.reduce((total, { amountOre }) => total + amountOre, 0n);
  const more = records - BigInt(shown.length);
  return [...shown, ...(more > 0n ? [{ label: `${more} more`, amountOre: rest }] : [])];
}
