// A finding about a part of a model that has been read already.

import type { Finding, Severity } from '../../findings/finding.ts';
import type { Location } from '../model.ts';

/** What is wrong at a place of the model file, and how to put it right; "" where the message says enough. */
export const modelFinding = (
  at: Location,
  rule: string,
  message: string,
  remedy: string,
  severity: Severity = 'error',
): Finding => ({
  rule: `model/${rule}`,
  severity,
  message,
  ...(remedy === '' ? {} : { remedy }),
  where: { file: at.file, line: at.line, position: at.column },
});
