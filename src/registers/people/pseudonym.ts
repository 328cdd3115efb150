// Personal identifiers become keyed pseudonyms before anything is stored: HMAC-SHA-256 with a key that lives outside
// the data, so that neither the register nor a copy of it says who somebody is.

import { createHash, createHmac, createSecretKey, randomBytes } from 'node:crypto';
import { link, mkdir, open, readFile, realpath, rm } from 'node:fs/promises';
import { homedir } from 'node:os';
import { dirname, join, relative, resolve, sep } from 'node:path';
import type { Pseudonymiser } from '../reader.ts';
import { identityClass } from './identity.ts';

/** The environment variable that names the key file. */
export const KEY_FILE_VARIABLE = 'INNSATS_PSEUDONYM_KEY_FILE';

const KEY_BYTES = 32;

/** The secret and the file that it was read from. Never written to a table, a log or a message. */
export type PseudonymKey = { readonly secret: Uint8Array; readonly file: string };

/** The key, or why there is none; `problem` is a message for people. */
export type KeyOutcome = { readonly key: PseudonymKey } | { readonly problem: string };

/** Where the key is looked for: the file that the environment names, else `innsats/pseudonym.key` in the configuration home. */
export function pseudonymKeyFile(environment: NodeJS.ProcessEnv = process.env): string {
  const named = environment[KEY_FILE_VARIABLE];
  if (named) return resolve(named);
  const home = environment['XDG_CONFIG_HOME'] ?? environment['APPDATA'] ?? join(homedir(), '.config');
  return join(home, 'innsats', 'pseudonym.key');
}

/**
 * Reads the key, or makes one of 32 random bytes (readable by its owner only) where there is none. Refused when the
 * file lies inside the workspace, where it would travel with the data, or when it holds anything but 32 bytes.
 */
export async function loadPseudonymKey(
  workspaceDir: string,
  environment: NodeJS.ProcessEnv = process.env,
): Promise<KeyOutcome> {
  const file = pseudonymKeyFile(environment);
  if (await isInside(file, workspaceDir)) {
    return {
      problem: `The key for pseudonyms lies inside the workspace (${file}), where it would travel with the data. Move it out and let ${KEY_FILE_VARIABLE} name its new place.`,
    };
  }
  const secret = (await readIfThere(file)) ?? (await createKey(file)) ?? (await readFile(file));
  if (secret.length !== KEY_BYTES) {
    return {
      problem: `${file} is no key for pseudonyms: it holds ${secret.length} bytes, not ${KEY_BYTES}. Put the right file back; a new key gives everybody a new pseudonym.`,
    };
  }
  return { key: { secret, file } };
}

/** Names a key without giving it away: 12 hexadecimal digits of a hash that only this purpose uses. */
export const keyId = (key: PseudonymKey): string =>
  createHash('sha256').update('innsats pseudonym key id\n').update(key.secret).digest('hex').slice(0, 12);

/** The mark that a pseudonym begins with: a national number, a local id, or a number in doubt. */
const MARKS = { person: 'p', local: 'l', unverified: 'u' } as const;

/**
 * The mark of the identity's class and the first 128 bits of HMAC-SHA-256(key, "country:class", line feed, normal
 * spelling) as 32 hexadecimal digits. The class is part of what is hashed: a local id never meets a national number.
 */
export function pseudonymiser(key: PseudonymKey): Pseudonymiser {
  // Prepared once: handing over the bytes each time takes six times as long.
  const secret = createSecretKey(key.secret);
  return {
    keyId: keyId(key),
    pseudonym: (identity) => {
      const of = identityClass(identity);
      const named = `${identity.country}:${of}\n${identity.normal}`;
      return MARKS[of] + createHmac('sha256', secret).update(named).digest('hex').slice(0, 32);
    },
  };
}

/** True when the file, links followed, is below the folder. */
async function isInside(file: string, folder: string): Promise<boolean> {
  const path = relative(await realPathOf(folder), await realPathOf(file));
  return path !== '..' && !path.startsWith(`..${sep}`) && resolve(path) !== path;
}

/** The real path; of a file that does not exist yet, its folder's real path and its name. */
async function realPathOf(path: string): Promise<string> {
  try {
    return await realpath(path);
  } catch {
    const folder = dirname(resolve(path));
    return folder === path ? path : join(await realPathOf(folder), relative(folder, resolve(path)));
  }
}

async function readIfThere(file: string): Promise<Uint8Array | undefined> {
  try {
    return await readFile(file);
  } catch (error) {
    if (isCode(error, 'ENOENT')) return undefined;
    throw error;
  }
}

/** The new key, whole from its first moment; nothing when another process made one in the meantime. */
async function createKey(file: string): Promise<Uint8Array | undefined> {
  await mkdir(dirname(file), { recursive: true, mode: 0o700 });
  const secret = randomBytes(KEY_BYTES);
  const draft = `${file}.${randomBytes(6).toString('hex')}`;
  const handle = await open(draft, 'wx', 0o600);
  try {
    await handle.writeFile(secret);
    await handle.sync();
    await link(draft, file);
  } catch (error) {
    if (isCode(error, 'EEXIST')) return undefined;
    throw error;
  } finally {
    await handle.close();
    await rm(draft);
  }
  return secret;
}

const isCode = (error: unknown, code: string): boolean =>
  error instanceof Error && 'code' in error && error.code === code;
