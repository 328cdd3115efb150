// users/certificate.json: what cost per user was made from and what came out, for a checker of its own. It names no
// person.

import { byKey } from '../../money/apportion.ts';
import { hashTable } from '../../store/result-files.ts';
import type { Table } from '../../tables/schema.ts';
import type { UserCosts } from '../../tables/users.ts';
import { certificateText } from '../certificate.ts';
import { RULES_VERSION } from '../identity.ts';
import type { Around } from './around-users.ts';
import { isApart } from './publication.ts';
import type { RunCertificate } from './run-register.ts';

const USERS_CERTIFICATE_FORMAT = 1;

type Input = {
  readonly certificate: RunCertificate;
  readonly around: Around;
  readonly tables: readonly Table[];
  readonly users: UserCosts;
};

/** The text of the certificate. */
export function certifyUsers({ certificate, around, tables, users }: Input): string {
  const inOrder = [...tables].sort((a, b) => byKey(a.schema.name, b.schema.name));
  return certificateText({
    format: USERS_CERTIFICATE_FORMAT,
    run: certificate.run,
    rulesVersion: RULES_VERSION,
    years: certificate.years,
    /** Snapshots beside the run's own: people, assessments, places. */
    sources: around.sources,
    /** Weights of user_costs are need × parts × this. */
    needUnit: users.needUnit,
    ledgerOre: users.ledgerOre,
    lines: totalsByKind(users),
    users: users.totals.length,
    tables: new Map(
      inOrder.map((table) => [
        table.schema.name,
        { hash: hashTable(table), rows: table.rows.length, apart: isApart(table) },
      ]),
    ),
  });
}

function totalsByKind({ lines }: UserCosts): Map<string, bigint> {
  const sums = new Map<string, bigint>();
  for (const { kind, amountOre } of lines) sums.set(kind, (sums.get(kind) ?? 0n) + amountOre);
  return sums;
}
