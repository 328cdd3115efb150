// Which reader reads which source. A new format is one line here and one folder with its reader.

import type { ActivitySource, LedgerSource } from '../model/model.ts';
import type { ActivityState } from '../tables/activity.ts';
import type { LedgerKind } from '../tables/ledger.ts';
import { KOSTRA_READER, readKostra } from './ledger/read-kostra.ts';
import type { ReadContext, ReadOutcome } from './reader.ts';

/** A source of the model: what it declares, which register it feeds and with what kind of rows. */
export type Source =
  | { readonly register: 'ledger'; readonly kind: LedgerKind; readonly declared: LedgerSource }
  | { readonly register: 'activity'; readonly kind: ActivityState; readonly declared: ActivitySource };

/** A reader with its version, which is bumped whenever the same file would give other rows or findings. */
export type FormatReader = {
  readonly name: string;
  readonly version: number;
  readonly read: (file: string, context: ReadContext) => Promise<ReadOutcome>;
};

/** The reader of a source. */
export function readerOf(source: Source): FormatReader {
  if (source.register === 'activity') throw new Error('table reader');
  const { declared } = source;
  return { ...KOSTRA_READER, read: (file, context) => readKostra(file, declared, context) };
}
