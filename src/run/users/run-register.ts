// The register that a finished run stands on: its own snapshots, whatever has been imported since.

import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { archivedRegister, type Register } from '../../registers/register.ts';
import type { Workspace } from '../../store/workspace.ts';
import { onDisk } from '../../store/workspace-error.ts';
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
export function registerOfRun(workspace: Workspace, { sources }: RunCertificate): Promise<Register> {
  const files = new Map(sources.map(({ snapshot, file }) => [snapshot, file]));
  return archivedRegister(
    workspace,
    [...files.keys()],
    (hash) =>
      `registers/${hash}, which the run read from ${files.get(hash)}, is gone or not whole. Run "innsats run" again.`,
  );
}
