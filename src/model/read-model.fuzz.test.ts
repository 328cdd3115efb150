// Whatever stands in a model file or its tables: a result with findings, each with its place, never a stack.

import { mkdirSync, mkdtempSync, readFileSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { stringify } from 'yaml';
import {
  financedModel,
  SAMPLE_BUDGET_VOLUMES,
  SAMPLE_FINANCING,
  writeFinanced,
} from '../../test/support/sample-financing.ts';
import { SAMPLE_PORTIONS, SAMPLE_UNITS } from '../../test/support/sample-model.ts';
import { describeModel } from './describe-model.ts';
import { type ModelReading, readModelBytes } from './read-model.ts';

/** INNSATS_FUZZ=20 looks twenty times as hard. */
const EFFORT = Number(process.env['INNSATS_FUZZ'] ?? 1);
/** One of everything, financing included. */
const SEED = financedModel();
const file = writeFinanced(SEED);
const bytesOf = (text: string): Uint8Array => new TextEncoder().encode(text);

/** A reading is sound when it is a model that can be described, or refused by errors; every finding has its place. */
function checkSound({ model, findings }: ModelReading, lines: number): void {
  const errors = findings.filter(({ severity }) => severity === 'error');
  expect(model === undefined).toBe(errors.length > 0);
  for (const { where, message, rule } of findings) {
    expect(where.file).toBeTruthy();
    expect(where.line ?? where.row).toBeGreaterThanOrEqual(1);
    if (where.line !== undefined) expect(where.line).toBeLessThanOrEqual(lines + 1);
    expect(message).not.toMatch(/undefined|\[object|NaN|TypeError/);
    expect(rule).toMatch(/^model\/[a-z0-9-]+$/);
  }
  if (model) expect(describeModel(model).join('\n')).not.toMatch(/undefined|\[object|NaN/);
}

const words = [...new Set(SEED.match(/[\p{L}\d*-]+/gu) ?? [])];
const marks = [...'{}[]:,-?*&!|>"\'%@`#\t\n \ufeff\u0000\u2028ø'];
const pieces = fc.oneof(
  fc.constantFrom(...words),
  fc.constantFrom(...marks),
  fc.constantFrom(
    'own ',
    '~',
    'null',
    '0x10',
    '-1',
    '1e9',
    '99999999999999999999',
    '1/0',
    '{}',
    '[]',
    '&a',
    '*a',
    '<<: ',
    '--- ',
    '!!int 1',
  ),
  fc.string({ maxLength: 5 }),
);
type Edit = (text: string) => string;
const at = fc.nat(SEED.length);
const edits: fc.Arbitrary<Edit> = fc.oneof(
  fc.tuple(at, pieces).map(
    ([i, piece]): Edit =>
      (text) =>
        text.slice(0, i) + piece + text.slice(i),
  ),
  fc.tuple(at, fc.nat(30)).map(
    ([i, n]): Edit =>
      (text) =>
        text.slice(0, i) + text.slice(i + n),
  ),
  fc.tuple(fc.constantFrom(...words), pieces).map(
    ([word, piece]): Edit =>
      (text) =>
        text.replace(word, piece),
  ),
  fc.tuple(fc.nat(120), fc.nat(120)).map(
    ([from, to]): Edit =>
      (text) => {
        const lines = text.split('\n');
        const [line = ''] = lines.splice(from, 1);
        return [...lines.slice(0, to), line, ...lines.slice(to)].join('\n');
      },
  ),
);
const manyEdits = fc.array(edits, { minLength: 1, maxLength: 4 });

describe('the model reader withstands', () => {
  it('random edits of a good model', () => {
    fc.assert(
      fc.property(manyEdits, (list) => {
        const text = list.reduce((before, edit) => edit(before), SEED);
        const lines = text.split(/\r\n|\n|\r/).length;
        checkSound(readModelBytes(bytesOf(text), file), lines);
        checkSound(readModelBytes(bytesOf(text), file, { asOf: 2026 }), lines);
      }),
      { numRuns: 250 * EFFORT },
    );
  });

  it('truncation anywhere', () => {
    fc.assert(
      fc.property(fc.nat(SEED.length), (end) => {
        const text = SEED.slice(0, end);
        checkSound(readModelBytes(bytesOf(text), file), text.split('\n').length);
      }),
      { numRuns: 80 * EFFORT },
    );
  });

  it('random bytes', () => {
    fc.assert(
      fc.property(fc.uint8Array({ maxLength: 60 }), (bytes) => {
        checkSound(readModelBytes(bytes, file), 61);
      }),
      { numRuns: 500 * EFFORT },
    );
  });

  const keys = fc.oneof(fc.constantFrom(...words), fc.string({ maxLength: 4 }));
  const { value } = fc.letrec((tie) => ({
    value: fc.oneof(
      { maxDepth: 4 },
      fc.constantFrom(...words),
      fc.oneof(fc.integer(), fc.boolean(), fc.constant(null), fc.string({ maxLength: 6 })),
      fc.array(tie('value'), { maxLength: 3 }),
      fc.dictionary(keys, tie('value'), { maxKeys: 4 }),
    ),
  }));

  it('random structures in the place of every section', () => {
    const sections = SEED.match(/^[a-z-]+(?=:)/gm) ?? [];
    fc.assert(
      fc.property(fc.constantFrom(...sections), value, (section, random) => {
        const other = stringify({ [section]: random });
        const text = SEED.replace(new RegExp(`^${section}:.*\\n(?: .*\\n)*`, 'm'), () => other);
        checkSound(readModelBytes(bytesOf(text), file), text.split('\n').length);
      }),
      { numRuns: 250 * EFFORT },
    );
  });

  it('random structures in the place of every part of financing', () => {
    const parts = SAMPLE_FINANCING.match(/(?<=^ {2})[a-z-]+(?=:)/gm) ?? [];
    fc.assert(
      fc.property(fc.constantFrom(...parts), value, (part, random) => {
        const other = stringify({ [part]: random }).replace(/^(?=.)/gm, '  ');
        const of = new RegExp(`^ {2}${part}:.*\\n(?: {3}.*\\n)*`, 'm');
        const text = financedModel(SAMPLE_FINANCING.replace(of, () => other));
        checkSound(readModelBytes(bytesOf(text), file), text.split('\n').length);
      }),
      { numRuns: 250 * EFFORT },
    );
  });

  it('random edits of its tables', () => {
    const folder = mkdtempSync(join(tmpdir(), 'innsats-model-'));
    const tables = {
      units: SAMPLE_UNITS,
      portions: SAMPLE_PORTIONS,
      'budget-volumes': SAMPLE_BUDGET_VOLUMES,
    };
    const names = Object.keys(tables) as (keyof typeof tables)[];
    for (const name of names) {
      mkdirSync(join(folder, 'data'), { recursive: true });
      writeFileSync(join(folder, 'data', `${name}.csv`), tables[name]);
    }
    const cells = [...new Set(Object.values(tables).join('').split(/[;\n]/))];
    const change = fc.tuple(
      fc.nat(600),
      fc.nat(20),
      fc.oneof(
        fc.constantFrom(...cells, ';', '\n', '"', '\r', '\u0000', '1.234', '-1', '1,5'),
        fc.string({ maxLength: 4 }),
      ),
    );
    fc.assert(
      fc.property(
        fc.array(change, { minLength: 1, maxLength: 4 }),
        fc.constantFrom(...names),
        (changes, name) => {
          const text = changes.reduce(
            (all, [i, n, piece]) => all.slice(0, i) + piece + all.slice(i + n),
            tables[name],
          );
          writeFileSync(join(folder, 'data', `${name}.csv`), text);
          const reading = readModelBytes(bytesOf(SEED), join(folder, 'innsats.yaml'));
          writeFileSync(join(folder, 'data', `${name}.csv`), tables[name]);
          checkSound(reading, SEED.split('\n').length);
        },
      ),
      { numRuns: 200 * EFFORT },
    );
  });

  it('reads the same twice', () => {
    const once = readModelBytes(readFileSync(file), file);
    expect(readModelBytes(readFileSync(file), join(dirname(file), 'innsats.yaml'))).toEqual(once);
  });
});
