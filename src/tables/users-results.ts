// The tables that cost per user writes. Those of single persons, and those with a row of fewer than FEW_USERS persons,
// are not for publication: `mark` says so in every row, and they lie in a folder of their own.

import { big, entity, int, ore, parts, text } from './columns.ts';
import type { TableSchema } from './schema.ts';

/** Rows of fewer persons than this say something about each of them. */
export const FEW_USERS = 5;
export const NOT_FOR_PUBLICATION = 'not for publication';

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
    ore('direct_ore', 'postings that name the person'),
    ore('cost_ore', ''),
    ore(
      'fees_ore',
      'what postings say that the person paid; income is negative, and not taken from the cost',
    ),
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

export const USER_GROSS: TableSchema = {
  name: 'user_gross',
  about: 'The ledger from gross cost on: expense, internal sales, sales to others, other income, user fees.',
  columns: [entity, text('kind', 'expense, internal, sales, income, fees'), ore('amount_ore', ''), mark],
  key: ['entity', 'kind'],
};

export const USER_SERVICES: TableSchema = {
  name: 'user_services',
  about: 'Users of every service, each counted once, and what they cost.',
  columns: [
    entity,
    text('service', ''),
    text('measure', ''),
    int('users', ''),
    parts('parts', 'volume in the state that divides cost'),
    ore('amount_ore', 'all of its cost'),
    ore('user_ore', 'what users have of it'),
    big('median_num', 'cost of the middle user in øre: numerator'),
    big('median_den', 'denominator'),
    mark,
  ],
  key: ['entity', 'service'],
};

export const USER_UNITS: TableSchema = {
  name: 'user_units',
  about:
    'Units beside their sisters and last year; unit "" is a provision together, provision "" the service.',
  columns: [
    entity,
    text('service', ''),
    text('unit', ''),
    text('provision', 'own, private, municipality'),
    text('measure', ''),
    int('users', ''),
    ore('cost_ore', ''),
    parts('parts', 'volume in the state that divides cost'),
    parts('granted_parts', ''),
    parts('delivered_parts', ''),
    big('unit_cost_num', 'øre per measure: numerator; 0/0 where there is none'),
    big('unit_cost_den', 'denominator'),
    big('per_granted_num', 'øre per granted measure: numerator; 0/0 where none was granted'),
    big('per_granted_den', ''),
    big('per_delivered_num', 'øre per delivered measure: numerator; 0/0 where none was delivered'),
    big('per_delivered_den', ''),
    big(
      'need_adjusted_num',
      'unit cost at the service’s average need: numerator; 0/0 where need is not known',
    ),
    big('need_adjusted_den', ''),
    big('occupancy_num', 'days used ÷ days available: numerator; 0/0 where places are not known'),
    big('occupancy_den', ''),
    ore('fees_ore', 'what users paid at the unit; not taken from the cost'),
    int('ordinary_users', 'without outliers; as above where the model has no rule'),
    ore('ordinary_cost_ore', ''),
    parts('ordinary_parts', ''),
    ore('last_cost_ore', 'last year’s; 0 where it is not known'),
    parts('last_parts', ''),
    ore('volume_ore', 'of the change from last year: more or fewer measures'),
    ore('mix_ore', 'a dearer or cheaper mix of levels and units'),
    ore('price_ore', 'another unit cost'),
    mark,
  ],
  key: ['entity', 'service', 'provision', 'unit'],
};

export const USER_CONCENTRATION: TableSchema = {
  name: 'user_concentration',
  about: 'So many of the dearest users cost so much: every percent of users.',
  columns: [entity, int('users', 'the dearest so many'), ore('cost_ore', 'what they cost together'), mark],
  key: ['entity', 'users'],
};

export const USER_OUTLIER_GROUPS: TableSchema = {
  name: 'user_outlier_groups',
  about: 'What the model’s outlier rule found, group by group.',
  columns: [
    entity,
    text('group', '"all", a service, or a group of services'),
    int('users', ''),
    ore('cost_ore', ''),
    big('limit_num', 'øre: numerator'),
    big('limit_den', ''),
    int('outliers', ''),
    ore('outlier_ore', ''),
    mark,
  ],
  key: ['entity', 'group'],
};

export const USER_OUTLIERS: TableSchema = {
  name: 'user_outliers',
  about: 'Users beyond the limit of a group.',
  columns: [entity, text('group', ''), person, ore('cost_ore', 'in the group'), mark],
  key: ['entity', 'group', 'person'],
};

export const USER_COMBINATIONS: TableSchema = {
  name: 'user_combinations',
  about: 'Combinations of services that occur, and what they cost; beside last year’s.',
  columns: [
    entity,
    text('services', 'services and groups joined by " + "'),
    int('users', ''),
    ore('cost_ore', ''),
    int('last_users', '0 where last year is not known'),
    ore('last_cost_ore', ''),
    mark,
  ],
  key: ['entity', 'services'],
};

export const USER_FLOWS: TableSchema = {
  name: 'user_flows',
  about: 'Users from last year’s combination to this year’s; "" where they came or went.',
  columns: [
    entity,
    text('from_services', ''),
    text('to_services', ''),
    int('users', ''),
    ore('from_ore', 'what they cost last year'),
    ore('to_ore', 'what they cost now'),
    mark,
  ],
  key: ['entity', 'from_services', 'to_services'],
};

export const USER_QUESTIONS: TableSchema = {
  name: 'user_questions',
  about: 'What was asked of units before their users were costed, and who signed.',
  columns: [
    entity,
    text('mark_of', 'stands for the question and its figures'),
    text('kind', 'cost-without-volume, volume-without-cost, outside-band, jump'),
    ...objectColumns,
    text('responsible', ''),
    ore('cost_ore', ''),
    parts('parts', ''),
    text('signed_by', '"" while nobody has'),
    text('signed_on', ''),
    mark,
  ],
  key: ['entity', 'kind', 'service', 'unit', 'level'],
};

export const USER_INTENSIVE: TableSchema = {
  name: 'user_intensive',
  about: 'Users whose wages are above the threshold of the grant, as the application lists them.',
  columns: [
    entity,
    person,
    int('birth_year', '0 where the register of people does not say'),
    ore('cost_ore', ''),
    ore('wages_ore', 'wages that providers answer for'),
    ore('above_ore', 'above the threshold'),
    ore('claim_ore', 'above × share'),
    mark,
  ],
  key: ['entity', 'person'],
};

export const USER_ROWS: TableSchema = {
  name: 'user_rows',
  about: 'Rows of the national accounts: ledger + Σ differences = costing.',
  columns: [
    entity,
    text('row', ''),
    text('line', 'ledger, costing, or the kind of difference'),
    text('name', 'the service, function, reason or name'),
    ore('amount_ore', ''),
    mark,
  ],
  key: ['entity', 'row', 'line', 'name'],
};
