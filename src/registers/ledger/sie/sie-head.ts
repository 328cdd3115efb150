// What a SIE file says about itself before and between its amounts: its type, fiscal years, chart of accounts and
// dimensions. Labels after SIE file format 4B.

import type { SieLine } from './split-line.ts';

/** First and last day as "20250101". */
export type FiscalYear = { readonly from: string; readonly to: string };

/** Filled while the file is read. Texts are decoded; account numbers and dimensions are as written. */
export type SieHead = {
  /** #SIETYP, such as "4". */
  type?: string;
  /** #VALUTA, such as "SEK". */
  currency?: string;
  organisation?: string;
  /** #RAR: year number ("0", "-1") → its first and last day. */
  readonly years: Map<string, FiscalYear>;
  readonly declared: Set<string>;
  /** #KTYP: account → T asset, S debt, K cost, I income. */
  readonly types: Map<string, string>;
  /** #UNDERDIM: dimension → the one above it. */
  readonly above: Map<string, string>;
  objects: number;
  /** Labels that SIE does not know, with how often they stand. */
  readonly unknown: Map<string, number>;
  labels: number;
  /** #KSUMMA: how often it stands; it opens and closes what is summed. */
  checksums: number;
};

export const emptyHead = (): SieHead => ({
  years: new Map(),
  declared: new Set(),
  types: new Map(),
  above: new Map(),
  objects: 0,
  unknown: new Map(),
  labels: 0,
  checksums: 0,
});

/** Labels that are read by others or hold nothing that a ledger needs. */
const OTHER_LABELS = new Set(
  `#FLAGGA #PROGRAM #FORMAT #GEN #FNR #FNAMN #ADRESS #BKOD #FTYP #TAXAR #KPTYP #PROSA #OMFATTN #ENHET #SRU #DIM
   #IB #UB #OIB #OUB #RES #PSALDO #PBUDGET #VER #TRANS #RTRANS #BTRANS`.split(/\s+/),
);

/** Takes in a line of the head; others only leave a count of their label. */
export function noteHead(head: SieHead, { label, fields }: SieLine): void {
  const [first = '', second = '', third = ''] = fields;
  head.labels += 1;
  if (label === '#SIETYP') head.type = first;
  else if (label === '#VALUTA') head.currency = first.toUpperCase();
  else if (label === '#ORGNR') head.organisation = first;
  else if (label === '#KONTO') head.declared.add(first);
  else if (label === '#KTYP') head.types.set(first, second.toUpperCase());
  else if (label === '#UNDERDIM') head.above.set(first, third);
  else if (label === '#OBJEKT' || label === '#OBJECT') head.objects += 1;
  else if (label === '#KSUMMA') head.checksums += 1;
  else if (label === '#RAR') {
    if (/^\d{8}$/.test(second) && /^\d{8}$/.test(third)) head.years.set(first, { from: second, to: third });
  } else if (!OTHER_LABELS.has(label)) head.unknown.set(label, (head.unknown.get(label) ?? 0) + 1);
}

/** T, S, I or K: by #KTYP where the file says it, else by the first digit as the BAS chart has it: 1 T, 2 S, 3 I, 4–8 K. */
export function accountClass(head: SieHead, account: string): string {
  const said = head.types.get(account);
  if (said !== undefined && /^[TSIK]$/.test(said)) return said;
  return { '1': 'T', '2': 'S', '3': 'I' }[account.slice(0, 1)] ?? 'K';
}
