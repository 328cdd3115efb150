import { describe, expect, it } from 'vitest';
import { drawTextTable } from './text-table.ts';

describe('a table of text', () => {
  it('aligns numbers on the digit and sets a total apart', () => {
    const columns = [{ title: 'Service' }, { title: 'Cost, kr', align: 'right' as const }];
    expect(
      drawTextTable(columns, [['Home nursing', '1 000'], ['Day', '−20'], 'rule', ['Total', '980']]),
    ).toBe(
      [
        'Service       Cost, kr',
        '──────────────────────',
        'Home nursing     1 000',
        'Day                −20',
        '──────────────────────',
        'Total              980',
      ].join('\n'),
    );
  });

  it('puts a long title on two lines rather than widen a narrow column', () => {
    const columns = [{ title: 'a' }, { title: 'Provider answers for, kr', align: 'right' as const }];
    const [first, second] = drawTextTable(columns, [['x', '1']]).split('\n');
    expect([first?.trim(), second?.trim().replace(/ +/g, ' ')]).toEqual(['Provider', 'a answers for, kr']);
  });

  it('shortens words to fit the width, never numbers nor what is to be kept', () => {
    const columns = [
      { title: 'Name' },
      { title: 'kr', align: 'right' as const },
      { title: 'next', keep: true },
    ];
    const text = drawTextTable(
      columns,
      [['a very long name indeed, longer than the window', '123 456 789', 'unit-cost:home-nursing/sjosiden']],
      60,
    );
    expect(text).toContain('…');
    expect(text).toContain('123 456 789');
    expect(text).toContain('unit-cost:home-nursing/sjosiden');
    for (const line of text.split('\n')) expect([...line].length).toBeLessThanOrEqual(60);
  });
});
