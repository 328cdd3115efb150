// Fjordvik's steering model, `innsats.yaml`: the example that others start from, so it reads like the field.

import type { FjordvikYear } from './fjordvik-calendar.ts';
import { balancePool, ledgerSources } from './fjordvik-ledger-source.ts';
import {
  activitySources,
  circumstanceSources,
  type ModelForms,
  peopleSources,
  type YearTotals,
} from './fjordvik-model-sources.ts';

/** Control totals of each year, and how many live in the municipality. */
export type ControlTotals = { readonly [year in FjordvikYear]: YearTotals } & {
  readonly inhabitants: number;
};

/** The text of innsats.yaml. */
export const fjordvikModel = (totals: ControlTotals, { ledger, activity }: ModelForms): string => `\
# Fjordvik kommune: what care cost in 2025, what it should be paid in 2026, and how 2026 goes.
# A demonstration municipality; its people do not exist. This is the costed part of care: a full municipality
# also has rehabilitation, respite and family-care pay.
municipality: { id: "9901", name: Fjordvik kommune, country: NO, language: nb }
years: { cost: 2025, price: 2026, finance: 2026 }

# ---- What is read ------------------------------------------------------------------------------------------
sources:
  ledger:
${ledgerSources(ledger, { 2025: totals[2025].ledger, 2026: totals[2026].ledger })}

  activity:
${activitySources(2025, totals[2025], activity)}

${activitySources(2026, totals[2026], activity)}

${circumstanceSources(activity)}

${peopleSources}

units: data/units.csv
service-groups:
  home-care: [home-nursing, practical-assistance]

services:
  home-nursing:         { name: { nb: Hjemmesykepleie, en: Home nursing }, measure: hour, function: 258 }
  practical-assistance: { name: { nb: Praktisk bistand, en: Practical assistance }, measure: hour, function: 258 }
  personal-assistance:
    { name: { nb: Brukerstyrt personlig assistanse, en: Personal assistance }, measure: hour, function: 258 }
  nursing-home:
    name: { nb: Sykehjem, en: Nursing home }
    measure: day
    function: [253, 261]
    levels: { ordinary: 1.00, dementia: 1.18, reinforced: 1.65, source: staffing norm 2025 }
  bought-place:    { name: { nb: Kjøpt sykehjemsplass, en: Bought nursing home place }, measure: day, function: 253 }
  group-home:      { name: { nb: Bofellesskap, en: Group home }, measure: day, function: 257 }
  day-activity:    { name: { nb: Dagaktivitet, en: Day activity }, measure: attendance, function: 234 }
  meeting-place:   { name: { nb: Åpen møteplass, en: Open meeting place }, open: true, function: 234 }
  safety-alarm:    { name: { nb: Trygghetsalarm, en: Safety alarm }, measure: month, function: 234 }

# ---- How cost finds its way --------------------------------------------------------------------------------
costing:
  method: reciprocal                             # management, IT, kitchen and vehicles serve each other
  volumes: delivered

  # Refunds lower the expense that they refund.
  natures:
    wages: 010-099 270 710
    goods: 100-260 280-290 429 729
    purchased: 300-380
    capital: 500-590
    income: 600-700

  # Read from the top: the first pool that fits takes the posting.
  pools:
${balancePool(ledger)}    - financing:          { name: Finanstransaksjoner, article: 500-589, not-costed: finanstransaksjoner }
    - user-fees:          { name: Brukerbetaling, article: 600-659, answers: purchaser, to: not-in-price }
    - resource-grant:     { name: Tilskudd ressurskrevende, article: 700, answers: purchaser, to: not-in-price }

    # Home care is paid for these whatever its activity: see prices.
    - unit-management:    { name: Enhetsledelse, responsibility: [4200, 4220], answers: provider, driver: volumes, to: own home-care }
    - night-patrol:       { name: Nattpatrulje, responsibility: [4201, 4221], answers: provider, driver: volumes, to: own home-care }

    # Anyone may come, without a decision: the council's own offer, so it answers for it as purchaser.
    - meeting-place:      { name: Åpen møteplass, responsibility: 4501, answers: purchaser, driver: equal, to: meeting-place }
    # Sick-pay refunds go to a common fund for substitutes, not to the unit: central answers for them.
    - sick-pay-refunds:   { name: Sykelønnsrefusjon, article: 710, units: providers, answers: central, follows: care-wages }
    - care-wages:
        { name: Pleielønn, article: [010-099, 270], units: providers, answers: provider, driver: paid-time, to: own services }
    - care-running:
        { name: Drift av pleien, article: [100-290, 429, 729], units: providers, answers: provider, driver: volumes, to: own services }
    - purchased-care:
        { name: Kjøpt omsorg, article: [350, 370], units: providers, answers: provider, driver: volumes, to: own services }

    - kitchen:            { name: Kjøkken, units: kitchen, answers: central, to: own unit }
    - vehicles:           { name: Biler, units: vehicles, answers: central, to: own unit }
    - it:                 { name: IKT, units: it, answers: central, to: own unit }
    - management:         { name: Ledelse, units: management, answers: central, to: own unit }
    - premises:           { name: Lokaler, units: premises, answers: central, to: own unit }
    - assessment:         { name: Vurdering og bestilling, units: purchasers, not-costed: vurdering og bestilling }
    - rest:               { name: Resten, park: ikke plassert ennå }

  # What passes cost on, and by what.
  centres:
    - kitchen:    { driver: portions, to: [providers, support] }
    - vehicles:   { driver: kilometres, to: [providers, support] }
    - it:         { driver: workstations, to: [providers, support] }
    - management: { driver: fte, to: [providers, support] }
    - premises:   { driver: area, to: [providers, support] }
    - day-centre: { driver: day-centre-time, to: own services }
    - providers:  { driver: paid-time, to: own services }

  drivers:
    fte:             { column: fte, source: payroll 2025 }
    area:            { column: area, source: building register 2025 }
    workstations:    { column: workstations, source: log-ins December 2025 }
    portions:        { table: data/portions-2025.csv, source: kitchen's order system 2025 }
    kilometres:      { table: data/kilometres-2025.csv, source: vehicle log 2025 }
    paid-time:       { table: data/paid-time-2025.csv, source: rota and payroll 2025 (paid hours × wage per hour) }
    paid-hours:      { table: data/paid-hours-by-service-2025.csv, source: rota and payroll 2025 }
    day-centre-time: { shares: { day-activity: 80 %, meeting-place: 20 % }, source: rota 2025 }

# ---- What it should be paid --------------------------------------------------------------------------------
prices:
  round-to: 1 kr
  base: [night-patrol, unit-management]
  supplements:
    travel: { services: home-care, units: [innlandet], amount: 131 }  # kroner per hour: long roads

growth:
  2026: { wages: 4.2 %, goods: 3.0 %, purchased: 3.5 %, capital: 0 %, source: national budget 2026 }

# ---- What is earned and spent in 2026, month by month ------------------------------------------------------
financing:
  frame:
    held-by: purchaser                           # more users are the purchaser's matter, dearer hours the unit's
    from: budget
    periodise: calendar-days
  volumes: { table: data/budget-volumes-2026.csv, source: council budget 2026 }
  hours: paid-hours
  full-time: 1750
  models:
    activity-2026:
      name: { nb: Innsatsstyrt 2026, en: Activity-based 2026 }
      pays: { basis: delivered }
      applies: [{ units: home-care-units, from: 2026-01 }]   # all others have their frame
    average-2026:                                # what if long roads were not paid for? One price for both
      name: { nb: Én pris for alle, en: One price for all }
      pays: { basis: delivered }
      applies: [{ units: home-care-units, from: 2026-01 }]
      prices: { supplements: none }
    frame-2026: { name: { nb: Ramme 2026, en: Frame 2026 }, kind: frame }
  in-force: activity-2026
  settlement:
    surplus: { keep: 50 %, at-most: 3 % }
    deficit: { carry: 100 %, at-most: 2 % }
    source: council 12/26

# ---- What it cost for each user ----------------------------------------------------------------------------
users:
  need: { instrument: IPLOS, services: home-care, source: time study 2024 }   # elsewhere days and hours weigh alike
  fees: [user-fees]
  expected:                                      # kroner per measure, all cost counted
    home-nursing: { from: 950, to: 1250 }
    practical-assistance: { from: 700, to: 1000 }
    nursing-home: { from: 3500, to: 6500 }
  jump: 15 %
  outliers: { share: 5 % }
  combinations: [home-care]
  resource-intensive:
    2025: { threshold: 1 647 000, share: 80 %, under-age: 67, source: the demonstration’s own figure }
  inhabitants: { number: ${totals.inhabitants}, source: population register 1 January 2025 }
`;
