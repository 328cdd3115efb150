// What the checker of users reads: the tables of users, the run beside which they lie, what its snapshots say of persons.

import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { DuckDBInstance } from '@duckdb/node-api';
import type { AccountModel } from '../accounts.ts';
import type { Row } from '../rows.ts';

type By<T> = { readonly [name: string]: T };
type Need = { instrument: string; services: string[] };
type Service = { id: string; open: boolean };
/** The parts of the model that decide what users cost. */
export type UserModel = AccountModel & {
  readonly services: Service[];
  readonly costing: { volumes: string };
  readonly users?: { need?: Need; fees: string[] };
};
type Stated = {
  run: string;
  needUnit: number;
  sources: string[];
  tables: By<{ hash: string; apart: boolean }>;
};
export type Users = {
  readonly model: UserModel;
  readonly runName: string;
  readonly stated: Stated;
  readonly tables: By<Row[]>;
  readonly ends: Row[];
  readonly weights: Row[];
  /** By person, object, state and month; by person, account and month; and assessments. */
  readonly records: Row[];
  readonly postings: Row[];
  readonly assessments: Row[];
};

const RECORDS = `select coalesce(pseudonym, '') as person, service, unit, level, year, month, sum(parts) as parts
  from 'DIR/records.parquet' join 'DIR/objects.parquet' using (object)
  left join 'DIR/persons.parquet' using (person) group by all`;
const POSTINGS = `select accounts.* exclude account, pseudonym as person, year, month, sum(amount_ore) as amount_ore
  from 'DIR/postings.parquet' as postings join 'DIR/accounts.parquet' as accounts using (account)
  join 'DIR/persons.parquet' as persons on persons.person = postings.person group by all`;
const ASSESSMENTS = `select pseudonym as person, from_date::varchar as "from", coalesce(to_date::varchar, '') as "to",
  instrument, weight_num as num, weight_den as den
  from 'DIR/assessments.parquet' join 'DIR/persons.parquet' using (person)`;
const APART = 'not-for-publication';

/** Reads all of it with an engine of its own. Throws when a file is missing. */
export async function readUsers(runDir: string, workspaceDir: string): Promise<Users> {
  const connection = await (await DuckDBInstance.create(':memory:')).connect();
  const query = async (sql: string, dir: string): Promise<Row[]> => {
    const reader = await connection.runAndReadAll(sql.replaceAll('DIR', dir.replaceAll("'", "''")));
    return reader.getRowObjects().map((record) => {
      const cells = Object.entries(record).map(([name, cell]) => [name, `${cell}`]);
      return Object.fromEntries(cells) as Row;
    });
  };
  const json = (file: string) => JSON.parse(readFileSync(join(runDir, file), 'utf8'));
  const { identity, sources, run: runName } = json('certificate.json');
  const stated: Stated = json('users/certificate.json');
  const tables: { [name: string]: Row[] } = {};
  for (const [name, { apart }] of Object.entries(stated.tables))
    tables[name] = await query(`from 'DIR/${name}.parquet'`, join(runDir, 'users', apart ? APART : ''));
  const [records, postings, assessments]: [Row[][], Row[][], Row[][]] = [[], [], []];
  for (const { snapshot, register, kind } of sources) {
    const dir = join(workspaceDir, 'registers', snapshot);
    const rows = async (sql: string) => (await query(sql, dir)).map((row): Row => ({ ...row, state: kind }));
    if (register === 'activity') records.push(await rows(RECORDS));
    else if (kind === 'actual' && existsSync(join(dir, 'persons.parquet')))
      postings.push(await rows(POSTINGS));
  }
  for (const dir of stated.sources.map((snapshot) => join(workspaceDir, 'registers', snapshot)))
    if (existsSync(join(dir, 'assessments.parquet'))) assessments.push(await query(ASSESSMENTS, dir));
  const [ends = [], weights = []] = await Promise.all(
    ['ends', 'weights'].map((table) => query(`from 'DIR/${table}.parquet'`, runDir)),
  );
  connection.closeSync();
  const read = { records: records.flat(), postings: postings.flat(), assessments: assessments.flat() };
  return { model: identity.model, runName, stated, tables, ends, weights, ...read };
}
