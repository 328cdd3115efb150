// Persons from day to day, by pseudonym: who was away from what was granted (hospital, holiday), and who waits.

import type { Finding } from '../../findings/finding.ts';
import type { CircumstanceSource } from '../../model/care-sources.ts';
import type { Day } from '../../time/days.ts';
import type { ReadContext } from '../reader.ts';
import { codedRows } from '../tables/coded-rows.ts';
import { judgePersons } from '../tables/judge-persons.ts';
import { judgeDays, judgeWords } from '../tables/judge-texts.ts';
import { openTable } from '../tables/open-table.ts';
import { endsBeforeStart } from './row-findings.ts';

/** A row of a file of persons from day to day. `service` is "" where it concerns all of them; `to` absent: still. */
export type PersonStretch = {
  readonly row: number;
  readonly person: string;
  readonly service: string;
  readonly from: Day;
  readonly to?: Day;
};

export type PersonStretches = {
  readonly read: number;
  readonly rows: readonly PersonStretch[];
  readonly findings: readonly Finding[];
};

/** Reads a file of suspensions or of a waiting list. The context must be able to make pseudonyms. */
export async function readPersonStretches(
  file: string,
  source: CircumstanceSource,
  context: ReadContext,
): Promise<PersonStretches> {
  const { model, pseudonymise } = context;
  const opened = await openTable(file, source, context);
  if (!('table' in opened)) return { read: 0, rows: [], findings: opened.findings };
  const { columns } = opened.table;
  const { kind, columns: named } = source;
  const services = new Map([
    ...model.services.map(({ id }): [string, string] => [id, id]),
    ...source.services,
    ...(kind === 'suspensions' ? [['', ''] as const] : []),
  ]);
  const items = {
    person: [] as readonly string[],
    service: [] as readonly string[],
    from: [] as readonly (Day | undefined)[],
    to: [] as readonly (Day | undefined)[],
  };
  const coded = await codedRows(
    opened.table,
    {
      columns: {
        person: [columns.get('person')],
        service: [columns.get('service')],
        from: [columns.get('from')],
        to: [columns.get('to')],
      },
      judge: (textsOf) => {
        const persons = judgePersons(textsOf('person'), pseudonymise!, {
          country: model.municipality.country,
          year: model.years.cost,
          column: named.person ?? '',
        });
        const service = judgeWords(textsOf('service'), services, {
          rule: `${kind}/service`,
          column: named.service ?? '',
          what: 'service of the model',
          remedy: 'Name it under services in the source.',
        });
        const days = (name: 'from' | 'to') =>
          judgeDays(textsOf(name), {
            rule: `${kind}/date`,
            column: named[name] ?? '',
            mayBeOpen: name === 'to',
          });
        const [from, to] = [days('from'), days('to')];
        Object.assign(items, {
          person: persons.pseudonyms,
          service: service.items,
          from: from.items,
          to: to.items,
        });
        return { person: persons, service, from, to };
      },
      persons: { register: 'circumstances', column: named.person ?? '' },
    },
    context,
  );
  const all = coded.rows.map(({ row, person, service, from, to }): PersonStretch => {
    const end = items.to[to];
    const begin = items.from[from]!;
    const who = { row, person: items.person[person]!, service: items.service[service]!, from: begin };
    return end === undefined ? who : { ...who, to: end };
  });
  const rows = all.filter(({ from, to }) => to === undefined || from <= to);
  const wrong = all.filter((row) => !rows.includes(row));
  return {
    read: coded.read,
    rows,
    findings: [...coded.findings, ...endsBeforeStart(kind, file, named.to ?? '', wrong)],
  };
}
