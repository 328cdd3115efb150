// Comments of a month: what is whole is taken, what is not is told with its line and left out.

import { mkdtempSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { sampleModel } from '../../../test/import/sample-model.ts';
import { describeFinding } from '../../findings/finding.ts';
import type { Model, Unit } from '../../model/model.ts';
import { readComments } from './read-comments.ts';

const folder = mkdtempSync(join(tmpdir(), 'innsats-comments-'));
const unit = 'sjosiden';
const office: Unit = {
  ...{ id: unit, name: 'Sjøsiden', kind: 'provider', provision: 'own', groups: [] },
  ...{ responsibilities: [], columns: new Map() },
};
const model: Model = { ...sampleModel({}), units: [office] };

async function read(text: string) {
  const file = join(folder, '2026-04.yaml');
  writeFileSync(file, text);
  return readComments(file, 4, model);
}

describe('comments', () => {
  it('takes what is whole', async () => {
    const text = `- { unit: ${unit}, text: "Overtime ends in June.", by: unit leader, date: 2026-05-12, deadline: 2026-06-30, status: under-way }`;
    expect(await read(text)).toEqual({
      comments: [
        {
          ...{ unit, month: 4, text: 'Overtime ends in June.', author: 'unit leader' },
          ...{ date: '2026-05-12', deadline: '2026-06-30', status: 'under-way' },
        },
      ],
      findings: [],
    });
  });

  it('has none where there is no file', async () => {
    expect(await readComments(join(folder, 'none.yaml'), 4, model)).toEqual({ comments: [], findings: [] });
  });

  it.each([
    ['an unknown unit', '- { unit: nowhere, text: a, by: b, date: 2026-05-12 }', 'no unit "nowhere"'],
    ['no author', `- { unit: ${unit}, text: a, date: 2026-05-12 }`, 'by'],
    ['a day that never was', `- { unit: ${unit}, text: a, by: b, date: 2026-02-30 }`, 'a day such as'],
    [
      'an identity number',
      `- { unit: ${unit}, text: "concerns 010150 12345", by: b, date: 2026-05-12 }`,
      'identity number',
    ],
  ])('tells %s', async (_, text, message) => {
    const { comments, findings } = await read(text);
    expect(comments).toEqual([]);
    expect(findings.map(describeFinding).join('\n')).toContain(message);
    expect(findings.every(({ severity }) => severity === 'warning')).toBe(true);
    expect(findings.every(({ where }) => where.file === 'comments/2026-04.yaml')).toBe(true);
  });
});
