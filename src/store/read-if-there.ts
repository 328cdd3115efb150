// Files of a workspace that need not be there.

import { readFile } from 'node:fs/promises';
import { unlessAbsent } from './file-operations.ts';
import { onDisk } from './workspace-error.ts';

/**
 * The bytes of a file, `name` in messages; undefined where there is none.
 * @throws WorkspaceError when it is there and cannot be read.
 */
export const readIfThere = (file: string, name: string): Promise<Uint8Array | undefined> =>
  onDisk(`read ${name}`, () => unlessAbsent(readFile(file)));
