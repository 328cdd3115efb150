// docs/model.md tells the truth: its examples, put together in one model file, are a model that is accepted.

import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { expect, it } from 'vitest';
import { describeFinding } from '../src/findings/finding.ts';
import { readModel } from '../src/model/read-model.ts';

const page = readFileSync(fileURLToPath(new URL('../docs/model.md', import.meta.url)), 'utf8');
const examples = [...page.matchAll(/^```yaml\n(.*?)^```$/gms)].map((match) => match[1]!);

/** The tables that the examples name. */
const FILES = {
  'units.csv': `id;name;kind;groups;responsibilities;fte
sjosiden;Sjøsiden;provider;home-care-units;4710;10
innlandet;Innlandet;provider;home-care-units;4711;8
solvang;Solvang;provider;;4720;20
fjordglott;Fjordglott;provider;;4721;22
kitchen;Kjøkken;support;;4800;5
it;IT;support;;4900;3
management;Ledelse;support;;4901;2
`,
  'portions.csv': 'unit;quantity\nsolvang;10\nfjordglott;12\n',
  'visits-per-service.csv': 'service;quantity\nhome-nursing;70\npractical-assistance;30\n',
  'accounts.csv': 'account;article;own;function\n5000;010;;\n',
  'standard-times.csv': 'task;minutes\nshower;20\n',
  'budget-volumes-2026.csv':
    'unit;service;level;month;users;quantity\nsjosiden;home-nursing;;;40;9000\nsolvang;nursing-home;dementia;1;;310\n',
};

const used = new Set<string>();
/** The one example that begins so. */
const example = (start: string): string => {
  const found = examples.filter((text) => text.startsWith(start));
  expect(found, start).toHaveLength(1);
  used.add(found[0]!);
  return found[0]!;
};
/** An example without its first line, which stands in another example already. */
const within = (start: string, section: string): string => {
  const text = example(start);
  expect(text.startsWith(section)).toBe(true);
  return text.slice(section.length);
};

it('the examples of the page are a model', async () => {
  const [ledger = '', activity = ''] = within('  ledger:', '  ledger:\n').split('  activity:\n');
  const sources = example('sources:')
    .replace('  account-string:', `${example('    - read: saft')}${ledger}  account-string:`)
    .concat(activity, within('  activity:', '  activity:\n'), example('  people:'));
  const costing = example('costing:\n  method')
    .replace('    - user-fees:', `${example('    - sick-pay:')}    - user-fees:`)
    .concat(within('costing:\n  internal-sales', 'costing:\n'));
  const rest = [
    'unit-groups:',
    'concepts:',
    'prices:',
    'accruals:',
    'financing:',
    'users:',
    'week-rule:',
  ].map(example);
  const text = [example('municipality:'), sources, 'units: data/units.csv\n', costing, ...rest].join('');
  const folder = mkdtempSync(join(tmpdir(), 'innsats-model-page-'));
  try {
    mkdirSync(join(folder, 'data'));
    for (const [file, rows] of Object.entries(FILES)) writeFileSync(join(folder, 'data', file), rows);
    writeFileSync(join(folder, 'innsats.yaml'), text);
    const { model, findings } = await readModel(join(folder, 'innsats.yaml'));
    expect(findings.map(describeFinding)).toEqual([]);
    expect(model?.costing.pools.map(({ name }) => name)).toContain('meals bought');
    expect(
      examples.filter((each) => !used.has(each)),
      'examples that are not in it',
    ).toEqual([]);
  } finally {
    rmSync(folder, { recursive: true });
  }
});
