// The forms in which KOSTRA accounts are delivered, and which account classes may stand in each.
// Source: statisticsnorway/kostra-kontrollprogram, record description of the accounts (2025).

export type KostraForm = {
  readonly code: string;
  readonly about: string;
  /** A balance holds chapters and sectors where accounts hold functions and articles. */
  readonly isBalance: boolean;
  /** Account classes that may occur; "" stands for any. */
  readonly classes: string;
  /** Whose dated list of functions applies; absent where we have none (churches, health trusts, balances). */
  readonly functions?: 'municipal' | 'county';
  /** The form of the treasury alone, which a consolidated form holds too. */
  readonly consolidates?: string;
};

const accounts = (
  code: string,
  about: string,
  classes: string,
  functions?: 'municipal' | 'county',
): KostraForm => ({ code, about, isBalance: false, classes, ...(functions ? { functions } : {}) });

const balance = (code: string, about: string, classes: string): KostraForm => ({
  code,
  about: `${about}, balance`,
  isBalance: true,
  classes,
});

const FORMS: readonly KostraForm[] = [
  accounts('0A', 'municipality', '01', 'municipal'),
  balance('0B', 'municipality', '2'),
  accounts('0C', 'county', '01', 'county'),
  balance('0D', 'county', '2'),
  accounts('0F', 'church council', '34'),
  balance('0G', 'church council', '5'),
  accounts('0I', 'municipal enterprise', '34', 'municipal'),
  balance('0J', 'municipal enterprise', '5'),
  accounts('0K', 'county enterprise', '34', 'county'),
  balance('0L', 'county enterprise', '5'),
  { ...accounts('0M', 'municipality, consolidated', '34', 'municipal'), consolidates: '0A' },
  { ...balance('0N', 'municipality, consolidated', '5'), consolidates: '0B' },
  { ...accounts('0P', 'county, consolidated', '34', 'county'), consolidates: '0C' },
  { ...balance('0Q', 'county, consolidated', '5'), consolidates: '0D' },
  accounts('0X', 'health trust', ''),
  balance('0Y', 'health trust', ''),
];

const BY_CODE = new Map(FORMS.map((form) => [form.code, form]));

/** The codes of all forms, "0A" to "0Y". */
export const KOSTRA_FORMS: readonly string[] = FORMS.map(({ code }) => code);

/** The form with this code, undefined where KOSTRA has none such. */
export const kostraForm = (code: string): KostraForm | undefined => BY_CODE.get(code);
