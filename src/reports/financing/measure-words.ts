// Measures in the plural, for headings and columns.

import { sayFinancing } from '../../words/financing-texts.ts';
import type { Language } from '../../words/language.ts';
import { sayMeasure } from '../../words/report-texts.ts';

/** "hour" → "timer" (nb); a measure of the municipality's own as it is written. */
export const sayMeasures = (measure: string, language: Language): string =>
  measure === 'hour' || measure === 'day' || measure === 'attendance' || measure === 'month'
    ? sayFinancing(`${measure}s`, language)
    : sayMeasure(measure, language);
