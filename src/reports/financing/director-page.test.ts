// The director's page: who overspent and has not answered; answers by deadline.

import { describe, expect, it } from 'vitest';
import { fjordvikReport } from '../../../test/support/fjordvik-year.ts';
import type { ManagerComment } from '../../tables/financing.ts';
import { directorPage } from './director-page.ts';

const comment = (unit: string, more: Partial<ManagerComment> = {}): ManagerComment => ({
  ...{ unit, month: 12, text: `Said by ${unit}.`, author: 'leader', date: '2027-01-10', status: 'open' },
  ...more,
});
const titleOf = (page: string): string => /<h1>([^<]*)<\/h1>/.exec(page)?.[1] ?? '';

describe('the director’s page', () => {
  it('counts those who overspent and those of them who have answered', () => {
    const none = titleOf(directorPage(fjordvikReport(12, { comments: [] }), 'en'));
    const one = titleOf(directorPage(fjordvikReport(12, { comments: [comment('innlandet')] }), 'en'));
    const all = Number(/0 of (\d+) leaders/.exec(none)?.[1]);
    expect(all).toBeGreaterThanOrEqual(2);
    expect(one).toContain(`1 of ${all} leaders`);
  });

  it('shows answers by deadline, what is done last, and no other month’s', () => {
    const comments = [
      comment('sjosiden', { status: 'done', deadline: '2026-01-01', text: 'Done.' }),
      comment('innlandet', { deadline: '2027-06-30', text: 'Later.' }),
      comment('innlandet', { deadline: '2027-02-01', text: 'Soon.' }),
      comment('innlandet', { month: 11, text: 'Of November.' }),
    ];
    const page = directorPage(fjordvikReport(12, { comments }), 'en');
    const places = ['Soon.', 'Later.', 'Done.'].map((text) => page.indexOf(`>${text}<`));
    expect(places.every((place) => place > 0)).toBe(true);
    expect(places).toEqual([...places].sort((a, b) => a - b));
    expect(page).not.toContain('Of November.');
  });
});
