// npm run bench: what exactness, checks and explanations cost, as ratios measured in one run against a named floor.
// One by name: npm run bench -- solve

import { drawTextTable } from '../src/charts/text-table.ts';
import type { Measured } from './measured.ts';

const BENCHES: Readonly<Record<string, () => Promise<Measured[]>>> = {
  apportion: async () => (await import('./apportion.ts')).benchApportion(),
  solve: async () => (await import('./solve.ts')).benchSolve(),
  reprice: async () => (await import('./reprice.ts')).benchReprice(),
  import: async () => (await import('./import.ts')).benchImport(),
  xlsx: async () => (await import('./xlsx.ts')).benchXlsx(),
  reduce: async () => (await import('./reduce.ts')).benchReduce(),
  saft: async () => (await import('./saft.ts')).benchSaft(),
  sie: async () => (await import('./sie.ts')).benchSie(),
  users: async () => (await import('./users.ts')).benchUsers(),
  financing: async () => (await import('./financing.ts')).benchFinancing(),
  explain: async () => (await import('./explain.ts')).benchExplain(),
  whatif: async () => (await import('./whatif.ts')).benchWhatIf(),
};

const wanted = process.argv.slice(2);
const unknown = wanted.filter((name) => !(name in BENCHES));
if (unknown.length > 0) {
  process.stderr.write(`There is no benchmark ${unknown.join(', ')}: ${Object.keys(BENCHES).join(', ')}.\n`);
  process.exit(2);
}
const results: Measured[] = [];
for (const [name, bench] of Object.entries(BENCHES)) {
  if (wanted.length > 0 && !wanted.includes(name)) continue;
  process.stderr.write(`${name} …\n`);
  results.push(...(await bench()));
}
const columns = [
  { title: 'Ratio' },
  { title: 'Measured', align: 'right' as const },
  { title: 'Aim ≤', align: 'right' as const },
  { title: '' },
  { title: 'What stands behind it' },
];
const rows = results.map(({ name, ratio, aim, detail }) => [
  name,
  ratio.toFixed(2),
  String(aim),
  ratio <= aim ? '✓' : 'above',
  detail,
]);
process.stdout.write(`${drawTextTable(columns, rows, 160)}\n`);
