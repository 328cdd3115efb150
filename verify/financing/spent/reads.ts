// What the registers say besides accounts and objects: who had what, hours, places, and what closed months came to.

import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { atUnits } from '../../accounts.ts';
import type { Reading } from '../../load.ts';
import { type Row, whole } from '../../rows.ts';
import { identityOf } from '../followed/identity.ts';

const COUNTED = `select state, service, unit, level, month, sum(parts) as parts,
  count(distinct nullif(person, '')) as users from records group by all`;
/** What was delivered to whom something was granted: a person or, where nobody is named, the unit's own. */
const LESSER = `, sums as (select state, person, case person when '' then unit else '' end as holder, service, unit, level,
    month, sum(parts) as parts from records group by all),
  sides as (select person, holder, service, month, sum(parts) filter (state = 'granted') as granted,
    sum(parts) filter (state = 'delivered') as delivered from sums group by all)
  select dense_rank() over (order by person, holder, service, month) as whole, (person <> '')::int as users, unit,
    service, level, month, least(granted, delivered) as due, parts
  from sums join sides using (person, holder, service, month) where state = 'delivered' and granted > 0`;
/** The first days of each absence, where the person had the service in that month or, nearest, before it. */
const absence = (year: number, through: number) => `
  stretches as (select person, paid.service, paid_days, first, last from away join paid on away.service in ('', paid.service)),
  ends as (select *, max(last) over (partition by person, service order by first, last
    rows between unbounded preceding and 1 preceding) as before from stretches),
  joined as (select *, sum(case when first <= before + 1 then 0 else 1 end) over (partition by person, service
    order by first, last rows unbounded preceding) as absence from ends),
  absences as (select person, service, min(first) as first, least(max(last), min(first) + min(paid_days) - 1) as last
    from joined group by person, service, absence),
  days as (select person, service, first, unnest(generate_series(greatest(first, date '${year}-01-01'),
    least(last, last_day(date '${year}-${through}-01')), interval 1 day)) as day from absences),
  months as (select person, service, month(day) as month, count(*) as days,
    strftime(date_trunc('month', min(first)) - interval 1 month, '%Y%m')::int as since from days group by all),
  places as (select person, service, months.month, days, unit, level, sum(parts) as parts,
    period * 2 + (state = 'delivered')::int as nearness from months join records using (person, service)
    where state <> 'planned' and period between since and ${year} * 100 + months.month group by all)
  select dense_rank() over (order by person, service, month) as whole, 1 as users, unit, service, level, month,
    days * 1000 as due, parts
  from places qualify nearness = max(nearness) over (partition by person, service, month)`;

type File = (name: string) => string;
/** What a snapshot says of itself: the year that its file was read as. */
type Note = { mapping: { years: { cost: number } } };

export async function registersOf({ certificate, workspaceDir, query }: Reading) {
  if (!certificate.tables['quantities']) return {};
  const { model, period, closed } = identityOf({ certificate });
  const { year, models, inForce } = model.financing;
  const folderOf = ({ snapshot }: Row) => join(workspaceDir, 'registers', `${snapshot}`);
  /** A statement for every snapshot of a kind, one after the other; undefined where there is none. */
  const union = (kind: RegExp, each: (file: File, of: Row) => string): string | undefined => {
    const sources = certificate.sources as Row[];
    const selects = sources
      .filter((of) => kind.test(`${of['register']} ${of['kind']}`))
      .map((of) => each((name) => `'${folderOf(of).replaceAll("'", "''")}/${name}.parquet'`, of));
    return selects.length === 0 ? undefined : [...new Set(selects)].join(' union all ');
  };
  const heirs = Object.entries(model.organisation?.heirs ?? {}).filter(([, those]) => those.length === 1);
  const renamed = heirs.map(([unit, [heir]]) => `when '${unit}' then '${heir?.['unit']}'`).join(' ');
  const unit = renamed === '' ? 'unit' : `case unit ${renamed} else unit end as unit`;
  const activity = union(/^activity/, (file, { kind }) => {
    const cells = `'${kind}' as state, service, ${unit}, level, year * 100 + month as period, month, parts`;
    const from = `${file('records')} join ${file('objects')} using (object) left join ${file('persons')} using (person)`;
    return `select ${cells}, coalesce(pseudonym, '') as person from ${from} where year in (${year - 1}, ${year})`;
  });
  const ofYear = `select * from (${activity}) where period between ${year * 100 + 1} and ${year * 100 + period.month}`;
  const away = union(/suspensions$/, (file) => {
    const stretch = "service, from_date as first, coalesce(to_date, date '9999-12-30') as last";
    return `select pseudonym as person, ${stretch} from ${file('stretches')} join ${file('persons')} using (person)`;
  });
  const rules = [...models].sort((a, b) => Number(b.name === inForce) - Number(a.name === inForce)).reverse();
  const paid = Object.entries(Object.assign({}, ...rules.map(({ pays }) => pays?.absenceDays)));
  const values = paid.map(([service, days]) => `('${service}', ${days})`).join(', ');
  const hours = union(
    /paid-hours$/,
    (file) => `select unit, year, month, kind, parts from ${file('paid_hours')}`,
  );
  const places = union(/capacity$/, (file, of) => {
    const note = JSON.parse(readFileSync(join(folderOf(of), 'source.json'), 'utf8')) as Note;
    const [first, last] = [`date '${year}-01-01'`, `date '${year}-12-31'`];
    const until = `least(coalesce(to_date, ${last}), ${last})`;
    const day = `unnest(generate_series(greatest(from_date, ${first}), ${until}, interval 1 day)) as day`;
    const isOfYear = note.mapping.years.cost === year;
    return `select unit, places, closed, ${day} from ${file('capacity')} where ${isOfYear}`;
  });
  const perMonth = `select unit, month(day) as month, sum(places * (1 - closed)) as open, sum(places * closed) as closed
    from (${places}) group by all`;
  const stretches = `with records as (${activity}), away as (${away}), paid(service, paid_days) as (values ${values}),`;
  return {
    counted: activity ? await query(`with records as (${ofYear}) ${COUNTED}`) : [],
    lesser: activity ? await query(`with records as (${ofYear}) ${LESSER}`) : [],
    absence: activity && away && values ? await query(`${stretches} ${absence(year, period.month)}`) : [],
    hours: hours ? atUnits(model, await query(hours), 'unit year month kind', 'parts') : [],
    places: places ? openOf(atUnits(model, await query(perMonth), 'unit month', 'open', 'closed')) : [],
    closed: closedMonths(join(workspaceDir, 'closings'), closed),
  };
}

/** Place-days that are open, closed ones taken away. */
const openOf = (rows: readonly Row[]): Row[] =>
  rows.map((row) => ({ ...row, days: `${whole(row, 'open') - whole(row, 'closed')}` }));

type Closing = { run: string; month: number; units: { readonly [cell: string]: { '#': string } }[] };

/** The units of the months that were closed before, as their closings say them; none of a closing that is gone. */
function closedMonths(folder: string, runs: readonly string[]): Row[] {
  const files = existsSync(folder) ? readdirSync(folder) : [];
  const closings = files
    .filter((file) => /^\d{4}-\d\d\.json$/.test(file))
    .map((file) => JSON.parse(readFileSync(join(folder, file), 'utf8')) as Closing);
  return closings.flatMap(({ run, month, units }) =>
    (runs.includes(run) ? units : []).map(({ unit, ...amounts }): Row => {
      const cells = Object.entries(amounts).map(([name, amount]) => [name, amount['#']]);
      return { run, month: `${month}`, unit: `${unit}`, ...Object.fromEntries(cells) };
    }),
  );
}
