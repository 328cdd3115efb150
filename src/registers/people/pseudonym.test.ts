import { mkdirSync, mkdtempSync, readdirSync, rmSync, statSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import fc from 'fast-check';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { Identity } from './identity.ts';
import { keyId, loadPseudonymKey, pseudonymiser, pseudonymKeyFile } from './pseudonym.ts';

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
    expect(
      pseudonymKeyFile({
        INNSATS_PSEUDONYM_KEY_FILE: '/keys/k',
        XDG_CONFIG_HOME: '/x',
      }),
    ).toBe('/keys/k');
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
    const outcome = await loadPseudonymKey(workspace, {
      INNSATS_PSEUDONYM_KEY_FILE: file(),
    });
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
    const outcome = await loadPseudonymKey(workspace, {
      INNSATS_PSEUDONYM_KEY_FILE: `${workspace}-key`,
    });
    expect(outcome).toHaveProperty('key');
  });
});

describe('pseudonyms', () => {
  const person = (normal: string, kind: Identity['kind'] = 'birth-number'): Identity => ({
    country: 'NO',
    kind,
    normal,
  });

  it('are a mark and the beginning of HMAC-SHA-256 over country, class and normal spelling', () => {
    // printf 'NO:person\n01818512321' | openssl dgst -sha256 -mac HMAC -macopt hexkey:000…0 (64 noughts)
    expect(pseudonymiser(key(0)).pseudonym(person('01818512321'))).toBe('pf23c00f60e982242d9b1057396a93d9a');
    expect(keyId(key(0))).toMatch(/^[0-9a-f]{12}$/);
    expect(keyId(key(0))).not.toBe(keyId(key(1)));
  });

  it('of the same digits in another class or country are others, and are marked', () => {
    const { pseudonym } = pseudonymiser(key(0));
    const digits = '01818512321';
    const all = [
      person(digits),
      person(digits, 'local-id'),
      person(digits, 'unverified'),
      { ...person(digits), country: 'DK' as const },
    ].map(pseudonym);
    expect(all.map((one) => one[0])).toEqual(['p', 'l', 'u', 'p']);
    expect(new Set(all.map((one) => one.slice(1))).size).toBe(4);
  });

  it('do not tell which kind of national number it was', () => {
    const { pseudonym } = pseudonymiser(key(0));
    expect(pseudonym(person('1', 'd-number'))).toBe(pseudonym(person('1', 'synthetic-number')));
  });

  it('of two persons or keys are two, and hold no identifier', () => {
    const digits = fc.stringMatching(/^[0-9]{11}$/);
    fc.assert(
      fc.property(digits, digits, (a, b) => {
        const [one, other] = [pseudonymiser(key(1)), pseudonymiser(key(2))];
        expect(one.pseudonym(person(a)) === one.pseudonym(person(b))).toBe(a === b);
        expect(one.pseudonym(person(a))).not.toBe(other.pseudonym(person(a)));
        expect(one.pseudonym(person(a))).not.toContain(a);
      }),
    );
  });
});
