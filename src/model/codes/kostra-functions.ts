// The functions of KOSTRA, Norway's municipal reporting: what money is for. Dated, because functions come and go:
// 254 was replaced by 257 and 258 on 1 January 2024. From SSB: the code lists 2019–2025 of its KOSTRA control program,
// its hierarchies of 2015, and what it wrote in 2024 about the two functions that replaced 254.

/** `from` and `to` are the first and last year in which the function may be used; absent = as far as this list goes. */
export type KostraFunction = {
  readonly code: string;
  /** The name as municipalities know it (Norwegian bokmål); "" where our sources give the code only. */
  readonly name: string;
  readonly from?: number;
  readonly to?: number;
};

const names = (text: string): KostraFunction[] =>
  text
    .trim()
    .split('\n')
    .map((line) => ({ code: line.trim().slice(0, 3), name: line.trim().slice(4) }));

const LASTING = names(`
  100 Politisk styring
  110 Kontroll og revisjon
  120 Administrasjon
  121 Forvaltningsutgifter i eiendomsforvaltningen
  130 Administrasjonslokaler
  170 Årets premieavvik
  171 Amortisering av tidligere års premieavvik
  172 Pensjon
  173 Premiefond
  180 Diverse fellesutgifter
  201 Barnehage
  202 Grunnskole
  211 Styrket tilbud til førskolebarn
  213 Voksenopplæring
  215 Skolefritidstilbud
  221 Barnehagelokaler og skyss
  222 Skolelokaler
  223 Skoleskyss
  231 Aktivitetstilbud barn og unge
  232 Forebygging, helsestasjons- og skolehelsetjeneste
  233 Annet forebyggende helsearbeid
  234 Aktiviserings- og servicetjenester overfor eldre og personer med funksjonsnedsettelser
  241 Diagnose, behandling, re-/habilitering
  242 Råd, veiledning og sosialt forebyggende arbeid
  243 Tilbud til personer med rusproblemer
  244 Barneverntjeneste
  251 Barneverntiltak når barnet ikke er plassert av barnevernet
  252 Barneverntiltak når barnet er plassert av barnevernet
  253 Helse- og omsorgstjenester i institusjon
  256 Tilbud om øyeblikkelig hjelp døgnopphold i kommunene
  261 Institusjonslokaler
  265 Kommunalt disponerte boliger
  273 Arbeidsrettede tiltak i kommunal regi
  275 Introduksjonsordningen
  276 Kvalifiseringsordningen
  281 Økonomisk sosialhjelp
  283 Bistand til etablering og opprettholdelse av egen bolig
  285 Tjenester utenfor ordinært kommunalt ansvarsområde
  290 Interkommunale samarbeid
  301 Plansaksbehandling
  302 Byggesaksbehandling og eierseksjonering
  303 Kart og oppmåling
  315 Boligbygging og fysiske bomiljøtiltak
  320 Kommunal næringsvirksomhet
  325 Tilrettelegging og bistand for næringslivet
  329 Landbruksforvaltning og landbruksbasert næringsutvikling
  330 Samferdselsbedrifter/transporttiltak
  332 Kommunale veier
  335 Rekreasjon i tettsted
  338 Forebygging av branner og andre ulykker
  339 Beredskap mot branner og andre ulykker
  340 Produksjon av vann
  345 Distribusjon av vann
  350 Avløpsrensing
  353 Avløpsnett/innsamling av avløpsvann
  354 Tømming av slamavskillere, septiktanker o.l.
  355 Innsamling av husholdningsavfall
  360 Naturforvaltning og friluftsliv
  365 Kulturminneforvaltning
  370 Bibliotek
  373 Kino
  375 Muséer
  377 Kunstformidling
  380 Idrett og tilskudd til andres idrettsanlegg
  381 Kommunale idrettsbygg og idrettsanlegg
  383 Musikk- og kulturskoler
  385 Andre kulturaktiviteter og tilskudd til andres kulturbygg
  386 Kommunale kulturbygg
  390 Den norske kirke
  392 Tilskudd til tros- og livssynssamfunn
  393 Gravplasser og krematorier
  800 Skatt på inntekt og formue
  840 Rammetilskudd og øvrige generelle statstilskudd
  841 Kompensasjon for merverdiavgift i investeringsregnskapet
  850 Generelt statstilskudd vedrørende flyktninger m.v.
  860 Motpost avskrivninger
  870 Renter, utbytte og lån
  880 Interne finansieringstransaksjoner
  899 Årets merforbruk eller mindreforbruk
`);

const DATED: readonly KostraFunction[] = [
  { code: '190', name: 'Interne serviceenheter', to: 2019 },
  { code: '254', name: 'Helse- og omsorgstjenester til hjemmeboende', to: 2023 },
  { code: '255', name: 'Medfinansiering somatiske tjenester', to: 2019 },
  {
    code: '257',
    name: 'Hjemmetjenester – personellbase knyttet til bofellesskap/samlokaliserte omsorgsboliger',
    from: 2024,
  },
  { code: '258', name: 'Hjemmetjenester – ambulerende virksomhet med mer', from: 2024 },
  { code: '304', name: '', to: 2019 },
  { code: '305', name: '', to: 2019 },
  { code: '321', name: 'Konsesjonskraft, kraftrettigheter og annen kraft for videresalg' },
  { code: '322', name: '', from: 2020 },
];

/** All municipal functions, in order of code. */
export const KOSTRA_FUNCTIONS: readonly KostraFunction[] = [...LASTING, ...DATED].sort((a, b) =>
  a.code < b.code ? -1 : 1,
);

/** County functions (forms 0C, 0D, 0K, 0L, 0P, 0Q, and Oslo, which is both): codes only. */
const KOSTRA_COUNTY_FUNCTIONS: readonly string[] = (
  '400 410 420 421 430 460 465 470 471 472 473 480 510 515 520 521 522 523 524 525 526 527 528 529 530 531 532 ' +
  '533 534 535 536 537 554 559 561 562 570 581 590 660 665 691 692 693 694 696 701 710 711 715 716 722 730 731 ' +
  '732 733 734 735 740 750 760 771 772 775 790'
).split(' ');

const BY_CODE = new Map(KOSTRA_FUNCTIONS.map((entry) => [entry.code, entry]));
const COUNTY = new Set(KOSTRA_COUNTY_FUNCTIONS);

/** The municipal function of a code, whatever the year. */
export const kostraFunction = (code: string): KostraFunction | undefined => BY_CODE.get(code);

/** True when a municipal (or, with `county`, a county) function may be used in a year. */
export function isKostraFunction(code: string, year: number, county = false): boolean {
  if (county && COUNTY.has(code)) return true;
  const entry = BY_CODE.get(code);
  return entry !== undefined && (entry.from ?? 0) <= year && year <= (entry.to ?? 9999);
}
