// Writes a ledger as a SIE file of type 4E in code page 437, as Swedish accounting systems export it: chart of accounts,
// vouchers that balance, the year's results.

import { type FileHandle, open } from 'node:fs/promises';
import iconv from 'iconv-lite';
import { byKey } from '../money/apportion.ts';
import type { LedgerLine } from './ledger-line.ts';

/** K cost, I income, T asset, S debt. */
export type SieAccount = { readonly name: string; readonly type: 'K' | 'I' | 'T' | 'S' };

export type SieFile = {
  readonly name: string;
  /** Such as "212000-0142". */
  readonly organisation: string;
  readonly year: number;
  /** What the lines' accounts are called and are; an account that is not here stands without #KONTO. */
  readonly accounts: ReadonlyMap<string, SieAccount>;
  /** What every voucher is paid from, so that it balances. */
  readonly counterAccount: string;
};

/** The dimension that the function travels in: a free number, since the standard has none for it. */
export const FUNCTION_DIMENSION = '20';

/** Lines of a month that share a voucher. */
const VOUCHER_LINES = 50;
const FLUSH_AT = 1 << 16;

/**
 * Writes the lines in the order given, without holding them; consecutive ones of a month share vouchers. A line without
 * an own account stands on its article. #RES follows the vouchers, since it is known only then.
 */
export async function writeSie(path: string, file: SieFile, lines: Iterable<LedgerLine>): Promise<void> {
  const handle = await open(path, 'w');
  let pending = '';
  try {
    for (const text of sieLines(file, lines)) {
      pending += `${text}\r\n`;
      if (pending.length > FLUSH_AT) {
        await flush(handle, pending);
        pending = '';
      }
    }
    await flush(handle, pending);
  } finally {
    await handle.close();
  }
}

/** ø, which code page 437 does not have, is written ö. */
const flush = async (handle: FileHandle, text: string): Promise<void> =>
  handle.writeFile(iconv.encode(text.replaceAll('ø', 'ö').replaceAll('Ø', 'Ö'), 'cp437'));

/** The lines of the file, without their ends. */
function* sieLines(file: SieFile, lines: Iterable<LedgerLine>): Generator<string> {
  yield* head(file);
  const results = new Map<string, bigint>();
  let [voucher, number]: [LedgerLine[], number] = [[], 0];
  for (const line of lines) {
    if (voucher.length === VOUCHER_LINES || (voucher[0] && voucher[0].month !== line.month)) {
      number += 1;
      yield* voucherLines(file, voucher, number);
      voucher = [];
    }
    voucher.push(line);
    const account = accountOf(line);
    results.set(account, (results.get(account) ?? 0n) + line.amountOre);
  }
  if (voucher.length > 0) yield* voucherLines(file, voucher, number + 1);
  for (const [account, amount] of [...results].sort(([a], [b]) => byKey(a, b)))
    if (/[KI]/.test(file.accounts.get(account)?.type ?? 'K')) yield `#RES 0 ${account} ${kronor(amount)}`;
}

function* head({ name, organisation, year, accounts }: SieFile): Generator<string> {
  yield '#FLAGGA 0';
  yield '#PROGRAM "Innsats" 1.0';
  yield '#FORMAT PC8';
  yield `#GEN ${year}1231`;
  yield '#SIETYP 4';
  yield `#ORGNR ${organisation}`;
  yield `#FNAMN ${quoted(name)}`;
  yield `#RAR 0 ${year}0101 ${year}1231`;
  for (const [account, { name: called, type }] of [...accounts].sort(([a], [b]) => byKey(a, b))) {
    yield `#KONTO ${account} ${quoted(called)}`;
    yield `#KTYP ${account} ${type}`;
  }
  yield '#DIM 1 "Kostnadsställe"';
  yield '#DIM 2 "Kostnadsbärare"';
  yield `#DIM ${FUNCTION_DIMENSION} "Verksamhet"`;
}

function* voucherLines(file: SieFile, lines: readonly LedgerLine[], number: number): Generator<string> {
  const month = String(lines[0]!.month).padStart(2, '0');
  const total = lines.reduce((sum, { amountOre }) => sum + amountOre, 0n);
  yield `#VER A ${number} ${file.year}${month}28 ""`;
  yield '{';
  for (const line of lines)
    yield `#TRANS ${accountOf(line)} ${objectList(line)} ${kronor(line.amountOre)} "" ${quoted(line.text)}`;
  yield `#TRANS ${file.counterAccount} {} ${kronor(-total)}`;
  yield '}';
}

const accountOf = ({ account, article }: LedgerLine): string => account || article;

function objectList({ responsibility, object = '', function: code }: LedgerLine): string {
  const pairs = [
    ...(responsibility === '' ? [] : [`1 ${quoted(responsibility)}`]),
    ...(object === '' ? [] : [`2 ${quoted(object)}`]),
    ...(code === '' ? [] : [`${FUNCTION_DIMENSION} ${quoted(code)}`]),
  ];
  return `{${pairs.join(' ')}}`;
}

/** A field in quotation marks, which get a backslash within it; line breaks become blanks, and one hides a last backslash. */
const quoted = (text: string): string =>
  `"${text
    .replace(/[\r\n\t]+/g, ' ')
    .replaceAll('"', '\\"')
    .replace(/\\$/, '\\ ')}"`;

/** −21250n → "-212.50". */
function kronor(amountOre: bigint): string {
  const digits = String(amountOre < 0n ? -amountOre : amountOre).padStart(3, '0');
  return `${amountOre < 0n ? '-' : ''}${digits.slice(0, -2)}.${digits.slice(-2)}`;
}
