// The note that lies beside the demonstration municipality's data.

import type { ModelForms } from './fjordvik-model-sources.ts';

const ACCOUNTS = '| accounts.csv | own account, official article, own digit | UTF-8 |';

/** What the ledgers' files are, row by row of the table. */
const LEDGERS: { readonly [format in ModelForms['ledger']]: string } = {
  csv: `\
| ledger-2025-q1.csv, -q2.csv | postings, from the old accounting system | comma, spaces in thousands, Latin-1 |
| ledger-2025-q3.csv, -q4.csv, ledger-2026-q*.csv | postings, from the new one | comma, UTF-8 |`,
  saft: `\
| ledger-2025.xml, ledger-2026.xml | each year's vouchers with their counter-entry on the bank | SAF-T Financial 1.30 |
${ACCOUNTS}`,
  sie: `\
| ledger-2025.se, ledger-2026.se | each year's vouchers with their counter-entry on the bank | SIE 4E, code page 437 |
${ACCOUNTS}`,
  xlsx: `\
| ledger-2025-q*.xlsx, ledger-2026-q*.xlsx | postings, a workbook a quarter | numbers, codes as text |
${ACCOUNTS}`,
  parquet: `\
| ledger-2025-q*.parquet, ledger-2026-q*.parquet | postings, a file a quarter | decimals, codes as text |
${ACCOUNTS}`,
};

/** The text of data/README.md. */
export const fjordvikReadme = ({ ledger, activity }: ModelForms): string => `\
# Fjordvik: data of 2025 and 2026

Made up by \`innsats generate\`: the municipality and its people do not exist. Identity numbers are synthetic (month
+ 80), so that no real person can have one. The same seed and scale give the same files.

2025 is what is costed and priced; 2026 is followed month by month against its budget. Files of either year have the
year in their name.${ledger === 'saft' || ledger === 'sie' ? '' : ' Invoices for bought places name in the ledger whom they are for.'}

| File | What | Decimal, encoding |
|---|---|---|
| units.csv | units with purchaser, places, square metres, full-time equivalents, workstations | comma, UTF-8 |
${LEDGERS[ledger]}
| budget-2026.csv | the original budget: kroner of the year by account | comma, UTF-8 |
| budget-volumes-2026.csv | what the frames are meant to pay for, and for how many users | comma |
| delivered-*-home-care-q*.${activity} | one row per visit, minutes | UTF-8 |
| delivered-*-stays.${activity} | days per person, home and month | UTF-8 |
| delivered-*-day-centre.${activity} | one row per attendance | UTF-8 |
| delivered-*-alarms.${activity} | one row per alarm and month | UTF-8 |
| delivered-*-assistance.${activity} | invoiced hours per person and month | comma, UTF-8 |
| decisions-*.${activity} | what people are granted per day, week or month, cut at New Year | comma, UTF-8 |
| hospital-2026.${activity} | days on which people with home care were in hospital | UTF-8 |
| paid-hours-*.csv | paid hours per unit, month and kind, from payroll | comma |
| places-*.csv | places of the homes | UTF-8 |
| people.csv, assessments.csv | year of birth, sex and district; need as assessed, 1 to 5 | UTF-8 |
| paid-time-2025.csv | paid hours × wage per paid hour, in kroner | comma |
| paid-hours-by-service-2025.csv | what the paid hours went to | comma |
| portions-2025.csv, kilometres-2025.csv | who uses the kitchen and the cars | comma |

## What happens in 2026, on purpose
- Sjøsiden has 331 and 229 users where the budget says 303 and 212: 6.5 million kroner more is earned than was voted,
  and spent.
- Innlandet has no more users than voted, and spends 4.2 million more than it earns: from May on twelve paid hours in a
  hundred are hired from an agency at 758 kroner, and more hours are paid for each that is delivered.
- Bakkehaugen has six empty places from September on, and keeps most of its staff.

## What is wrong in them, on purpose
- 312,000 kroner of mains power stand on responsibility 4999, which no unit has (2025).
- 184,000 kroner of Innlandet's sick-pay refund stand on a responsibility of Sjøsiden: 4211 in 2025, 4212 in 2026.
- The day centre's sick-pay refund (4500, June 2025) has the wrong sign: +38,000.
- The day centre has attendances in July 2025 and no cost.
- One person is counted in both Fjordgløtt and Solvang for the last eleven days of May 2025, and another for eight days
  of September 2026.
- Some alarms have no decision behind them, in both years.
`;

/** The same beside a KOSTRA file and its volumes. */
export const fjordvikKostraReadme = (ledger: string, volumes: string): string => `\
# Fjordvik: what was reported for 2025

Made up by \`innsats generate\`: the municipality does not exist.

| File | What |
|---|---|
| ${ledger} | KOSTRA form 0A: thousand kroner by function and article, with state grants that meet them |
| ${volumes} | yearly volumes by service, with the functions that hold their cost |

KOSTRA has neither responsibilities, units, months nor single kroner, so that the model is the one that \`innsats init\`
proposes: unit costs of whole services, and no prices by unit.
`;
