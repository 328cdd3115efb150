// Workbooks made by hand, part by part, so that a test can make them as right or as wrong as it likes.

import { crc32, deflateRawSync } from 'node:zlib';

/** A part of a zip archive; what is given beside name and content overrides what would be right. */
export type Part = {
  readonly name: string;
  readonly content: string | Uint8Array;
  readonly method?: number;
  readonly flags?: number;
  readonly checksum?: number;
  readonly unpacked?: number;
  /** The name in the local header, where it is another. */
  readonly localName?: string;
};

/** A zip archive of the parts. */
export function zipOf(parts: readonly Part[], comment = ''): Buffer {
  const files: Buffer[] = [];
  const directory: Buffer[] = [];
  let offset = 0;
  for (const part of parts) {
    const content = Buffer.from(part.content);
    const method = part.method ?? 8;
    const packed = method === 8 ? deflateRawSync(content) : content;
    const header = Buffer.alloc(26);
    header.writeUInt16LE(20, 0);
    header.writeUInt16LE(part.flags ?? 0, 2);
    header.writeUInt16LE(method, 4);
    header.writeUInt32LE(part.checksum ?? crc32(content), 10);
    header.writeUInt32LE(packed.length, 14);
    header.writeUInt32LE(part.unpacked ?? content.length, 18);
    const local = Buffer.from(part.localName ?? part.name);
    const name = Buffer.from(part.name);
    header.writeUInt16LE(local.length, 22);
    const file = Buffer.concat([Buffer.from('PK\x03\x04'), header, local, packed]);
    header.writeUInt16LE(name.length, 22);
    const rest = Buffer.alloc(14);
    rest.writeUInt32LE(offset, 10);
    directory.push(Buffer.concat([Buffer.from('PK\x01\x02\x14\x00'), header, rest, name]));
    files.push(file);
    offset += file.length;
  }
  const listed = Buffer.concat(directory);
  const end = Buffer.alloc(22);
  end.write('PK\x05\x06', 'latin1');
  end.writeUInt16LE(parts.length, 8);
  end.writeUInt16LE(parts.length, 10);
  end.writeUInt32LE(listed.length, 12);
  end.writeUInt32LE(offset, 16);
  end.writeUInt16LE(Buffer.byteLength(comment), 20);
  return Buffer.concat([...files, listed, end, Buffer.from(comment)]);
}

const TYPE = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships';
const relation = (id: string, type: string, target: string): string =>
  `<Relationship Id="${id}" Type="${TYPE}/${type}" Target="${target}"/>`;
const relations = (inner: string): string =>
  `<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">${inner}</Relationships>`;

export type HandMade = {
  /** The rows of the first sheet, as XML: `<row r="1">…</row>`. */
  readonly rows: string;
  /** What follows the rows in it: `<mergeCells>…</mergeCells>`. */
  readonly after?: string;
  /** Before its root element: a document type. */
  readonly before?: string;
  /** Its name and state. */
  readonly name?: string;
  readonly state?: string;
  /** Further sheets: name, state and rows. */
  readonly more?: readonly { readonly name: string; readonly state?: string; readonly rows: string }[];
  readonly texts?: readonly string[];
  /** Number formats of the styles 0, 1, …: a number of a built-in one, or a code. */
  readonly formats?: readonly (number | string)[];
  readonly is1904?: boolean;
};

const sheetXml = (rows: string, after = ''): string =>
  `<worksheet xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main"><sheetData>${rows}</sheetData>${after}</worksheet>`;

/** The parts of a workbook. */
export function partsOf(made: HandMade): Part[] {
  const sheets = [
    { name: made.name ?? 'Ark1', state: made.state, rows: made.rows, after: made.after },
    ...(made.more ?? []).map((sheet) => ({ state: undefined, after: undefined, ...sheet })),
  ];
  const listed = sheets.map(
    ({ name, state }, i) =>
      `<sheet name="${name}" sheetId="${i + 1}"${state ? ` state="${state}"` : ''} r:id="rId${i + 1}"/>`,
  );
  const related = sheets.map((_, i) => relation(`rId${i + 1}`, 'worksheet', `worksheets/sheet${i + 1}.xml`));
  if (made.texts) related.push(relation('rId90', 'sharedStrings', 'sharedStrings.xml'));
  if (made.formats) related.push(relation('rId91', 'styles', '/xl/styles.xml'));
  const properties = made.is1904 ? '<workbookPr date1904="1"/>' : '';
  return [
    { name: '[Content_Types].xml', content: '<Types/>' },
    { name: '_rels/.rels', content: relations(relation('rId1', 'officeDocument', 'xl/workbook.xml')) },
    {
      name: 'xl/workbook.xml',
      content: `<workbook xmlns:r="${TYPE}">${properties}<sheets>${listed.join('')}</sheets></workbook>`,
    },
    { name: 'xl/_rels/workbook.xml.rels', content: relations(related.join('')) },
    ...(made.texts ? [{ name: 'xl/sharedStrings.xml', content: textsXml(made.texts) }] : []),
    ...(made.formats ? [{ name: 'xl/styles.xml', content: stylesXml(made.formats) }] : []),
    ...sheets.map(({ rows, after }, i) => ({
      name: `xl/worksheets/sheet${i + 1}.xml`,
      content: (i === 0 ? (made.before ?? '') : '') + sheetXml(rows, after),
    })),
  ];
}

const textsXml = (texts: readonly string[]): string =>
  `<sst>${texts.map((text) => (text.startsWith('<') ? `<si>${text}</si>` : `<si><t>${text}</t></si>`)).join('')}</sst>`;

function stylesXml(formats: readonly (number | string)[]): string {
  const codes = formats.map((format, i) =>
    typeof format === 'string' ? `<numFmt numFmtId="${200 + i}" formatCode="${format}"/>` : '',
  );
  const styles = formats.map(
    (format, i) => `<xf numFmtId="${typeof format === 'string' ? 200 + i : format}"/>`,
  );
  return `<styleSheet><numFmts>${codes.join('')}</numFmts><cellStyleXfs><xf numFmtId="14"/></cellStyleXfs><cellXfs>${styles.join('')}</cellXfs></styleSheet>`;
}

/** The bytes of a workbook. */
export const workbookOf = (made: HandMade): Buffer => zipOf(partsOf(made));

/** Cells as short words: 12.5 → a number, text → text, an object → a cell's inner XML and attributes. */
export type Word =
  | string
  | number
  | { readonly xml: string; readonly attributes?: string }
  | undefined
  | null;

/** A row from words, column A onwards. */
export function row(number: number, words: readonly Word[], attributes = ''): string {
  const cells = words.map((word, i) => {
    const at = `r="${String.fromCharCode(65 + i)}${number}"`;
    if (word === undefined || word === null) return '';
    if (typeof word === 'number') return `<c ${at}><v>${word}</v></c>`;
    if (typeof word === 'string') return `<c ${at} t="inlineStr"><is><t>${word}</t></is></c>`;
    return `<c ${at} ${word.attributes ?? ''}>${word.xml}</c>`;
  });
  return `<row r="${number}" ${attributes}>${cells.join('')}</row>`;
}
