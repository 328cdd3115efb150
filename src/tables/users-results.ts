// The tables that cost per user writes. Those of single persons, and those with a row of fewer than FEW_USERS persons,
// are not for publication: `mark` says so in every row, and they lie in a folder of their own.

import type { Column, TableSchema } from './schema.ts';

/** Rows of fewer persons than this say something about each of them. */
export const FEW_USERS = 5;
export const NOT_FOR_PUBLICATION = 'not for publication';

const text = (name: string, about: string): Column => ({ name, type: 'text', about });
const int = (name: string, about: string): Column => ({ name, type: 'int', about });
const ore = (name: string, about: string): Column => ({ name, type: 'ore', about });
const big = (name: string, about: string): Column => ({ name, type: 'big', about });
const parts = (name: string, about: string): Column => ({ name, type: 'parts', about });

const entity = text('entity', 'the municipality');
const mark = text('mark', '"not for publication", or "" where the row may be shown as it is');
const person = text('person', 'pseudonym; "" stands for what nobody has');
const objectColumns = [text('service', ''), text('unit', ''), text('level', '"" where the service has none')];
const strandColumns = [
  text('nature', 'wages, goods, …'),
  text('answers', 'provider, purchaser or central'),
  text('paid_as', 'price or base'),
];

export const USER_LINES: TableSchema = {
  name: 'user_lines',
  about:
    'Ledger = Σ users + open services + objects without users + unused + parked + not costed, line by line.',
  columns: [
    entity,
    text('kind', 'users, open, without-users; unused, parked, not-costed, external'),
    text('name', 'the service, or the reason or name of what reached none'),
    text('unit', ''),
    text('level', ''),
    int('users', 'persons who share it'),
    ore('direct_ore', 'of which postings name the person'),
    ore('amount_ore', ''),
    mark,
  ],
  key: ['entity', 'kind', 'name', 'unit', 'level'],
};

export const USER_COSTS: TableSchema = {
  name: 'user_costs',
  about: 'What every user got of every object in the year and what it cost.',
  columns: [
    entity,
    person,
    ...objectColumns,
    parts('granted_parts', 'granted in the year, in parts of the measure'),
    parts('planned_parts', ''),
    parts('delivered_parts', ''),
    big(
      'weight',
      'Σ need × quantity that the object was shared by, in parts × need_unit (see the certificate)',
    ),
    ore('direct_ore', 'postings that name the person'),
    ore('shared_ore', 'part of what no posting names'),
    ore('cost_ore', 'direct + shared'),
    mark,
  ],
  key: ['entity', 'person', 'service', 'unit', 'level'],
};

export const USER_NATURES: TableSchema = {
  name: 'user_natures',
  about: 'The same cost by nature; rows of 0 øre are left out.',
  columns: [
    entity,
    person,
    ...objectColumns,
    ...strandColumns,
    ore('direct_ore', ''),
    ore('shared_ore', ''),
    mark,
  ],
  key: ['entity', 'person', 'service', 'unit', 'level', 'nature', 'answers', 'paid_as'],
};

export const USER_TOTALS: TableSchema = {
  name: 'user_totals',
  about: 'What the year cost for every user, all services together.',
  columns: [
    entity,
    person,
    int('services', 'how many services the person has'),
    ore('direct_ore', ''),
    ore('cost_ore', ''),
    mark,
  ],
  key: ['entity', 'person'],
};

export const USER_NAMED: TableSchema = {
  name: 'user_named',
  about: 'Where postings that name persons ended, by pool, unit, strand and sign.',
  columns: [
    entity,
    text('pool', ''),
    text('unit', 'the unit of the postings'),
    ...strandColumns,
    text('sign', 'charged or credited'),
    text('node', 'the end: an object, or what is none'),
    int('persons', 'whom the postings name'),
    ore('amount_ore', ''),
    mark,
  ],
  key: ['entity', 'pool', 'unit', 'nature', 'answers', 'paid_as', 'sign', 'node'],
};
