// The same letters in the encodings in which SIE files are found, and lines whatever ends them.

import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import iconv from 'iconv-lite';
import { afterAll, describe, expect, it } from 'vitest';
import { inspectBytes } from '../../tables/inspect-bytes.ts';
import { decoder, findEncoding, readLines } from './sie-text.ts';

const dir = mkdtempSync(join(tmpdir(), 'innsats-sie-'));
const path = join(dir, 'a.se');
afterAll(() => rmSync(dir, { recursive: true }));

const TEXT = '#FNAMN "Åre Östersund Älvsbyn åäö é"\n';

async function found(bytes: Uint8Array, declared?: 'utf-8' | 'latin-1') {
  writeFileSync(path, bytes);
  const decision = await findEncoding(path, await inspectBytes(path), declared);
  const decode = decoder(decision.encoding);
  const lines: string[] = [];
  for await (const batch of readLines(path)) lines.push(...batch.lines.map(decode));
  return { ...decision, first: lines[0] };
}

describe('the encoding', () => {
  it.each([
    ['code page 437', 'cp437', 'code page 437'],
    ['latin-1', 'latin1', 'latin-1'],
    ['Windows-1252', 'windows-1252', 'latin-1'],
    ['UTF-8', 'utf-8', 'utf-8'],
  ] as const)('of %s is found out', async (_, name, encoding) => {
    expect(await found(iconv.encode(TEXT, name))).toEqual({ encoding, otherLetters: 0, first: TEXT.trim() });
  });

  it('with a byte order mark is UTF-8, and the mark is no part of the first line', async () => {
    const bytes = iconv.encode(TEXT, 'utf-8', { addBOM: true });
    expect(await found(bytes)).toMatchObject({ encoding: 'utf-8', first: TEXT.trim() });
  });

  it('of plain ASCII is the one that SIE prescribes', async () => {
    expect(await found(Buffer.from('#SIETYP 4\n'))).toMatchObject({ encoding: 'code page 437' });
  });

  it('of two kinds is that of most letters, and the others are counted', async () => {
    const mixed = Buffer.concat([iconv.encode(TEXT, 'cp437'), iconv.encode('#KONTO 1 "Å"\n', 'latin1')]);
    expect(await found(mixed)).toMatchObject({ encoding: 'code page 437', otherLetters: 1 });
  });

  it('that is declared holds', async () => {
    expect(await found(iconv.encode('#FNAMN "ø"\n', 'latin1'))).toMatchObject({ first: '#FNAMN "°"' });
    expect(await found(iconv.encode('#FNAMN "ø"\n', 'latin1'), 'latin-1')).toMatchObject({
      first: '#FNAMN "ø"',
    });
  });
});

describe('lines', () => {
  const lines = async (text: string): Promise<string[]> => {
    writeFileSync(path, text, 'latin1');
    const read: string[] = [];
    for await (const batch of readLines(path)) read.push(...batch.lines);
    return read;
  };
  it.each([
    ['line feeds', 'a\nb\n\nc'],
    ['both', 'a\r\nb\r\n\r\nc\r\n'],
    ['carriage returns', 'a\rb\r\rc'],
    ['the old sign of the end', 'a\nb\n\nc\n\u001a'],
  ])('end in %s', async (_, text) => {
    expect((await lines(text)).filter((line, i) => i < 3 || line !== '')).toEqual(['a', 'b', '', 'c']);
  });

  it('are whole and numbered where the file is read in several pieces', async () => {
    const all = Array.from({ length: 150_000 }, (_, i) => `#TRANS ${i} ${'x'.repeat(i % 40)}`);
    expect(await lines(`${all.join('\r\n')}\r\n`)).toEqual(all);
  });
});
