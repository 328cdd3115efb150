import { expect, it } from 'vitest';
import { ore } from '../money/ore.ts';
import type { Finding } from './finding.ts';
import { summariseFindings } from './summarise-findings.ts';

const finding = (rule: string, severity: Finding['severity'], more: Partial<Finding> = {}): Finding => ({
  ...{ rule, severity, message: '', where: {} },
  ...more,
});

it('sums what findings of a rule touch, the gravest first, what is accepted apart and last', () => {
  const accepted = { reason: 'known', date: '2026-02-14' };
  const summaries = summariseFindings([
    finding('b', 'note'),
    finding('c', 'error', { accepted, count: 7 }),
    finding('a', 'warning', { count: 2, amountOre: ore(-500), volume: { parts: 3_000n, measure: 'day' } }),
    finding('a', 'warning', { count: 3, amountOre: ore(200), volume: { parts: 36_000n, measure: 'hour' } }),
    finding('c', 'error'),
    finding('a', 'warning', { volume: { parts: 1_000n, measure: 'day' } }),
  ]);
  expect(summaries).toEqual([
    { rule: 'c', severity: 'error', isAccepted: false, findings: 1, rows: 0, volumes: [] },
    {
      rule: 'a',
      severity: 'warning',
      isAccepted: false,
      findings: 3,
      rows: 5,
      amountOre: -300n,
      volumes: [
        { measure: 'day', parts: 4_000n },
        { measure: 'hour', parts: 36_000n },
      ],
    },
    { rule: 'b', severity: 'note', isAccepted: false, findings: 1, rows: 0, volumes: [] },
    { rule: 'c', severity: 'error', isAccepted: true, findings: 1, rows: 7, volumes: [] },
  ]);
});
