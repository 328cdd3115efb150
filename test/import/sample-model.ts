// A steering model that only says what to read, for tests of the import.

import type { ActivitySource, LedgerSource, Model, Service } from '../../src/model/model.ts';

const AT = { file: 'innsats.yaml', line: 4, column: 7 };

/** A ledger source of KOSTRA files. */
export const kostraSource = (files: readonly string[], more: Partial<LedgerSource> = {}): LedgerSource => ({
  read: 'kostra',
  kind: 'actual',
  files,
  columns: {},
  amount: { unit: 'thousand', decimal: ',', income: 'negative' },
  at: AT,
  ...more,
});

/** A service with an id and a measure, and nothing else. */
export const sampleService = (id: string, measure: string): Service => ({
  id,
  name: { nb: id },
  measure,
  open: false,
  groups: [],
  functions: [],
  levels: [],
  at: AT,
});

/** A model of municipality 0402 in 2019 with these sources. */
export const sampleModel = (
  sources: {
    readonly ledger?: readonly LedgerSource[];
    readonly activity?: readonly ActivitySource[];
    readonly services?: readonly Service[];
  },
  year = 2019,
): Model => ({
  file: 'innsats.yaml',
  municipality: { id: '0402', name: 'Prøve', country: 'NO', language: 'nb' },
  years: { cost: year, price: year + 1 },
  ledger: sources.ledger ?? [],
  activity: sources.activity ?? [],
  units: [],
  services: sources.services ?? [],
  concepts: [],
  costing: {
    method: { kind: 'direct' },
    volumes: 'delivered',
    pools: [],
    centres: [],
    drivers: new Map(),
    natures: [],
  },
  growth: [],
  pricing: { roundToOre: 1n, supplements: [] },
});
