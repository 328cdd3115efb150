// The months as people write them in running text, and a day of them: "30. april", "30 april", "30 April".

import type { Language } from './language.ts';

const MONTHS: { readonly [language in Language]: readonly string[] } = {
  nb: 'januar februar mars april mai juni juli august september oktober november desember'.split(' '),
  sv: 'januari februari mars april maj juni juli augusti september oktober november december'.split(' '),
  da: 'januar februar marts april maj juni juli august september oktober november december'.split(' '),
  en: 'January February March April May June July August September October November December'.split(' '),
};

/** 5 → "mai" (nb), "May" (en); a month from 1 to 12. */
export const monthName = (month: number, language: Language): string => MONTHS[language][month - 1] ?? '';

/** 5 → "m", for narrow axes; capitals in English only. */
export const monthInitial = (month: number, language: Language): string =>
  monthName(month, language).slice(0, 1);

/** "2026-04-30" → "30. april" (nb, da), "30 april" (sv), "30 April" (en). */
export function dayAndMonth(date: string, language: Language): string {
  const [, month = 1, day = 1] = date.split('-').map(Number);
  const mark = language === 'nb' || language === 'da' ? '.' : '';
  return `${day}${mark} ${monthName(month, language)}`;
}

/** "2026-04-30" → "30. april 2026". */
export const fullDate = (date: string, language: Language): string =>
  `${dayAndMonth(date, language)} ${date.slice(0, 4)}`;

/** The months 1 to `month` of a year: "januar–mai 2026"; "januar 2026" for the first. */
export function monthsSoFar(year: number, month: number, language: Language): string {
  const first = monthName(1, language);
  return month === 1 ? `${first} ${year}` : `${first}–${monthName(month, language)} ${year}`;
}
