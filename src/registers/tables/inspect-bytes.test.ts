import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { withFile } from '../../../test/support/table-workspace.ts';
import { type Bytes, inspectBytes } from './inspect-bytes.ts';

const inspect = (bytes: string | Uint8Array): Promise<Bytes> =>
  withFile('a.csv', bytes, (dir) => inspectBytes(join(dir, 'a.csv')));

describe('a file seen from its bytes', () => {
  it.each<[string, string | Uint8Array, Partial<Bytes>]>([
    ['ASCII', 'a;b\n', { hasBeyondAscii: false, endsWithBreak: true, hasBlankLine: false }],
    ['UTF-8', 'æ;b\n', { hasBeyondAscii: true }],
    ['UTF-8 with a mark', '\ufeffa\n', { mark: 'utf-8' }],
    ['UTF-16', Buffer.from('\ufeffa', 'utf16le'), { mark: 'utf-16le' }],
    ['latin-1', Buffer.from('a\nb\næ\n', 'latin1'), { notUtf8Line: 3, hasC1: false }],
    ['Windows-1252', Buffer.from([97, 10, 0x96]), { notUtf8Line: 2, hasC1: true, endsWithBreak: false }],
    ['a letter cut off at the end', Buffer.from('a\næ', 'utf8').subarray(0, 3), { notUtf8Line: 2 }],
    ['a NUL character', 'a\nb\0\n', { nulLine: 2 }],
    [
      'an old workbook',
      Buffer.from('d0cf11e0a1b11ae1', 'hex'),
      { foreign: 'an old Excel workbook, or one with a password' },
    ],
    ['nothing', '', { size: 0 }],
  ])('%s', async (_, bytes, expected) => expect(await inspect(bytes)).toMatchObject(expected));

  it.each([
    ['between rows', 'a\n\nb\n', true],
    ['between rows, CR LF', 'a\r\n\r\nb\r\n', true],
    ['before the header', '\na\n', true],
    ['at the end', 'a\nb\n\n\n', false],
    ['at the end, CR LF', 'a\r\nb\r\n\r\n', false],
    ['none', 'a\nb\n', false],
  ])('a blank line %s', async (_, text, hasBlankLine) =>
    expect((await inspect(text)).hasBlankLine).toBe(hasBlankLine),
  );

  it('is the same wherever a letter or blank line falls, also between the pieces it is read in', async () => {
    const size = 4 << 20;
    await withFile('big.csv', '', async (dir) => {
      const path = join(dir, 'big.csv');
      const piece = fc.constantFrom('æ', '€', '🌊', '\n\n', '\r\n\r\n', '\n', '\u0000');
      await fc.assert(
        fc.asyncProperty(
          piece,
          fc.integer({ min: -6, max: 6 }),
          fc.constantFrom('x', 'x\n', '\n\n'),
          async (text, shift, end) => {
            const start = Buffer.alloc(size + shift, 'y');
            writeFileSync(path, Buffer.concat([start, Buffer.from(text + end)]));
            const found = await inspectBytes(path);
            expect(found.notUtf8Line).toBeUndefined();
            expect(found.nulLine).toBe(text === '\u0000' ? 1 : undefined);
            expect(found.hasBeyondAscii).toBe(/[æ€🌊]/u.test(text));
            expect(found.hasBlankLine).toBe(/\n\r?\n/.test(text) && end.startsWith('x'));
            expect(found.endsWithBreak).toBe(end.endsWith('\n'));
          },
        ),
        { numRuns: 120 },
      );
    });
  });

  it('finds a wrong letter at any place of a large file', async () => {
    await withFile('big.csv', '', async (dir) => {
      const path = join(dir, 'big.csv');
      for (const at of [0, 1, (4 << 20) - 1, 4 << 20, (4 << 20) + 1, (8 << 20) - 9]) {
        const bytes = Buffer.from('æøå yyy\n'.repeat(((9 << 20) / 11) | 0));
        const line = bytes.indexOf(10, at) + 1;
        bytes[line] = 0xff;
        writeFileSync(path, bytes);
        expect((await inspectBytes(path)).notUtf8Line).toBe(Math.floor(line / 11) + 1);
      }
    });
  });
});
