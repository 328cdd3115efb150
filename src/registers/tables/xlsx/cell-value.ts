// What a cell of a sheet says, as the text that a delimited file would have: numbers by their shortest decimal text,
// dates by the calendar, whatever format the cell is shown in.

/**
 * `number` is text with a decimal point; `error` is a value such as #N/A; `missing` is a formula that was never
 * calculated.
 */
export type CellKind = 'text' | 'number' | 'date' | 'boolean' | 'error' | 'missing';
export type Cell = { readonly kind: CellKind; readonly text: string; readonly isFormula: boolean };

/** How a number format shows its number. */
export type Shown = 'number' | 'date' | 'time';

const DATE_FORMATS: readonly (readonly [from: number, to: number, shown: Shown])[] = [
  [14, 17, 'date'],
  [18, 21, 'time'],
  [22, 22, 'date'],
  [27, 31, 'date'],
  [32, 35, 'time'],
  [36, 36, 'date'],
  [45, 47, 'time'],
  [50, 58, 'date'],
];

/** How the built-in number format shows its number (ECMA-376 part 1, 18.8.30): 14–22 are dates and times of day. */
export const shownByNumber = (format: number): Shown =>
  DATE_FORMATS.find(([from, to]) => format >= from && format <= to)?.[2] ?? 'number';

/** How a written format shows its number: "dd.mm.yyyy" a date, "[h]:mm" a time, `#,##0.00 "kr"` a number. */
export function shownByCode(code: string): Shown {
  const positive = code.split(';')[0]!;
  const letters = positive.replace(/"[^"]*"|\\.|[_*]./g, '').replace(/\[(?![hms]+\])[^\]]*\]/gi, '');
  if (/[yd]/i.test(letters)) return 'date';
  if (/[hs]/i.test(letters)) return 'time';
  return /m/i.test(letters) ? 'date' : 'number';
}

const DAY_SECONDS = 86_400;
/** Day 0 of the two date systems, in days since 1970. 1900 has a 29th of February that never was, as day 60. */
const DAY_ZERO_1900 = Date.UTC(1899, 11, 30) / 86_400_000;
const DAY_ZERO_1904 = Date.UTC(1904, 0, 1) / 86_400_000;
const NEVER_WAS = 60;
/** 31 December 9999 in the 1900 system. */
const LAST_DAY = 2_958_465;

/** "45747" → "2025-03-31", "45747.5" → "2025-03-31T12:00:00"; undefined where the number is no day. */
export function dateText(serial: number, is1904: boolean): string | undefined {
  if (!(serial >= (is1904 ? 0 : 1)) || serial > LAST_DAY) return undefined;
  const seconds = Math.round(serial * DAY_SECONDS);
  const day = Math.floor(seconds / DAY_SECONDS);
  if (!is1904 && day === NEVER_WAS) return '1900-02-29';
  const zero = is1904 ? DAY_ZERO_1904 : DAY_ZERO_1900 + (day < NEVER_WAS ? 1 : 0);
  const date = new Date((zero + day) * 86_400_000).toISOString().slice(0, 10);
  return seconds % DAY_SECONDS === 0 ? date : `${date}T${timeText(serial - Math.floor(serial))}`;
}

/** "0.3125" → "07:30:00"; hours may go beyond 24. */
export function timeText(serial: number): string {
  const seconds = Math.round(Math.abs(serial) * DAY_SECONDS);
  const parts = [Math.floor(seconds / 3600), Math.floor(seconds / 60) % 60, seconds % 60];
  return (serial < 0 ? '-' : '') + parts.map((part) => String(part).padStart(2, '0')).join(':');
}

/** "4.0999999999999996" → "4.1": the shortest text that is the same stored number; undefined where it is none. */
export function numberText(stored: string): string | undefined {
  const number = Number(stored);
  if (!Number.isFinite(number)) return undefined;
  const text = String(number === 0 ? 0 : number);
  return text === stored || WRITTEN_NUMBER.test(stored) ? text : undefined;
}

const WRITTEN_NUMBER = /^\s*[-+]?(\d+\.?\d*|\.\d+)([eE][-+]?\d+)?\s*$/;

/** Whole numbers from here on have more digits than a sheet keeps (15). */
export const TOO_LONG = 1e15;

/** What Excel writes for characters that XML cannot hold: "_x000D_". Control characters become spaces. */
export const plainText = (text: string): string =>
  (text.includes('_x')
    ? text.replace(/_x([0-9A-Fa-f]{4})_/g, (_, code: string) =>
        String.fromCharCode(Number.parseInt(code, 16)),
      )
    : text
  ).replace(CONTROL, ' ');

// biome-ignore lint/suspicious/noControlCharactersInRegex: they are what is looked for
const CONTROL = /[\u0000-\u0008\u000b-\u001f]/g;
