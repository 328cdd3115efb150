// Who is meant by a text in a person column: a national identity number in whatever spelling, a local id, or nobody.
// Validated, and normalised to one spelling per person, so that files and formats agree on who is who.

import type { Country } from '../../model/model.ts';
import { danishNumber } from './danish-number.ts';
import type { Doubt, NationalKind, NationalReading } from './national-number.ts';
import { norwegianNumber } from './norwegian-number.ts';
import { swedishNumber } from './swedish-number.ts';

/** A local id is one that no national rule knows: of the care system, of somebody without a number, with letters. */
export type IdentityKind = NationalKind | 'local-id' | 'unverified';

/**
 * `normal` is the person's one spelling among those of the same class. `doubt` is there for what has a national
 * number's length and is none: likely a typing error, and so perhaps a second person. `isRestored` tells that zeros in
 * front were put back, which a spreadsheet had taken away.
 */
export type Identity = {
  readonly country: Country;
  readonly kind: IdentityKind;
  readonly normal: string;
  readonly doubt?: Doubt;
  readonly isRestored?: true;
};

/** nobody: no letter and no digit, or a placeholder of one digit repeated; shortened: a spreadsheet's 1,01851E+10, whose digits are lost. */
export type NoIdentity = { readonly problem: 'nobody' | 'shortened' };

/** `year` is the year that the data is of; Swedish numbers of ten digits are dated by it. */
export type IdentityRules = { readonly country: Country; readonly year: number };

/**
 * The rules of a country's numbers; their length, the shortest that is left when a spreadsheet takes the first zeros
 * (Swedish numbers of January 2000 begin with three), and the lengths that lack one digit.
 */
const NATIONAL: {
  readonly [country in Country]: {
    readonly read: (digits: string, writing: { hasPlus: boolean; year: number }) => NationalReading;
    readonly length: number;
    readonly shortest: number;
    readonly missingOne: readonly number[];
  };
} = {
  NO: { read: norwegianNumber, length: 11, shortest: 10, missingOne: [10] },
  SE: { read: swedishNumber, length: 10, shortest: 7, missingOne: [9, 11] },
  DK: { read: danishNumber, length: 10, shortest: 9, missingOne: [9] },
};

/** 1,01851E+10, 1E+10 and 1.01851E10; but 12E5 may be a local id. */
const SHORTENED = /^\d(?:[.,]\d+E\+?|E\+)\d{1,2}$/i;

/**
 * The identity behind a text. Spaces, hyphens, dots and plus signs are separators; quotation marks, an equals sign or
 * an apostrophe around the number, and decimals of zeros behind it, are what spreadsheets leave.
 * identity("010190 12345", { country: "NO", year: 2025 }) has the normal spelling "01019012345".
 */
export function identity(text: string, { country, year }: IdentityRules): Identity | NoIdentity {
  const written = plainWriting(text);
  if (!/[\p{L}\p{N}]/u.test(written)) return { problem: 'nobody' };
  if (SHORTENED.test(written)) return { problem: 'shortened' };
  const digits = written.replace(/[\s\p{Pd}\u2212.,+/_]/gu, '');
  if (!/^\d+$/.test(digits))
    return { country, kind: 'local-id', normal: written.replace(/\s/g, '').toUpperCase() };
  const { read, length, shortest, missingOne } = NATIONAL[country];
  if (/^0+$/.test(digits) || (/^(\d)\1+$/.test(digits) && digits.length >= shortest))
    return { problem: 'nobody' };
  const writing = { hasPlus: written.includes('+'), year };
  const reading = read(digits, writing);
  if (reading) return { country, ...sureOf(reading) };
  const isCut = digits === written && digits.length >= shortest && digits.length < length;
  const restored = isCut ? read(digits.padStart(length, '0'), writing) : undefined;
  if (restored && 'kind' in restored) return { country, ...restored, isRestored: true };
  if (missingOne.includes(digits.length))
    return { country, kind: 'unverified', normal: digits, doubt: 'length' };
  return { country, kind: 'local-id', normal: written.replace(/\s/g, '') };
}

const sureOf = (reading: NonNullable<NationalReading>): Omit<Identity, 'country'> =>
  'kind' in reading ? reading : { kind: 'unverified', ...reading };

/** The text without what surrounds a number: ="0101", '0101, 0101.0, invisible characters, letters in other forms. */
function plainWriting(text: string): string {
  if (/^\d+$/.test(text)) return text;
  const bare = text
    .normalize('NFKC')
    .replace(/[\p{Cf}\p{Cc}]/gu, (sign) => (/\s/.test(sign) ? ' ' : ''))
    .replace(/^[\s='"’‘]+|[\s'"’‘]+$/gu, '');
  return bare.replace(/^(\d{7,})[.,]0{1,2}$/, '$1');
}

/** Persons of different classes never meet: a national number, one in doubt and a local id are three, whatever their digits. */
export const identityClass = ({ kind }: Pick<Identity, 'kind'>): 'person' | 'local' | 'unverified' =>
  kind === 'local-id' ? 'local' : kind === 'unverified' ? 'unverified' : 'person';
