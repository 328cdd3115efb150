// Why a zip archive cannot be read: readers say it in the words of what they expected to find in it.

export type ZipFault = {
  /** tooLarge: its directory is longer than the reader takes; else the archive is not whole. */
  readonly kind: 'damaged' | 'tooLarge';
  /** Where it does not hold, such as "its end is missing". */
  readonly what: string;
};

/** Thrown where an archive is read, and made a finding by the reader of the file. */
export class ZipError extends Error {
  readonly fault: ZipFault;
  constructor(what: string, kind: ZipFault['kind'] = 'damaged') {
    super(what);
    this.name = 'ZipError';
    this.fault = { kind, what };
  }
}
