// Writes a table file row by row, a batch at a time, so that a register of any size fits in constant memory.

import { type FileHandle, open } from 'node:fs/promises';

export type Encoding = 'utf-8' | 'latin-1';

/**
 * Writes `rows` (lines without their ends) to a file, `batchRows` at a time. Lines end in CR LF, as the systems of
 * municipalities write them. `onBatch` is told how many rows have been written so far.
 * @returns how many rows were written.
 */
export async function writeRows(
  path: string,
  rows: Iterable<string>,
  options: {
    readonly batchRows: number;
    readonly encoding?: Encoding;
    readonly onBatch?: (rows: number) => void;
  },
): Promise<number> {
  const file = await open(path, 'w');
  const encoding = options.encoding === 'latin-1' ? 'latin1' : 'utf8';
  let [batch, written]: [string[], number] = [[], 0];
  const flush = async (handle: FileHandle): Promise<void> => {
    if (batch.length === 0) return;
    await handle.writeFile(`${batch.join('\r\n')}\r\n`, encoding);
    written += batch.length;
    batch = [];
    options.onBatch?.(written);
  };
  try {
    for (const row of rows) {
      batch.push(row);
      if (batch.length >= options.batchRows) await flush(file);
    }
    await flush(file);
  } finally {
    await file.close();
  }
  return written;
}
