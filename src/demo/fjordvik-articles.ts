// How Fjordvik's cost is made up: the articles of wages and running costs with their weights, and how each falls over
// the months (holiday pay in June, supplements a month late, energy in winter). Weights are parts of the whole.

import type { FjordvikYear } from './fjordvik-calendar.ts';
import type { Running } from './fjordvik-units.ts';

/** Twelve weights, January to December. */
export type Months = readonly number[];

const months = (text: string): Months => text.split(' ').map(Number);

export const MONTHS = {
  even: months('1 1 1 1 1 1 1 1 1 1 1 1'),
  // Ordinary pay is withheld while holiday pay is paid out.
  fixedPay: months('100 100 100 100 100 14 100 100 100 100 100 100'),
  holidayPay: months('0 0 0 0 0 1 0 0 0 0 0 0'),
  june: months('0 0 0 0 0 1 0 0 0 0 0 0'),
  september: months('0 0 0 0 0 0 0 0 1 0 0 0'),
  fromMay: months('0 0 0 0 31 30 31 31 30 31 30 31'),
  // Paid the month after: Christmas in January, Easter and the holidays of May in May and June.
  supplements: months('126 92 95 99 131 119 95 90 92 93 94 97'),
  summerHelp: months('80 80 85 85 85 110 190 140 85 85 85 90'),
  sickLeave: months('120 125 115 100 95 85 70 80 100 105 110 115'),
  refund: months('90 95 110 125 120 105 100 85 75 85 100 110'),
  pension: months('100 100 100 100 100 100 100 100 100 100 100 140'),
  goods: months('70 90 100 95 100 105 70 85 105 110 115 155'),
  energy: months('170 160 140 105 75 50 40 45 65 95 130 165'),
  courses: months('40 110 140 110 90 60 0 40 130 150 100 30'),
} as const satisfies { readonly [name: string]: Months };

/** From 2026 on the payroll posts fixed pay and holiday pay as they are earned, day by day. */
const BY_DAY = months('31 28 31 30 31 30 31 31 30 31 30 31');

/** The months of each name in each year. */
export const MONTHS_OF_YEAR: {
  readonly [year in FjordvikYear]: { readonly [name in keyof typeof MONTHS]: Months };
} = {
  2025: MONTHS,
  2026: { ...MONTHS, fixedPay: BY_DAY, holidayPay: BY_DAY },
};

/** An article with the municipality's own digit and object, its weight, its months and how often it is posted. */
export type ArticleShare = {
  readonly article: string;
  readonly own: string;
  readonly object: string;
  readonly weight: number;
  readonly months: keyof typeof MONTHS;
  /** Postings a month: per employee of the team (payroll), or for the whole account (invoices). */
  readonly perEmployee?: number;
  readonly invoices?: number;
  readonly text: string;
};

/** One line per article: "article own object weight months how-often text"; how often: 0.8e = per employee, 3 = invoices. */
function articles(table: string): ArticleShare[] {
  return table
    .trim()
    .split('\n')
    .map((line) => {
      const [article = '', own = '', object = '', weight, when, often = '', ...text] = line
        .trim()
        .split(/ +/);
      const payroll = often.endsWith('e');
      const count = Number(often.replace('e', ''));
      return {
        ...{ article, own, object, weight: Number(weight), months: when as keyof typeof MONTHS },
        ...(payroll ? { perEmployee: count } : { invoices: count }),
        text: text.join(' '),
      };
    });
}

/** Staff around the clock: shift supplements, substitutes, agency. */
export const SHIFT_WAGES = articles(`
  010 0 000 5350 fixedPay    1e   Fastlønn
  010 9 000 640  holidayPay  1e   Feriepenger
  020 0 000 420  sickLeave   0.2e Sykevikarer
  030 0 000 250  summerHelp  0.2e Ekstrahjelp
  040 0 000 130  supplements 0.2e Overtid
  050 1 000 820  supplements 0.8e Kveld, natt og helg
  090 0 000 1020 pension     1e   Pensjon
  099 0 000 1230 even        1e   Arbeidsgiveravgift
  270 1 000 140  summerHelp  2    Innleie fra byrå`);

export const OFFICE_WAGES = articles(`
  010 0 000 6240 fixedPay   1e   Fastlønn
  010 9 000 750  holidayPay 1e   Feriepenger
  020 0 000 150  sickLeave  0.1e Sykevikarer
  040 0 000 60   even       0.1e Overtid
  090 0 000 1400 pension    1e   Pensjon
  099 0 000 1400 even       1e   Arbeidsgiveravgift`);

