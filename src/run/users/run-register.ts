// The register that a finished run stands on: its own snapshots, whatever has been imported since.

import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { type Register, readSnapshot, registerOf } from '../../registers/register.ts';
import { DISK } from '../../store/file-operations.ts';
import type { Workspace } from '../../store/workspace.ts';
import { onDisk, WorkspaceError } from '../../store/workspace-error.ts';
import type { Json } from '../identity.ts';

/** What users need of a run's certificate. */
export type RunCertificate = {
  readonly run: string;
  readonly years: { readonly cost: number; readonly price: number };
  readonly identity: { readonly model: { readonly [key: string]: Json } };
  readonly sources: readonly { readonly snapshot: string; readonly file: string }[];
};

/** certificate.json of a run. @throws WorkspaceError when it cannot be read. */
export const readRunCertificate = (runDir: string): Promise<RunCertificate> =>
  onDisk(`read the certificate of ${runDir}`, async () => {
    const text = await readFile(join(runDir, 'certificate.json'), 'utf8');
    return JSON.parse(text) as RunCertificate;
  });

/** The snapshots of the run. @throws WorkspaceError when one of them is gone. */
export async function registerOfRun(workspace: Workspace, { sources }: RunCertificate): Promise<Register> {
  const found = await Promise.all(
    sources.map(async ({ snapshot, file }) => {
      const read = await readSnapshot(workspace.registersDir, snapshot, DISK);
      if (read) return read;
      throw new WorkspaceError(
        `registers/${snapshot}, which the run read from ${file}, is gone or not whole. Run "innsats run" again.`,
      );
    }),
  );
  return registerOf(workspace.registersDir, found);
}
