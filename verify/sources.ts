// From delivered files to accounts and volumes: everything that was read is there, and each account lies in the first
// pool that fits it.

import type { Codes, Model } from './certificate.ts';
import type { Run } from './load.ts';
import { type Cells, compare, type Failure, KEYS, only, type Row, summed, total } from './rows.ts';

/** Delivered files counted again (KOSTRA: summed) and snapshots summed again are what the certificate says was read. */
export function checkSources({ tables, snapshots, certificate }: Run): Failure[] {
  const expected = snapshots.flatMap(({ source, rows, file }): Cells[] => {
    const sum =
      source.register === 'ledger'
        ? { sumOre: total(rows, 'amount_ore') }
        : { sumParts: total(rows, 'parts') };
    const read = file?.rows ?? source.read;
    const again = { snapshot: source.snapshot, read, refused: read - total(rows, 'rows') };
    const delivered =
      again.refused === 0n && file?.sumOre !== undefined ? [{ ...again, sumOre: file.sumOre }] : [];
    return [{ ...again, ...sum }, ...delivered];
  });
  const listed = certificate.identity.snapshots.map((snapshot) => ({ snapshot }));
  return [...compare(tables, 'sources', listed), ...compare(tables, 'sources', expected)];
}

const rowsOf = ({ certificate, snapshots }: Run, register: string): Row[] =>
  snapshots
    .filter(({ source }) => source.register === register)
    .flatMap(({ source, rows }) => rows.map((row) => ({ ...row, state: source.kind })))
    .filter(({ year }) => year === BigInt(certificate.identity.model.years.cost));

/** The volumes, derived from the activity snapshots of the cost year; a snapshot's kind is its state. */
export const checkVolumes = (run: Run): Failure[] =>
  compare(run.tables, 'volumes', summed(rowsOf(run, 'activity'), KEYS.volumes, 'parts', 'rows'));

/** The assignments, derived from the ledger snapshots and the model that identifies the run. */
export function checkAssignments(run: Run): Failure[] {
  const postings = rowsOf(run, 'ledger').filter(({ state }) => state === 'actual');
  const accounts = summed(postings, KEYS.assignments, 'rows', 'amount_ore').map((account) => ({
    ...only(account, `${KEYS.assignments} rows amount_ore`),
    ...assign(run.certificate.identity.model, account),
  }));
  return compare(run.tables, 'assignments', accounts);
}

const holds = (codes: Codes, code = ''): boolean =>
  codes.some(({ from, to, prefix }) => {
    const start = prefix ? code.slice(0, from.length) : code;
    return start.length === from.length && from <= start && start <= to;
  });

/** The first pool that fits, the unit of the responsibility, the nature of the article, and the pools that also fit. */
function assign({ units, concepts, costing, years }: Model, account: Row): Cells {
  const owner = units.find(({ responsibilities }) => holds(responsibilities, account.responsibility));
  const { id: unit = '' } = owner ?? units.find(({ id }) => id === 'municipality') ?? {};
  const inYear = ({ from = 0, to = 9999 }) => from <= years.cost && years.cost <= to;
  const [pool, ...later] = costing.pools.filter(
    ({ test, units, concept }) =>
      Object.entries(test).every(([field, codes]) => holds(codes, account[field as 'article'])) &&
      (!units || units.includes(unit)) &&
      (!concept ||
        concepts.some((c) => c.name === concept && inYear(c.years) && holds(c.articles, account.article))),
  );
  const byArticle = costing.natures.find(({ articles }) => holds(articles, account.article))?.nature;
  const { name, nature = byArticle ?? 'unknown', answers, paidAs } = pool ?? {};
  const also = later.filter(({ test, units, concept }) => units || concept || Object.keys(test).length > 0);
  return {
    unit,
    pool: name,
    nature,
    answers,
    paid_as: paidAs,
    also_fits: also.map(({ name }) => name).join(', '),
  };
}
