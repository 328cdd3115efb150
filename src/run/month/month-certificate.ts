// certificate.json of a followed year: what it was made from and what came out, for a checker that shares no code.

import type { Model } from '../../model/model.ts';
import { byKey } from '../../money/apportion.ts';
import type { Register } from '../../registers/register.ts';
import { hashTable } from '../../store/result-files.ts';
import type { Table } from '../../tables/schema.ts';
import { CERTIFICATE_FORMAT, certificateText, sourceFacts } from '../certificate.ts';
import type { Json } from '../identity.ts';

/** The text of certificate.json. */
export function certifyMonth({
  id,
  identity,
  register,
  tables,
  model,
}: {
  readonly id: string;
  readonly identity: Json;
  readonly register: Register;
  readonly tables: readonly Table[];
  readonly model: Model;
}): string {
  const sources = register.snapshots.map(sourceFacts);
  return certificateText({
    format: CERTIFICATE_FORMAT,
    kind: 'financing',
    run: id,
    municipality: { id: model.municipality.id, name: model.municipality.name },
    identity,
    sources: sources.sort((a, b) => byKey(a.snapshot, b.snapshot)),
    tables: new Map(
      tables.map((table) => [table.schema.name, { hash: hashTable(table), rows: table.rows.length }]),
    ),
  });
}