/** Agency staff as an account of its own, in the year in which Innlandet cannot do without. */
export const AGENCY = articles('270 1 000 1 fromMay 4 Innleie fra byrå');

/** What night patrols and unit managers are paid: wages only, so that the base grant grows with wages. */
export const FIXED_WAGES = articles(`
  010 0 000 5600 fixedPay    1e   Fastlønn
  010 9 000 670  holidayPay  1e   Feriepenger
  050 1 000 1200 supplements 1e   Kveld, natt og helg
  090 0 000 1250 pension     1e   Pensjon
  099 0 000 1280 even        1e   Arbeidsgiveravgift`);

/** Single accounts: late-payment interest, and a power bill of June. */
export const INTEREST = articles('500 0 000 1 even 1 Forsinkelsesrenter');
export const POWER = articles('180 0 000 1 june 1 Strøm');

/** Running costs by kind of unit. Value added tax that is compensated (429, 729) is added in the ledger plan. */
export const RUNNING: { readonly [kind in Running]: readonly ArticleShare[] } = {
  'home-care': articles(`
    110 0 000 180 goods   7 Medisinsk forbruk
    120 0 000 120 goods   5 Forbruksmateriell
    130 0 000 90  even    5 Telefon
    150 0 041 50  courses 2 Kurs
    160 0 000 210 even    9 Kjøregodtgjørelse
    170 0 000 170 even    6 Drivstoff og vedlikehold
    195 0 000 60  goods   1 Lisenser
    200 0 052 80  goods   2 Velferdsteknologi
    240 0 000 40  even    1 Serviceavtaler`),
  'care-home': articles(`
    110 0 000 190 goods   9 Medisinsk forbruk
    114 0 000 170 even    7 Medikamenter
    115 0 000 90  even    8 Matvarer
    120 0 000 200 goods   8 Forbruksmateriell
    130 0 000 30  even    2 Telefon
    150 0 041 50  courses 2 Kurs
    170 0 000 30  even    2 Transport
    185 0 000 20  even    1 Forsikring
    200 0 000 90  goods   3 Inventar og utstyr
    240 0 000 40  even    1 Serviceavtaler
    260 0 000 110 even    3 Vaskeri`),
  office: articles(`
    100 0 000 120 goods   4 Kontormateriell
    130 0 000 80  even    3 Telefon og porto
    140 0 000 60  even    2 Annonser
    150 0 041 200 courses 3 Kurs
    160 0 000 90  even    3 Reise
    195 0 000 220 goods   2 Lisenser
    270 0 000 230 goods   2 Konsulenter`),
  kitchen: articles(`
    115 0 000 860 even  60 Matvarer
    120 0 000 60  goods 8  Forbruksmateriell
    170 0 000 30  even  3  Transport
    200 0 000 30  goods 2  Inventar og utstyr
    240 0 000 20  even  1  Serviceavtaler`),
  vehicles: articles(`
    170 0 000 330 even  40 Drivstoff og verksted
    185 0 000 90  even  2  Forsikring
    195 0 000 60  even  6  Bompenger
    210 0 000 520 even  46 Leasing`),
  it: articles(`
    130 0 000 120 even  6 Linjer og telefoni
    195 0 052 480 goods 9 Lisenser fagsystem
    200 0 000 260 goods 8 Datautstyr
    240 0 000 140 even  3 Serviceavtaler`),
  premises: articles(`
    180 0 000 235 energy 4 Strøm
    181 0 000 60  energy 1 Fjernvarme
    185 0 000 20  even   1 Forsikring
    195 0 000 45  even   2 Kommunale avgifter
    230 0 000 130 goods  7 Vedlikehold
    240 0 000 45  even   3 Serviceavtaler
    260 0 000 235 even   4 Renhold
    590 0 000 230 even   1 Avskrivninger`),
  alarms: articles(`
    130 0 000 150 even  2 Mobilabonnement
    200 0 052 330 goods 6 Alarmer
    240 0 000 520 even  1 Alarmsentral`),
  'private-care': articles('370 0 000 1 even 2 Brukerstyrt personlig assistanse'),
  'bought-care': articles('350 0 000 1 even 2 Kjøp av sykehjemsplasser'),
};
