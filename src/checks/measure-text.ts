// Measures in messages, which are in English.

/** @example measureText('hour', false) // 'hours' */
export const measureText = (measure: string, isOne: boolean): string =>
  measure === '' ? 'units' : isOne || /s$/.test(measure) ? measure : `${measure}s`;
