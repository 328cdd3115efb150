import { mkdirSync, mkdtempSync, readdirSync, rmSync, statSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import fc from 'fast-check';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import {
  keyId,
  loadPseudonymKey,
  normaliseIdentifier,
  pseudonymiser,
  pseudonymKeyFile,
} from './pseudonym.ts';

let dir = '';
let workspace = '';
beforeEach(() => {
  dir = mkdtempSync(join(tmpdir(), 'innsats-key-'));
  workspace = join(dir, 'workspace');
  mkdirSync(workspace);
});
afterEach(() => rmSync(dir, { recursive: true }));

const key = (fill: number) => ({ secret: new Uint8Array(32).fill(fill), file: '' });

describe('the key', () => {
  it('stands in the configuration home unless the environment names a file', () => {
    expect(pseudonymKeyFile({ XDG_CONFIG_HOME: '/home/a/.config' })).toBe(
      '/home/a/.config/innsats/pseudonym.key',
    );
    expect(pseudonymKeyFile({ INNSATS_PSEUDONYM_KEY_FILE: '/keys/k', XDG_CONFIG_HOME: '/x' })).toBe(
      '/keys/k',
    );
  });

  it('is made once, for its owner alone', async () => {
    const environment = { XDG_CONFIG_HOME: join(dir, 'config') };
    const made = await loadPseudonymKey(workspace, environment);
    const again = await loadPseudonymKey(workspace, environment);
    expect(made).toEqual(again);
    const file = join(dir, 'config', 'innsats', 'pseudonym.key');
    expect(made).toMatchObject({ key: { file } });
    expect(statSync(file)).toMatchObject({ size: 32 });
    if (process.platform !== 'win32') expect(statSync(file).mode & 0o777).toBe(0o600);
    expect(readdirSync(join(dir, 'config', 'innsats'))).toEqual(['pseudonym.key']);
  });

  it('made by many at once is one', async () => {
    const environment = { INNSATS_PSEUDONYM_KEY_FILE: join(dir, 'keys', 'k') };
    const all = await Promise.all(Array.from({ length: 8 }, () => loadPseudonymKey(workspace, environment)));
    for (const one of all) expect(one).toEqual(all[0]);
    expect(all[0]).toHaveProperty('key');
  });

  it.each([
    ['inside the workspace', () => join(workspace, 'keys', 'k')],
    [
      'inside it by a link',
      () => {
        symlinkSync(workspace, join(dir, 'link'));
        return join(dir, 'link', 'k');
      },
    ],
  ])('is refused %s', async (_, file) => {
    const outcome = await loadPseudonymKey(workspace, { INNSATS_PSEUDONYM_KEY_FILE: file() });
    expect(outcome).toMatchObject({ problem: expect.stringContaining('lies inside the workspace') });
    expect(readdirSync(workspace)).toEqual([]);
  });

  it('is refused when it is no key', async () => {
    const file = join(dir, 'k');
    writeFileSync(file, 'short');
    expect(await loadPseudonymKey(workspace, { INNSATS_PSEUDONYM_KEY_FILE: file })).toEqual({
      problem: `${file} is no key for pseudonyms: it holds 5 bytes, not 32. Put the right file back; a new key gives everybody a new pseudonym.`,
    });
  });

  it('beside the workspace, with a name that begins alike, is no trouble', async () => {
    const outcome = await loadPseudonymKey(workspace, { INNSATS_PSEUDONYM_KEY_FILE: `${workspace}-key` });
    expect(outcome).toHaveProperty('key');
  });
});

describe('pseudonyms', () => {
  it('are the beginning of HMAC-SHA-256 of the normalised identifier', () => {
    // RFC 4231's test case 2 has the key "Jefe"; here a key of 32 bytes, checked against OpenSSL.
    expect(pseudonymiser(key(0)).pseudonym('01018512345')).toBe('pd2ae60e41851cc9d120a37af84dc94f5');
    expect(keyId(key(0))).toMatch(/^[0-9a-f]{12}$/);
    expect(keyId(key(0))).not.toBe(keyId(key(1)));
  });

  it.each([
    ['01018512345', '010185 12345'],
    ['01018512345', ' 010185-12345\t'],
    ['19850101+1234', '198501011234'],
    ['0101ab', '0101AB'],
    ['01018512345', '0101851\u00a02345'],
  ])('of one person are one: %j and %j', (a, b) => {
    expect(normaliseIdentifier(a)).toBe(normaliseIdentifier(b));
    expect(pseudonymiser(key(1)).pseudonym(a)).toBe(pseudonymiser(key(1)).pseudonym(b));
  });

  it('of two persons or keys are two, and hold no identifier', () => {
    const digits = fc.stringMatching(/^[0-9]{11}$/);
    fc.assert(
      fc.property(digits, digits, (a, b) => {
        const [one, other] = [pseudonymiser(key(1)), pseudonymiser(key(2))];
        expect(one.pseudonym(a) === one.pseudonym(b)).toBe(a === b);
        expect(one.pseudonym(a)).not.toBe(other.pseudonym(a));
        expect(one.pseudonym(a)).not.toContain(a);
      }),
    );
  });
});
