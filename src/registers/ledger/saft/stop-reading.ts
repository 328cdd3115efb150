// What ends the reading of a file at once: its finding refuses the file, whatever was read before.

import type { Finding } from '../../../findings/finding.ts';

/** Thrown deep in a stream and caught by the reader, which hands its finding on; it never leaves the reader. */
export class StopReading extends Error {
  readonly finding: Finding;

  constructor(finding: Omit<Finding, 'severity'>) {
    super(finding.message);
    this.finding = { ...finding, severity: 'error' };
  }
}
