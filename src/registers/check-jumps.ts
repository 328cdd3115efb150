// A corrected file beside the one that it replaces: a total that is ten times what it was is more often a wrong unit
// or a doubled export than the truth, and a single amount like that is worth a look.

import type { Finding } from '../findings/finding.ts';
import type { Language } from '../model/model.ts';
import { formatAmount } from '../money/amount-text.ts';
import { ore } from '../money/ore.ts';
import { readSql } from '../store/read-sql.ts';
import type { StagedSnapshot } from './read-planned.ts';
import { type Register, snapshotTable } from './register.ts';
import type { Snapshot } from './snapshot.ts';

/** An amount is striking when it is at least so many times what it was … */
const JUMP_FACTOR = 10n;
/** … and at least so many øre (100,000 kroner): small accounts jump every year. */
const JUMP_FLOOR_ORE = 10_000_000n;

const FUNCTION_TURNOVER = readSql(import.meta.url, 'function-turnover.sql');
const POSTING_JUMPS = readSql(import.meta.url, 'posting-jumps.sql');

type Turnover = { readonly function: string; readonly before: bigint; readonly after: bigint };
type PostingJump = {
  readonly row: number;
  readonly function: string;
  readonly article: string;
  readonly amount: bigint;
  readonly largest: bigint;
  readonly found: number;
};

/**
 * Compares a staged file with its predecessor, still in the archive of `register`. The whole file ten times as large
 * is an error (the import takes it back where a control total agrees); a function or a posting is a warning.
 */
export async function findJumps(
  staged: StagedSnapshot,
  before: Snapshot,
  register: Register,
  language: Language,
): Promise<Finding[]> {
  const { snapshot } = staged;
  if (snapshot.register === 'people' || snapshot.register === 'circumstances') return [];
  if (snapshot.register === 'activity') return partsJump(snapshot, before);
  const select = (name: string): string => staged.tables.find((table) => table.name === name)?.sql ?? '';
  const both = [
    select('postings'),
    select('accounts'),
    snapshotTable(register, before, 'postings'),
    snapshotTable(register, before, 'accounts'),
  ];
  const compare = <R>(statement: string, ...more: readonly bigint[]): Promise<R[] | undefined> =>
    staged.session.rows<R>(statement, [...both, ...more]).catch(() => undefined);
  const turnovers = await compare<Turnover>(FUNCTION_TURNOVER);
  const postings = await compare<PostingJump>(POSTING_JUMPS, JUMP_FACTOR, JUMP_FLOOR_ORE);
  if (!turnovers || !postings) return [notCompared(snapshot.file)];
  const total = turnoverJump(turnovers, snapshot.file, language);
  if (total) return [total];
  return [
    ...turnovers.filter(isJump).map((turnover) => functionJump(turnover, snapshot.file, language)),
    ...postings.map((posting) => postingJump(posting, snapshot.file, language)),
    ...moreJumps(postings, snapshot.file),
  ];
}

/** The new rows were read a moment ago; what cannot be read is the archived copy of the old ones. */
const notCompared = (file: string): Finding => ({
  rule: 'import/not-compared',
  severity: 'warning',
  message: 'The imported copy of the file that this replaces cannot be read, so that they were not compared.',
  remedy: 'Look at the change in rows and kroner with care.',
  where: { file },
});

const isJump = ({ before, after }: { readonly before: bigint; readonly after: bigint }): boolean =>
  before > 0n && after >= before * JUMP_FACTOR && after >= JUMP_FLOOR_ORE;

const LOOK = 'Check the unit, and whether something stands there twice.';

function turnoverJump(turnovers: readonly Turnover[], file: string, language: Language): Finding | undefined {
  const sum = (side: 'before' | 'after'): bigint => turnovers.reduce((all, row) => all + row[side], 0n);
  const [before, after] = [sum('before'), sum('after')];
  if (!isJump({ before, after })) return undefined;
  const text = (amount: bigint): string => formatAmount(amount, { language });
  return {
    rule: 'import/file-jumps',
    severity: 'error',
    message: `The file's turnover is ${text(after)} kroner; the file that it replaces had ${text(before)}.`,
    remedy: `${LOOK} If it is right, state the file's sum as "control-total" at the source.`,
    where: { file },
    amountOre: ore(after - before),
  };
}

const functionJump = (
  { function: code, before, after }: Turnover,
  file: string,
  language: Language,
): Finding => ({
  rule: 'import/function-jumps',
  severity: 'warning',
  message: `The turnover of function ${code} is ${formatAmount(after, { language })} kroner; in the file that this replaces it was ${formatAmount(before, { language })}.`,
  remedy: LOOK,
  where: { file, key: `function ${code}` },
  amountOre: ore(after - before),
});

const postingJump = (posting: PostingJump, file: string, language: Language): Finding => ({
  rule: 'import/posting-jumps',
  severity: 'warning',
  message: `${formatAmount(posting.amount, { language })} kroner on function ${posting.function}, article ${posting.article}; the largest before was ${formatAmount(posting.largest, { language })}.`,
  remedy: LOOK,
  where: { file, row: posting.row },
  amountOre: ore(posting.amount),
});

function moreJumps(listed: readonly PostingJump[], file: string): Finding[] {
  const count = (listed[0]?.found ?? 0) - listed.length;
  if (count === 0) return [];
  return [
    {
      rule: 'import/posting-jumps',
      severity: 'warning',
      message: `And ${count} more postings like these, all smaller.`,
      remedy: LOOK,
      where: { file },
      count,
    },
  ];
}

/** Quantities have no floor: ten times the activity of the same file is striking whatever the measure. */
function partsJump(snapshot: Pick<Snapshot, 'file' | 'partsByService'>, before: Snapshot): Finding[] {
  const sum = ({ partsByService = [] }: Pick<Snapshot, 'partsByService'>): bigint =>
    partsByService.reduce((all, { parts }) => all + parts, 0n);
  const [after, earlier] = [sum(snapshot), sum(before)];
  if (earlier <= 0n || after < earlier * JUMP_FACTOR) return [];
  return [
    {
      rule: 'import/file-jumps',
      severity: 'error',
      message: `The file holds ${after / earlier} times the quantities of the file that it replaces.`,
      remedy: `${LOOK} If it is right, state the file's sum as "control-total" at the source.`,
      where: { file: snapshot.file },
    },
  ];
}
