// A small workspace of files in plain columns, imported with real DuckDB and asked by the rule book, for tests of rules.

import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { checkRegister } from '../../src/checks/check-register.ts';
import type { Question } from '../../src/checks/rule.ts';
import type { Finding } from '../../src/findings/finding.ts';
import { parseCodes } from '../../src/model/match-code.ts';
import type { ActivitySource, LedgerSource, Model, Unit } from '../../src/model/model.ts';
import { importSources } from '../../src/registers/import-sources.ts';
import { Db } from '../../src/store/db.ts';
import { workspaceAt } from '../../src/store/workspace.ts';
import { sampleModel, sampleService } from '../import/sample-model.ts';

const AT = { file: 'innsats.yaml', line: 1, column: 1 };

/**
 * Lines of files by name. `delivered*` and `granted*`: person;service;unit;date;quantity (a date of 7 characters is
 * a month); `ledger*`: responsibility;function;article;month;kroner.
 */
export type Files = { readonly [file: string]: readonly string[] };

const activity = (file: string, lines: readonly string[]): ActivitySource => ({
  read: 'table',
  kind: 'records',
  state: file.startsWith('granted') ? 'granted' : 'delivered',
  files: [file],
  columns: {
    ...{ person: 'person', service: 'service', unit: 'unit', quantity: 'quantity' },
    ...(lines[0]?.split(';')[3]?.length === 7 ? { month: 'date' } : { date: 'date' }),
  },
  services: new Map(),
  units: new Map(),
  levels: new Map(),
  decimal: ',',
  at: AT,
});

const ledger = (file: string): LedgerSource => ({
  read: 'table',
  kind: 'actual',
  files: [file],
  columns: {
    ...{ responsibility: 'responsibility', function: 'function', article: 'article' },
    ...{ period: 'month', amount: 'kroner' },
  },
  amount: { unit: 'kroner', decimal: ',', income: 'negative' },
  at: AT,
});

const unit = (id: string, codes: string): Unit => ({
  ...{ id, name: id, kind: 'provider', provision: 'own', groups: [], columns: new Map() },
  responsibilities: parseCodes(codes) ?? [],
});

/** Home nursing in hours, a nursing home in days; north (4100–4199) and south (4200–4299). The year is 2025. */
export function checkedModel(files: Files): Model {
  const named = Object.entries(files);
  return {
    ...sampleModel(
      {
        ledger: named.filter(([file]) => file.startsWith('ledger')).map(([file]) => ledger(file)),
        activity: named
          .filter(([file]) => !file.startsWith('ledger'))
          .map(([file, lines]) => activity(file, lines)),
        services: [sampleService('home-nursing', 'hour'), sampleService('nursing-home', 'day')],
      },
      2025,
    ),
    units: [unit('north', '4100-4199'), unit('south', '4200-4299')],
  };
}

/** Writes, imports and checks the files; throws where the import is refused. */
export async function checkFiles(
  files: Files,
  also?: (question: Question) => Promise<void>,
  change: (model: Model) => Model = (model) => model,
): Promise<Finding[]> {
  const dir = mkdtempSync(join(tmpdir(), 'innsats-checks-'));
  const db = await Db.open({ threads: 1 });
  try {
    mkdirSync(dir, { recursive: true });
    for (const [file, lines] of Object.entries(files)) {
      const header = file.startsWith('ledger')
        ? 'responsibility;function;article;month;kroner'
        : 'person;service;unit;date;quantity';
      writeFileSync(join(dir, file), `${[header, ...lines].join('\n')}\n`);
    }
    const model = change(checkedModel(files));
    const key = { secret: new Uint8Array(32).fill(7), file: 'of this test' };
    const { register, refused, findings } = await importSources({
      workspace: workspaceAt(dir),
      model,
      db,
      key,
    });
    if (refused) throw new Error(findings.map(({ message }) => message).join('\n'));
    return await checkRegister({ db, register, model, ...(also ? { also } : {}) });
  } finally {
    db.close();
    rmSync(dir, { recursive: true, force: true });
  }
}
