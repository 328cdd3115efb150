import { expect, it } from 'vitest';
import type { Finding } from '../findings/finding.ts';
import { toldOnce } from './told-once.ts';

const finding = (rule: string, key: string): Finding => ({
  rule,
  severity: 'warning',
  message: rule,
  where: { file: 'innsats.yaml', key },
});

const ofOne = finding('costing/posting-without-unit', 'responsibility 4999');
const ofNone = finding('costing/posting-without-unit', 'no responsibility');
const ofPool = finding('costing/posting-without-unit', 'patrol');
const parked = finding('costing/parked', 'not yet placed');
const checked = finding('checks/responsibility-without-unit', 'responsibility 4999');
const costing = [ofOne, ofNone, ofPool, parked];

it.each<[string, Finding[], Finding[]]>([
  ['what the checks have told', [checked], [ofNone, ofPool, parked]],
  ['nothing where the checks told of something else', [finding('checks/turned-sign', 'x')], costing],
  ['nothing where the checks are silent', [], costing],
])('costing leaves out %s', (_, told, left) => {
  expect(toldOnce(costing, told)).toEqual(left);
});
