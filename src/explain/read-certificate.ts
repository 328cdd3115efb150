// What explanations need of a run's certificate: its years and the snapshots it was made from.

import { readFile } from 'node:fs/promises';
import { join } from 'node:path';

export type CertificateFacts = {
  readonly years: { readonly cost: number; readonly price: number };
  /** Of a followed month: its period, and what the model in force pays for. */
  readonly identity?: {
    readonly period?: { readonly year: number; readonly month: number };
    readonly model?: {
      readonly financing?: {
        readonly inForce: string;
        readonly models: readonly { readonly name: string; readonly pays?: { readonly basis: string } }[];
      };
    };
  };
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
