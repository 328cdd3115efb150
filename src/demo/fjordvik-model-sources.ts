// The registers of activity, people and what surrounds them as Fjordvik's innsats.yaml declares them, year by year.

import { type FjordvikYear, YEARS } from './fjordvik-calendar.ts';
import type { FullLedgerFormat } from './fjordvik-ledger-source.ts';
import type { TableFormat } from './formats.ts';

/** The forms that the model's registers come in. */
export type ModelForms = { readonly ledger: FullLedgerFormat; readonly activity: TableFormat };

/** Control totals that follow the size of the municipality, as they are written in the file. */
export type YearTotals = {
  readonly ledger: string;
  readonly homeCareHours: string;
  readonly homeDays: string;
};

/** A register that is more than one sheet holds goes on in further workbooks. */
const endingOf = (activity: TableFormat): string => (activity === 'xlsx' ? '*.xlsx' : `.${activity}`);

/** Files of the cost year are known without it. */
const ofYear = (year: FjordvikYear): string => (year === 2025 ? '' : `\n      year: ${year}`);

const HOME_CARE_SERVICES = 'Hjemmesykepleie: home-nursing, Praktisk bistand: practical-assistance';
const HOME_CARE_UNITS = 'Sjøsiden hjemmetjeneste: sjosiden, Innlandet hjemmetjeneste: innlandet';
const LEVELS = '{ Ordinær: ordinary, Demens: dementia, Forsterket: reinforced }';
const STAYS = `\
        Langtidsopphold: nursing-home
        Korttidsopphold: nursing-home
        Bofellesskap: group-home
        Kjøpt plass: bought-place`;
const HOMES = `\
        Solvang sykehjem: solvang
        Fjordgløtt sykehjem: fjordglott
        Bakkehaugen sykehjem: bakkehaugen
        Bofellesskapene: group-homes
        Plasser i Vestbygd: bought-places`;

const delivered = (year: FjordvikYear, totals: YearTotals, activity: TableFormat): string => `\
    - read: table                                # visits, from the care system
      kind: delivered${ofYear(year)}
      files: data/delivered-${year}-home-care-*.${activity}
      columns: { person: pnr, service: tjeneste, unit: enhet, date: dato, quantity: minutter }
      quantity-in: minutes
      decimal: ","
      services: { ${HOME_CARE_SERVICES} }
      units: { ${HOME_CARE_UNITS} }
      control-total: ${totals.homeCareHours}

    - read: table                                # days in nursing homes and group homes, per person and month
      kind: delivered${ofYear(year)}
      files: data/delivered-${year}-stays${endingOf(activity)}
      columns: { person: pnr, service: opphold, unit: institusjon, month: måned, level: behov, quantity: døgn }
      decimal: ","
      services:
${STAYS}
      units:
${HOMES}
      levels: ${LEVELS}
      control-total: ${totals.homeDays}

    - read: table                                # attendances${year === 2025 ? '; the ledger has forgotten July, the register has not' : ''}
      kind: delivered${ofYear(year)}
      files: data/delivered-${year}-day-centre${endingOf(activity)}
      columns: { person: pnr, service: tiltak, unit: enhet, date: dato, quantity: oppmøter }
      decimal: ","
      services: { Dagaktivitet: day-activity }
      units: { Dagsenteret: day-centre }

    - read: table                                # alarms in use, a month each; some have no decision behind them
      kind: delivered${ofYear(year)}
      files: data/delivered-${year}-alarms${endingOf(activity)}
      columns: { person: pnr, service: tjeneste, unit: enhet, month: måned, quantity: antall }
      decimal: ","
      services: { Trygghetsalarm: safety-alarm }
      units: { Trygghetsalarmteamet: alarm-team }

    - read: table                                # invoiced hours of the private provider
      kind: delivered${ofYear(year)}
      files: data/delivered-${year}-assistance${endingOf(activity)}
      columns: { person: pnr, service: tjeneste, unit: leverandør, month: måned, quantity: timer }
      decimal: ","
      services: { BPA: personal-assistance }
      units: { Assistanse Vest AS: assistance-provider }`;

const decisions = (year: FjordvikYear, activity: TableFormat): string => `\
    - read: table                                # what people are granted, cut at New Year
      kind: decisions${ofYear(year)}
      files: data/decisions-${year}${endingOf(activity)}
      columns: { person: pnr, service: tjeneste, unit: enhet, level: behov, quantity: mengde, per: hyppighet, from: fra, to: til }
      decimal: ","
      changes: replace
      services:
        Hjemmesykepleie: home-nursing
        Praktisk bistand: practical-assistance
        BPA: personal-assistance
${STAYS}
        Dagaktivitet: day-activity
        Trygghetsalarm: safety-alarm
      units:
        Sjøsiden hjemmetjeneste: sjosiden
        Innlandet hjemmetjeneste: innlandet
        Assistanse Vest AS: assistance-provider
${HOMES}
        Dagsenteret: day-centre
        Trygghetsalarmteamet: alarm-team
      levels: ${LEVELS}`;

const paidHours = (year: FjordvikYear): string => `\
    - read: table                                # from payroll; sick leave stands beside what is paid for work
      kind: paid-hours
      year: ${year}
      files: data/paid-hours-${year}.csv
      columns: { unit: enhet, month: måned, kind: timetype, hours: timer }
      decimal: ","
      kinds: { Ordinær: ordinary, Overtid: overtime, Innleie: agency, Sykefravær: sick-leave }
      units:
        Sjøsiden hjemmetjeneste: sjosiden
        Innlandet hjemmetjeneste: innlandet
        Solvang sykehjem: solvang
        Fjordgløtt sykehjem: fjordglott
        Bakkehaugen sykehjem: bakkehaugen
        Bofellesskapene: group-homes
        Dagsenteret: day-centre
        Trygghetsalarmteamet: alarm-team`;

const places = (year: FjordvikYear): string => `\
    - read: table                                # places of the homes, used or not
      kind: capacity
      year: ${year}
      files: data/places-${year}.csv
      columns: { unit: enhet, places: plasser, from: fra, to: til, closed: stengt }
      units:
${HOMES}`;

/** The entries below `sources: activity:` of one year. */
export const activitySources = (year: FjordvikYear, totals: YearTotals, activity: TableFormat): string =>
  [delivered(year, totals, activity), decisions(year, activity)].join('\n\n');

/** What surrounds the deliveries, of both years. */
export const circumstanceSources = (activity: TableFormat): string => `\
${YEARS.map(paidHours).join('\n\n')}

${YEARS.map(places).join('\n\n')}

    - read: table                                # days in hospital, on which nothing is granted
      kind: suspensions
      year: 2026
      files: data/hospital-2026${endingOf(activity)}
      columns: { person: pnr, from: fra, to: til }`;

/** The entries below `sources:` that say who people are. */
export const peopleSources = `\
  people:
    - read: table
      files: data/people.csv
      columns: { person: pnr, birth-year: fødselsår, sex: kjønn, district: krets }

  assessments:
    - read: table                                # what a score weighs in time, by the time study of 2024
      files: data/assessments.csv
      columns: { person: pnr, from: fra, to: til, instrument: skjema, score: poeng }
      weights: { "1": 0.6, "2": 0.8, "3": 1, "4": 1.4, "5": 1.9 }`;
