// A first model for a KOSTRA file and a table of yearly volumes: short, commented, with every function accounted for,
// and honest about what it does not know.

import { formatAmount } from '../money/amount-text.ts';
import { byKey } from '../money/apportion.ts';
import { kostraFunction } from './codes/kostra-functions.ts';
import { groupServices, type ServiceGroup, type ServiceRow, toServices } from './propose/group-services.ts';

/** What was found in the files. Amounts are gross of income, in øre, of operating accounts (class 1 or 3). */
export type ModelProposal = {
  /** As in the file: "040200", or a municipality's four digits. */
  readonly region: string;
  readonly year: number;
  readonly ledgerFiles: readonly string[];
  /** A table with columns service, quantity and, for the proposal only, measure and functions. */
  readonly volumesFile: string;
  /** What these two columns are called in the table; service and quantity unless said. */
  readonly columns?: { readonly service: string; readonly quantity: string };
  /** The decimal mark of the quantities; "," unless said. */
  readonly decimal?: ',' | '.';
  readonly functions: readonly { readonly function: string; readonly amountOre: bigint }[];
  readonly volumes: readonly ServiceRow[];
};

/**
 * The text of an innsats.yaml: direct method, one unit, a pool per service by its functions within AGD4 (adjusted
 * gross expense), all else not costed under a name, a rest that is parked. 254 ÷ hours is explained, not proposed.
 */
export function proposeModel(proposal: ModelProposal): string {
  const { year, volumes, functions } = proposal;
  const services = toServices(volumes);
  const groups = groupServices(services);
  const found = new Set(functions.map((entry) => entry.function));
  const renamed = services.filter(({ id, row }) => id !== row.service);
  const price = year + 1;
  const lines = [
    '# A first steering model, proposed by "innsats init" from the functions in the ledger and the table of volumes.',
    '# Change what you know better; "innsats check" reads it back to you as sentences.',
    `municipality: { id: ${quote(proposal.region.replace(/^(\d{4})00$/, '$1'))}, country: NO }`,
    `years: { cost: ${year}, price: ${price} }`,
    '',
    'sources:',
    '  ledger:',
    ...proposal.ledgerFiles.map((file) => `    - { read: kostra, files: ${quote(file)} }`),
    '  activity:',
    '    - read: table',
    '      kind: volumes                 # totals of the year, typed in',
    `      files: ${quote(proposal.volumesFile)}`,
    `      columns: { service: ${quote(proposal.columns?.service ?? 'service')}, quantity: ${quote(proposal.columns?.quantity ?? 'quantity')} }`,
    `      decimal: ${quote(proposal.decimal ?? ',')}`,
    `      year: ${year}`,
    ...(renamed.length === 0
      ? []
      : ['      services:', ...renamed.map(({ id, row }) => `        ${quote(row.service)}: ${id}`)]),
    '',
    'services:',
    ...services.map(({ id, row, measure }) => {
      const name = id === row.service ? '' : `name: ${quote(row.service)}, `;
      const codes = row.functions.length > 0 ? `, function: [${row.functions.join(', ')}]` : '';
      return `  ${id}: { ${name}measure: ${quote(measure)}${codes} }`;
    }),
    ...(services.length === 0 ? ['  {}'] : []),
    '',
    'costing:',
    '  method: direct                    # one unit has all cost: nothing serves anything else yet',
    '  volumes: delivered',
    '  # Read from the top: the first pool that fits takes the account.',
    '  pools:',
    '    - investments: { class: [0, 4], not-costed: investments }',
    ...groups.flatMap((group) => proposePool(group, found)),
    ...proposeRest(functions, groups),
    '    - financing: { function: 8*, not-costed: financing transactions }',
    '    - rest: { park: not yet placed }',
    '',
    'prices:',
    '  round-to: 1 kr',
    '',
    '# What wages and prices are expected to rise by. 0 % is no forecast: write yours, and where it is from.',
    'growth:',
    `  ${price}: { all: 0 %, source: ${quote('not stated yet: write the growth you expect')} }`,
  ];
  return `${lines.join('\n')}\n`;
}

/** A text as YAML writes it: plain where that is safe. */
function quote(text: string): string {
  const isPlain =
    /^[\p{L}_][\p{L}\p{N} _./*-]*[\p{L}\p{N}*]$/u.test(text) &&
    !/^(true|false|null|yes|no|on|off)$/i.test(text);
  return isPlain ? text : JSON.stringify(text);
}

function proposePool({ services, functions, kind }: ServiceGroup, found: ReadonlySet<string>): string[] {
  const [first] = services;
  if (!first) return [];
  const ids = services.map(({ id }) => id);
  const name = services.length === 1 ? first.poolName : `${first.poolName}-and-others`;
  const codes = `[${functions.join(', ')}]`;
  const absent = functions.filter((code) => !found.has(code));
  const note = absent.length > 0 ? [`    # Function ${absent.join(', ')} is not in the ledger.`] : [];
  if (kind === 'no-function')
    return [`    # ${ids.join(', ')}: the table names no function, so no cost is sent there yet.`];
  if (kind === '254-per-hour')
    return [
      '    # Function 254 divided by hours is no unit price: 254 holds personal assistance, staffed housing and home',
      '    # nursing together. It takes a ledger with responsibilities or units (or, from 2024, functions 257 and 258) to',
      `    # find what an hour costs. Until then ${ids.join(' and ')} has volume and no cost.`,
      ...note,
      `    - ${name}: { function: ${codes}, not-costed: home services together }`,
    ];
  if (kind === 'mixed-measures')
    return [
      `    # ${ids.join(' and ')} share functions and are counted in different measures (${services.map(({ measure }) => measure).join(', ')}):`,
      '    # volumes cannot share the cost. Say how many minutes each takes (drivers: minutes), then send it there.',
      ...note,
      `    - ${name}: { function: ${codes}, park: shared by services of different measures }`,
    ];
  return [
    ...note,
    `    - ${name}: { function: ${codes}, concept: AGD4, answers: provider, driver: volumes, to: ${listOf(ids)} }`,
    `    - ${name}-outside: { function: ${codes}, not-costed: outside AGD4 }     # purchases, transfers, user fees, refunds of VAT`,
  ];
}

const listOf = (ids: readonly string[]): string =>
  ids.length === 1 ? (ids[0] ?? '') : `[${ids.join(', ')}]`;

const SHOWN = 5;

/** All other functions, not costed; the largest are named, as what one may cost next. */
function proposeRest(functions: ModelProposal['functions'], groups: readonly ServiceGroup[]): string[] {
  const placed = new Set(groups.flatMap((group) => group.functions));
  const others = functions
    .filter(({ function: code, amountOre }) => /^[1-7]\d*$/.test(code) && !placed.has(code) && amountOre > 0n)
    .sort((a, b) =>
      a.amountOre < b.amountOre ? 1 : a.amountOre > b.amountOre ? -1 : byKey(a.function, b.function),
    );
  const pool =
    '    - other-services: { function: [1*, 2*, 3*, 4*, 5*, 6*, 7*], not-costed: services without volumes }';
  if (others.length === 0) return [pool];
  return [
    '    # The largest functions without volumes: add a row to the table of volumes and a pool to cost one of them.',
    ...others.slice(0, SHOWN).map(({ function: code, amountOre }) => {
      const amount = formatAmount(amountOre, { language: 'en', unit: 'million', decimals: 1 });
      return `    #   ${code} ${kostraFunction(code)?.name ?? ''}: ${amount} mio.`.replace(' : ', ': ');
    }),
    pool,
  ];
}
