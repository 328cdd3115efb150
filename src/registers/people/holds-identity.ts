// Texts that people write by hand and version control keeps, such as a reason or a comment, name nobody.

/** Six or eight digits of a date of birth and the four or five after them, however they are kept apart. */
const NUMBER = /(?<!\d)(\d{2})?\d{6}[-+ ]?\d{4,5}(?!\d)/;

/**
 * True where the text seems to hold an identity number of any country, valid or not: better one asked too many than one
 * kept. (`scanForIdentifiers` finds valid ones only, in what systems deliver.)
 */
export const holdsIdentity = (text: string): boolean => NUMBER.test(text);
