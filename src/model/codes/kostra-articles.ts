// The articles of KOSTRA: what kind of expense or income. Dated: the internal ones (290, 690, 790) and others left
// the list with the accounting reform of 2020. From SSB: its KOSTRA control program (the list of 2025) and its article
// hierarchy of 2015 (the list to 2019).

import { parseCodes } from '../match-code.ts';
import type { Concept } from '../model.ts';

const TO_2019 =
  '010 020 030 040 050 070 075 080 089 090 099 100 105 110 114 115 120 130 140 150 160 165 170 180 181 182 183 ' +
  '184 185 190 195 200 209 210 220 230 240 250 260 270 280 285 290 298 300 330 350 370 375 379 380 400 429 430 ' +
  '450 470 475 480 490 500 501 509 510 511 520 521 529 530 540 548 550 570 580 590 600 620 629 630 640 650 660 ' +
  '670 690 700 710 729 730 750 770 775 780 790 798 800 810 830 850 870 874 875 877 880 890 895 900 901 905 909 ' +
  '910 911 920 921 929 930 940 948 950 958 970 980 990';

const FROM_2020 =
  '010 020 030 040 050 070 075 080 089 090 099 100 105 110 114 115 120 130 140 150 160 165 170 180 181 182 183 ' +
  '184 185 190 195 200 209 210 220 230 240 250 260 270 280 285 298 300 330 350 370 379 380 400 429 430 450 470 ' +
  '480 500 501 509 510 511 512 520 521 522 529 530 540 550 570 589 590 600 620 629 630 640 650 660 670 700 710 ' +
  '729 730 750 770 780 798 800 810 830 850 870 874 875 877 880 890 900 901 905 909 910 911 912 920 921 922 929 ' +
  '940 950 970 980 989 990';

const OLD = new Set(TO_2019.split(' '));
const NEW = new Set(FROM_2020.split(' '));

/** True when an article may be used in a year (municipalities, counties, Oslo and their enterprises together). */
export const isKostraArticle = (code: string, year: number): boolean => (year < 2020 ? OLD : NEW).has(code);

const SOURCE = 'SSB, KOSTRA article groups';

function concept(name: string, formula: string, codes: string, years: Concept['years']): Concept {
  const articles = parseCodes(codes);
  if (!articles) throw new Error(`concept ${name}: cannot read "${codes}"`);
  return { name, articles, formula, source: `${SOURCE} (${name})`, years };
}

const UNTIL = { to: 2019 };
const SINCE = { from: 2020 };

/**
 * KOSTRA's cost concepts. A formula's "−" takes away a magnitude; since income is negative in the file, the articles
 * are simply added: function 253 of region 040200 in 2019 gives AGD9 209,000 and AGD4 181,474 thousand kroner.
 * AGD4, adjusted gross expense, is the one for productivity and unit costs.
 */
export const KOSTRA_CONCEPTS: readonly Concept[] = [
  concept('AGD3', '010..290 + 429 + 590 − 690 − 729 − 790', '010-290 429 590 690 729 790', UNTIL),
  concept('AGD4', '010..290 + 429 + 590 − 690 − 710 − 729 − 790', '010-290 429 590 690 710 729 790', UNTIL),
  concept('AGD9', '010..480 + 590 − 690 − 790', '010-480 590 690 790', UNTIL),
  concept('AGD10', '010..480 + 590 − 690 − 710 − 729 − 790', '010-480 590 690 710 729 790', UNTIL),
  concept('AGD3', '010..285 + 429 + 590 − 729', '010-285 429 590 729', SINCE),
  concept('AGD4', '010..285 + 429 + 590 − 710 − 729', '010-285 429 590 710 729', SINCE),
  concept('AGD9', '010..480 + 590', '010-480 590', SINCE),
  concept('AGD10', '010..480 + 590 − 710 − 729', '010-480 590 710 729', SINCE),
  concept('net', '010..480 + 590 − 600..890', '010-480 590 600-890', {}),
];
