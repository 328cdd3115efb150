// The note that lies beside the demonstration municipality's data.

import type { ModelForms } from './fjordvik-model.ts';

/** What the ledger's files are, row by row of the table. */
const LEDGERS: { readonly [format in ModelForms['ledger']]: string } = {
  csv: `\
| ledger-2025-q1.csv, -q2.csv | postings, from the old accounting system | comma, spaces in thousands, Latin-1 |
| ledger-2025-q3.csv, -q4.csv | postings, from the new one | comma, UTF-8 |`,
  saft: `\
| ledger-2025.xml | the year's vouchers with their counter-entry on the bank | SAF-T Financial 1.30 |
| accounts.csv | own account, official article, own digit | UTF-8 |`,
  sie: `\
| ledger-2025.se | the year's vouchers with their counter-entry on the bank | SIE 4E, code page 437 |
| accounts.csv | own account, official article, own digit | UTF-8 |`,
  xlsx: `\
| ledger-2025-q*.xlsx | postings, a workbook a quarter | numbers, codes as text |
| accounts.csv | own account, official article, own digit | UTF-8 |`,
  parquet: `\
| ledger-2025-q*.parquet | postings, a file a quarter | decimals, codes as text |
| accounts.csv | own account, official article, own digit | UTF-8 |`,
};

/** The text of data/README.md. */
export const fjordvikReadme = ({ ledger, activity }: ModelForms): string => `\
# Fjordvik: data of 2025

Made up by \`innsats generate\`: the municipality and its people do not exist. Identity numbers are synthetic (month
+ 80), so that no real person can have one. The same seed and scale give the same files.

| File | What | Decimal, encoding |
|---|---|---|
| units.csv | units with places, square metres, full-time equivalents, workstations | comma, UTF-8 |
${LEDGERS[ledger]}
| delivered-2025-home-care-q*.${activity} | one row per visit, minutes | UTF-8 |
| delivered-2025-stays.${activity} | days per person, home and month | UTF-8 |
| delivered-2025-day-centre.${activity} | one row per attendance | UTF-8 |
| delivered-2025-alarms.${activity} | one row per alarm and month | UTF-8 |
| delivered-2025-assistance.${activity} | invoiced hours per person and month | comma, UTF-8 |
| paid-time-2025.csv | paid hours × wage per paid hour, in kroner | comma |
| portions-2025.csv, kilometres-2025.csv | who uses the kitchen and the cars | comma |

## What is wrong in them, on purpose
- 312,000 kroner of mains power stand on responsibility 4999, which no unit has.
- 184,000 kroner of Innlandet's sick-pay refund stand on 4211, a responsibility of Sjøsiden.
- The day centre's sick-pay refund (4500, June) has the wrong sign: +38,000.
- The day centre has attendances in July and no cost.
- One person is counted in both Fjordgløtt and Solvang for the last eleven days of May.
- The alarms are those in use; the register of decisions, when it comes, will lack some of them.
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
