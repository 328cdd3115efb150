import { readdirSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { describe, expect, it } from 'vitest';
import { describeFinding, type Finding, isRefused } from '../../findings/finding.ts';
import { acceptFindings, idleAcceptances } from './accept-findings.ts';
import { parseAccepted } from './read-accepted.ts';

const read = (text: string) => parseAccepted(new TextEncoder().encode(text), 'accepted.yaml');
const told = (text: string): string[] => read(text).findings.map(describeFinding);

const DAYS: Finding = {
  rule: 'checks/too-many-days',
  severity: 'warning',
  message: '42 days',
  where: { file: 'data/stays.csv', row: 7 },
};
const TWICE: Finding = {
  rule: 'import/duplicate-file',
  severity: 'error',
  message: 'twice',
  where: { file: 'data/b(1).csv' },
};

/** The first halves of all rules that the readers and stages write, and of those that they make of a kind or register. */
function roomsOfRules(): string[] {
  const src = fileURLToPath(new URL('../..', import.meta.url));
  const texts = ['registers', 'costing', 'prices', 'model'].flatMap((room) =>
    readdirSync(`${src}/${room}`, { recursive: true, encoding: 'utf8' })
      .filter((file) => file.endsWith('.ts') && !file.endsWith('.test.ts'))
      .map((file) => readFileSync(`${src}/${room}/${file}`, 'utf8')),
  );
  const written = texts.flatMap((text) =>
    [...text.matchAll(/rule: ['`]([a-z-]+)\//g)].map(([, room]) => room!),
  );
  return [...new Set([...written, 'suspensions', 'waiting-list', 'circumstances'])].sort();
}

describe('accepted.yaml', () => {
  it('is a list of rule, place, reason and date', () => {
    const { accepted, findings } = read(
      '- { rule: checks/too-many-days, place: "data/stays.csv, row 7", reason: moved in May, date: 2026-02-14 }\n',
    );
    expect(findings).toEqual([]);
    expect(accepted).toEqual([
      {
        rule: 'checks/too-many-days',
        place: 'data/stays.csv, row 7',
        reason: 'moved in May',
        date: '2026-02-14',
        line: 1,
        position: 3,
      },
    ]);
  });

  it('takes rules of every room that has any about data', () => {
    const entry = (room: string) => `- { rule: ${room}/x, place: y, reason: z, date: 2026-02-14 }\n`;
    // Rules of the checks are known one by one; what "init" tells is told once, of no run.
    const rooms = roomsOfRules().filter((room) => !['checks', 'init'].includes(room));
    expect(rooms).toEqual(expect.arrayContaining(['decisions', 'kostra', 'paid-hours', 'table']));
    expect(told(rooms.map(entry).join(''))).toEqual([]);
  });

  it('may be empty', () => {
    expect(read('')).toEqual({ accepted: [], findings: [] });
    expect(read('# nothing yet\n')).toEqual({ accepted: [], findings: [] });
  });

  for (const [what, entry, message] of [
    [
      'no reason',
      'rule: checks/turned-sign, place: x, date: 2026-02-14',
      'accepted.yaml:1:3: "reason" is missing. Say why it may stand.',
    ],
    [
      'no date',
      'rule: checks/turned-sign, place: x, reason: y',
      'accepted.yaml:1:3: "date" is missing. Write the day it was accepted, such as 2026-02-14.',
    ],
    [
      'a day that is not there',
      'rule: checks/turned-sign, place: x, reason: y, date: 2025-02-29',
      'accepted.yaml:1:58: expected a day such as 2026-02-14, found "2025-02-29".',
    ],
    [
      'a rule that is not there',
      'rule: checks/turned-sgn, place: x, reason: y, date: 2026-02-14',
      'accepted.yaml:1:11: there is no rule "checks/turned-sgn". Did you mean "checks/turned-sign"?',
    ],
    [
      'a rule of no room',
      'rule: chekcs/turned-sign, place: x, reason: y, date: 2026-02-14',
      'accepted.yaml:1:11: there is no rule "chekcs/turned-sign".',
    ],
    [
      'an unknown key',
      'rule: checks/turned-sign, place: x, reason: y, date: 2026-02-14, by: me',
      'accepted.yaml:1:70: an accepted finding has no key "by".',
    ],
    [
      'an identity number',
      'rule: checks/turned-sign, place: x, reason: asked about 158441 00016, date: 2026-02-14',
      'accepted.yaml:1:49: this entry seems to hold an identity number. Say it without naming anyone.',
    ],
  ] as const)
    it(`an entry with ${what} is told with its line and accepts nothing`, () => {
      const { accepted, findings } = read(`- { ${entry} }\n`);
      expect(accepted).toEqual([]);
      expect(findings.map(describeFinding).join()).toContain(message);
      expect(isRefused(findings)).toBe(true);
    });

  it('a file that is no YAML, or no list of maps, is told', () => {
    expect(told('- { rule: ')[0]).toMatch(/^accepted\.yaml:\d+:\d+: not readable as YAML/);
    expect(told('just words')[0]).toMatch(/^accepted\.yaml:1:1: expected an accepted finding \(key: value\)/);
  });
});

describe('accepting', () => {
  const entry = {
    rule: 'checks/too-many-days',
    place: '',
    reason: 'known',
    date: '2026-02-14',
    line: 3,
    position: 3,
  };

  for (const [place, isAccepted] of [
    ['data/stays.csv, row 7', true],
    ['data/stays.csv*', true],
    ['*', true],
    ['*row 7', true],
    ['data/stays.csv', false],
    ['data/stays.csv, row 70', false],
    ['data/stays?csv*', false],
  ] as const)
    it(`a place "${place}" ${isAccepted ? 'fits' : 'does not fit'} row 7 of data/stays.csv`, () => {
      const [finding] = acceptFindings([DAYS], [{ ...entry, place }]);
      expect(finding?.accepted).toEqual(isAccepted ? { reason: 'known', date: '2026-02-14' } : undefined);
      expect(idleAcceptances([DAYS], [{ ...entry, place }]).length).toBe(isAccepted ? 0 : 1);
    });

  it('another rule at the same place is not accepted', () => {
    const other = { ...DAYS, rule: 'checks/repeated-records' };
    expect(acceptFindings([other], [{ ...entry, place: '*' }])).toEqual([other]);
  });

  it('an accepted error refuses nothing, and signs of patterns in a name are themselves', () => {
    const acceptance = { ...entry, rule: 'import/duplicate-file', place: 'data/b(1).csv' };
    expect(isRefused([TWICE])).toBe(true);
    expect(isRefused(acceptFindings([TWICE], [acceptance]))).toBe(false);
  });

  it('an entry with nothing left to accept is a note with its line', () => {
    expect(idleAcceptances([], [{ ...entry, place: 'data/stays.csv*' }]).map(describeFinding)).toEqual([
      'accepted.yaml:3:3: No finding of checks/too-many-days stands at "data/stays.csv*" any more. Take the entry out.',
    ]);
  });

  it('nothing is said of rules that were not asked, or that tell of one import only', () => {
    const entries = ['costing/parked', 'import/file-jumps'].map((rule) => ({ ...entry, rule, place: '*' }));
    expect(idleAcceptances([], entries, (rule) => !rule.startsWith('costing/'))).toEqual([]);
  });
});
