// Writes the pictures of docs/pictures/ that show a followed month of the demonstration municipality, as its pages show
// them: both bridges, who deviates and who answers for it, and who would gain by one price for all. With the path of a
// Chromium as argument also whole pages, as people print them. Run it again when the demonstration or the drawing
// has changed: node scripts/write-financing-pictures.ts [/usr/bin/chromium]

import { execFileSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';
import { chromium } from 'playwright-core';
import { generateFjordvik } from '../src/demo/generate-fjordvik.ts';
import { KEY_FILE_VARIABLE } from '../src/registers/people/pseudonym.ts';

const PROGRAM = fileURLToPath(new URL('../bin/innsats.mjs', import.meta.url));
const PICTURES = new URL('../docs/pictures/', import.meta.url);
const MONTH = '2026-12';

/** File of docs/pictures/, the page that it is on, and its id there. */
const SHOWN = [
  ['bridge-sjosiden.svg', 'unit-sjosiden.html', 'bridge-wide'],
  ['bridge-innlandet.svg', 'unit-innlandet.html', 'bridge-wide'],
  ['who-answers.svg', 'council.html', 'whose-wide'],
  ['shadow.svg', 'shadow.html', 'before-average-2026-wide'],
] as const;

/** File of docs/pictures/, and the page that it is a photograph of. */
const PHOTOGRAPHED = [
  ['unit-page.png', 'unit-innlandet.html'],
  ['purchaser-page.png', 'purchaser-purchaser.html'],
  ['council-page.png', 'council.html'],
  ['director-page.png', 'director.html'],
] as const;

const folder = mkdtempSync(join(tmpdir(), 'innsats-pictures-'));
try {
  const pages = await followMonth(join(folder, 'fjordvik'));
  mkdirSync(PICTURES, { recursive: true });
  for (const [file, page, id] of SHOWN)
    writeFileSync(
      new URL(file, PICTURES),
      standAlone(pictureOf(readFileSync(join(pages, page), 'utf8'), id)),
    );
  const [browser] = process.argv.slice(2);
  if (browser) await photograph(browser, pages);
} finally {
  rmSync(folder, { recursive: true });
}

/** Generates, costs, prices and follows Fjordvik; gives the folder with the month's pages in English. */
async function followMonth(workspace: string): Promise<string> {
  await generateFjordvik(workspace);
  const keyFile = join(folder, 'key');
  writeFileSync(keyFile, Buffer.alloc(32, 7), { mode: 0o600 });
  const innsats = (...args: string[]): void => {
    const env = { ...process.env, [KEY_FILE_VARIABLE]: keyFile };
    execFileSync(process.execPath, [PROGRAM, '-C', workspace, ...args], { env, stdio: 'ignore' });
  };
  innsats('run');
  innsats('prices', 'adopt', '--date', '2025-12-11');
  innsats('prices', 'adopt', '--date', '2025-12-11', '--model', 'average-2026');
  innsats('run', '--month', MONTH, '--lang', 'en');
  const months = join(workspace, '.innsats', 'months');
  const [name] = readdirSync(months).filter((each) => each.startsWith(MONTH));
  if (!name) throw new Error(`${MONTH} of the demonstration has no pages`);
  return join(months, name);
}

/** The picture with an id, out of a page. */
function pictureOf(page: string, id: string): string {
  const [picture] = new RegExp(`<svg id="${id}"[\\s\\S]*?</svg>`).exec(page) ?? [];
  if (!picture) throw new Error(`the page has no picture "${id}"`);
  return picture;
}

/** On white, so that it can be read on any background. */
function standAlone(picture: string): string {
  return `${picture.replace('</defs>', '</defs><rect width="100%" height="100%" fill="#fff"/>')}\n`;
}

/** The first sheet of each page, as it is printed on A4. */
async function photograph(executablePath: string, pages: string): Promise<void> {
  const browser = await chromium.launch({ executablePath, args: ['--no-sandbox', '--disable-gpu'] });
  try {
    const view = await browser.newPage({ viewport: { width: 794, height: 1123 }, deviceScaleFactor: 1.5 });
    await view.emulateMedia({ media: 'print' });
    for (const [file, page] of PHOTOGRAPHED) {
      await view.goto(pathToFileURL(join(pages, page)).href);
      await view.addStyleTag({ content: 'body{padding:34px 49px}' });
      await view.screenshot({ path: fileURLToPath(new URL(file, PICTURES)) });
    }
  } finally {
    await browser.close();
  }
}
