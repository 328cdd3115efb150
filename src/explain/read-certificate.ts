// What explanations need of a run's certificate: its years and the snapshots it was made from.

import { readFile } from 'node:fs/promises';
import { join } from 'node:path';

export type CertificateFacts = {
  readonly years: { readonly cost: number; readonly price: number };
  readonly sources: readonly {
    readonly snapshot: string;
    readonly register: string;
    readonly kind: string;
    readonly file: string;
  }[];
};

/** The facts as certificate.json of the run states them. */
export async function readCertificate(runDir: string): Promise<CertificateFacts> {
  return JSON.parse(await readFile(join(runDir, 'certificate.json'), 'utf8')) as CertificateFacts;
}
