// A file as it lies in the inbox: its bytes, and beside them what it is known to hold, or what is wrong with it.

import { createHash } from 'node:crypto';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { LedgerLine } from '../../src/demo/ledger-line.ts';
import { writeSaft } from '../../src/demo/write-saft.ts';
import { type SieAccount, writeSie } from '../../src/demo/write-sie.ts';
import { writeLedgerXlsx } from '../../src/demo/write-xlsx.ts';
import { type Books, SERVICES, type Visit, YEAR } from './books.ts';

/** The forms that a ledger comes in, as the ends of their files' names. */
export const LEDGER_FORMS = ['csv', 'xlsx', 'xml', 'se'] as const;
export type LedgerForm = (typeof LEDGER_FORMS)[number];
/** visits.csv stands for the care system's file. */
export type Form = LedgerForm | 'visits.csv';

/** `cut off` ends within a row; `encoding`: Latin-1 that is declared to be UTF-8. Both must be refused wherever they are read. */
export type Flaw = 'cut off' | 'encoding';

export type DeliveredFile = {
  readonly form: Form;
  readonly part: number;
  readonly bytes: Buffer;
  readonly sha256: string;
  /** What is to come into force with it. */
  readonly lines: readonly LedgerLine[];
  readonly visits: readonly Visit[];
  readonly flaw?: Flaw;
};

/** The file that a system exports of a part of the year; in øre instead of kroner, where `isInOre`, which only a size can tell. */
export async function exportFile(books: Books, form: Form, isInOre = false): Promise<DeliveredFile> {
  const lines = books.lines.map((line) => ({ ...line, amountOre: line.amountOre * (isInOre ? 100n : 1n) }));
  const bytes = form === 'visits.csv' ? visitsText(books) : await ledgerBytes(books.part, lines, form);
  return {
    ...{ form, part: books.part, bytes, sha256: sha256(bytes) },
    lines: form === 'visits.csv' ? [] : lines,
    visits: form === 'visits.csv' ? books.visits : [],
  };
}

/** The file as it arrives broken. Only text of our own encoding can come in a wrong one. */
export function broken(file: DeliveredFile, flaw: Flaw): DeliveredFile {
  const isText = file.form === 'csv' || file.form === 'visits.csv';
  const bytes =
    flaw === 'encoding' && isText
      ? Buffer.from(file.bytes.toString('utf8'), 'latin1')
      : cut(file.bytes, isText);
  return { ...file, bytes, sha256: sha256(bytes), flaw };
}

/** Text ends within the first cell of its last row; the rest at half of it. */
function cut(bytes: Buffer, isText: boolean): Buffer {
  if (!isText) return bytes.subarray(0, bytes.length >> 1);
  return bytes.subarray(0, bytes.lastIndexOf('\n', bytes.length - 2) + 3);
}

const sha256 = (bytes: Buffer): string => createHash('sha256').update(bytes).digest('hex');
const twoDigits = (number: number): string => String(number).padStart(2, '0');

function visitsText({ visits }: Books): Buffer {
  const rows = visits.map(
    ({ person, service, unit, month, day, minutes }) =>
      `${person};${SERVICES.get(service)};${unit};${YEAR}-${twoDigits(month)}-${twoDigits(day)};${minutes}`,
  );
  return Buffer.from(`${['pnr;tjeneste på vedtak;enhet;dato;minutter', ...rows].join('\n')}\n`);
}

async function ledgerBytes(part: number, lines: readonly LedgerLine[], form: LedgerForm): Promise<Buffer> {
  if (form === 'csv') return ledgerText(lines);
  const dir = mkdtempSync(join(tmpdir(), 'innsats-export-'));
  const path = join(dir, `ledger.${form}`);
  try {
    if (form === 'xlsx') await writeLedgerXlsx(path, lines, YEAR);
    // Each part is the whole year of a company of its own, since two files of one company would overlap.
    const name = 'Lillevik';
    if (form === 'xml')
      await writeSaft(path, { organisation: `9900000${twoDigits(part)}`, name, year: YEAR, lines });
    if (form === 'se') {
      const organisation = `212000-01${twoDigits(part)}`;
      await writeSie(
        path,
        { ...{ organisation, name, year: YEAR, counterAccount: '1930' }, accounts: CHART },
        lines,
      );
    }
    return readFileSync(path);
  } finally {
    rmSync(dir, { recursive: true });
  }
}

const CHART: ReadonlyMap<string, SieAccount> = new Map([['1930', { name: 'Bank', type: 'T' }]]);

function ledgerText(lines: readonly LedgerLine[]): Buffer {
  const rows = lines.map((line) => {
    const kroner = `${line.amountOre / 100n === 0n && line.amountOre < 0n ? '-' : ''}${line.amountOre / 100n}`;
    const ore = twoDigits(Number((line.amountOre < 0n ? -line.amountOre : line.amountOre) % 100n));
    const date = `${YEAR}-${twoDigits(line.month)}-01`;
    return `${line.responsibility};${line.function};${line.article};${date};${kroner},${ore};${line.text}`;
  });
  return Buffer.from(`${['Ansvar;Funksjon;Art;Dato;Beløp;Tekst', ...rows].join('\n')}\n`);
}
