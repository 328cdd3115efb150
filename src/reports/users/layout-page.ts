// The page docs/user-files.md: the open layout of the files that cost per user writes, from their schemas.

import type { TableSchema } from '../../tables/schema.ts';
import {
  USER_COMBINATIONS,
  USER_CONCENTRATION,
  USER_COSTS,
  USER_FLOWS,
  USER_GROSS,
  USER_INTENSIVE,
  USER_LINES,
  USER_NAMED,
  USER_NATURES,
  USER_OUTLIER_GROUPS,
  USER_OUTLIERS,
  USER_QUESTIONS,
  USER_ROWS,
  USER_SERVICES,
  USER_TOTALS,
  USER_UNITS,
} from '../../tables/users-results.ts';

const PERSONS = [USER_COSTS, USER_NATURES, USER_TOTALS, USER_OUTLIERS, USER_INTENSIVE];
const TOGETHER = [
  ...[USER_LINES, USER_GROSS, USER_SERVICES, USER_UNITS, USER_COMBINATIONS, USER_FLOWS, USER_CONCENTRATION],
  ...[USER_OUTLIER_GROUPS, USER_QUESTIONS, USER_ROWS, USER_NAMED],
];

/** What a type is in Parquet, and how its cells stand in CSV. */
const TYPES = {
  text: 'VARCHAR',
  int: 'INTEGER',
  ore: 'BIGINT',
  big: 'VARCHAR, digits',
  parts: 'BIGINT',
} as const;

/** The page in Markdown. */
export const userFilesPage = (): string => `# The files of cost per user

\`innsats users\` writes every table as CSV (RFC 4180, UTF-8, comma, point, header) and as Parquet, rows in order of their
key. Amounts are whole øre, expense positive; quantities are whole parts of the measure (36,000 to the hour, 1,000 to
anything else); exact numbers are numerator and denominator, 0 and 0 where there is none. Persons are pseudonyms.
Files about persons, and files with a row of fewer than five, lie in \`not-for-publication/\`.

Written from the schemas in \`src/tables/users-results.ts\` by \`node scripts/write-user-files.ts\`.

## Single persons
${PERSONS.map(tablePart).join('')}
## Persons together
${TOGETHER.map(tablePart).join('')}`;

const tablePart = ({ name, about, columns, key }: TableSchema): string => `
### ${name}

${about} Key: ${key.join(', ')}.

| Column | Type | |
|---|---|---|
${columns.map((column) => `| ${column.name} | ${TYPES[column.type]} | ${column.about} |`).join('\n')}
`;
