// What a workbook says beside its cells: its sheets, the texts that cells share, which formats show dates, and from
// which day it counts them.

import { plainText, type Shown, shownByCode, shownByNumber } from './cell-value.ts';
import { parseWhole } from './parse-part.ts';
import { type Archive, openArchive, partName, unpack } from './read-archive.ts';
import { damaged, refused } from './workbook-error.ts';

export type Sheet = { readonly name: string; readonly part: string; readonly isHidden: boolean };

/** `shown` is by the number of a cell's style. */
export type Workbook = {
  readonly archive: Archive;
  readonly sheets: readonly Sheet[];
  readonly is1904: boolean;
  readonly texts: readonly string[];
  readonly shown: readonly Shown[];
};

/** The most that a part held in memory may unpack to: 256 MB. */
const LARGEST_PART = 1 << 28;

/** @throws WorkbookError when the file is no workbook, or not a whole one. */
export async function readWorkbook(path: string): Promise<Workbook> {
  const archive = await openArchive(path);
  const [main] = (await relations(archive, '_rels/.rels')).filter(({ type }) => type === 'officeDocument');
  if (!main) throw noWorkbook(archive);
  if (main.target.endsWith('.bin'))
    throw refused('The file is a binary workbook (xlsb).', 'Save it as an Excel workbook (xlsx).');
  const cut = main.target.lastIndexOf('/') + 1;
  const folder = main.target.slice(0, cut);
  const related = await relations(archive, `${folder}_rels/${main.target.slice(cut)}.rels`, folder);
  const { sheets, is1904 } = await readSheets(archive, main.target, related);
  const partOf = (type: string) => related.find((one) => one.type === type)?.target;
  return {
    archive,
    sheets,
    is1904,
    texts: await sharedTexts(archive, partOf('sharedStrings')),
    shown: await styles(archive, partOf('styles')),
  };
}

function noWorkbook({ entries }: Archive) {
  const isNested = [...entries.keys()].some((name) => /\.(zip|xlsx|xlsm|csv|parquet|txt)$/.test(name));
  return isNested
    ? refused('The file is a zip archive with files in it, no workbook.', 'Unpack it, and deliver the files.')
    : refused(
        'The file is a zip archive, no Excel workbook.',
        'Save it as an Excel workbook (xlsx) or CSV (UTF-8).',
      );
}

type Relation = { readonly id: string; readonly type: string; readonly target: string };

async function pieces(archive: Archive, part: string) {
  const entry = archive.entries.get(partName(part));
  if (!entry) throw damaged('a part is missing');
  return unpack(archive, entry, LARGEST_PART);
}

/** What a part refers to, by the last word of the type; [] where the part refers to nothing. */
async function relations(archive: Archive, part: string, folder = ''): Promise<Relation[]> {
  const found: Relation[] = [];
  if (!archive.entries.has(partName(part))) return found;
  await parseWhole(await pieces(archive, part), {
    open: (name, { Id, Type = '', Target = '', TargetMode }) => {
      if (name !== 'Relationship' || TargetMode === 'External' || Id === undefined) return;
      const type = Type.slice(Type.lastIndexOf('/') + 1);
      found.push({ id: Id, type, target: resolved(folder, Target) });
    },
  });
  return found;
}

/** "xl/" and "../docProps/a.xml" → "docProps/a.xml"; a target that begins with "/" is whole already. */
function resolved(folder: string, target: string): string {
  const steps: string[] = [];
  for (const step of (target.startsWith('/') ? target : folder + target).split('/')) {
    if (step === '..') steps.pop();
    else if (step !== '' && step !== '.') steps.push(step);
  }
  return steps.join('/');
}

async function readSheets(archive: Archive, part: string, related: readonly Relation[]) {
  const sheets: Sheet[] = [];
  let is1904 = false;
  await parseWhole(await pieces(archive, part), {
    open: (name, attributes) => {
      if (name === 'workbookPr') is1904 = isTrue(attributes.date1904);
      if (name !== 'sheet') return;
      const id = Object.entries(attributes).find(([key]) => key.endsWith(':id'))?.[1];
      const target = related.find((one) => one.id === id && one.type === 'worksheet')?.target;
      const isHidden = attributes.state === 'hidden' || attributes.state === 'veryHidden';
      if (target !== undefined) sheets.push({ name: attributes.name ?? '', part: target, isHidden });
    },
  });
  if (sheets.length === 0)
    throw refused('The file has no sheet with cells.', 'Deliver the workbook that holds the table.');
  return { sheets, is1904 };
}

/** A flag as XML writes it. */
export const isTrue = (flag: string | undefined): boolean => flag === '1' || flag === 'true';

/** The texts that cells refer to by number, without their formats and their reading aids. */
async function sharedTexts(archive: Archive, part: string | undefined): Promise<string[]> {
  const texts: string[] = [];
  if (part === undefined) return texts;
  let text = '';
  let [isText, isAid] = [false, false];
  await parseWhole(await pieces(archive, part), {
    open: (name) => {
      if (name === 'si') text = '';
      else if (name === 'rPh') isAid = true;
      else if (name === 't') isText = !isAid;
    },
    text: (piece) => {
      if (isText) text += piece;
    },
    close: (name) => {
      if (name === 'si') texts.push(plainText(text));
      else if (name === 'rPh') isAid = false;
      else if (name === 't') isText = false;
    },
  });
  return texts;
}

async function styles(archive: Archive, part: string | undefined): Promise<Shown[]> {
  const shown: Shown[] = [];
  if (part === undefined) return shown;
  const codes = new Map<string, string>();
  let isCell = false;
  await parseWhole(await pieces(archive, part), {
    open: (name, { numFmtId = '0', formatCode }) => {
      if (name === 'numFmt' && formatCode !== undefined) codes.set(numFmtId, formatCode);
      else if (name === 'cellXfs') isCell = true;
      else if (name === 'xf' && isCell) {
        const code = codes.get(numFmtId);
        shown.push(code === undefined ? shownByNumber(Number(numFmtId)) : shownByCode(code));
      }
    },
    close: (name) => {
      if (name === 'cellXfs') isCell = false;
    },
  });
  return shown;
}
