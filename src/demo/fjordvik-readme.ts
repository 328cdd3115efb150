// The note that lies beside the demonstration municipality's data.

/** The text of data/README.md. */
export const FJORDVIK_README = `\
# Fjordvik: data of 2025

Made up by \`innsats generate\`: the municipality and its people do not exist. Identity numbers are synthetic (month
+ 80), so that no real person can have one. The same seed and scale give the same files.

| File | What | Decimal, encoding |
|---|---|---|
| units.csv | units with places, square metres, full-time equivalents, workstations | comma, UTF-8 |
| ledger-2025-q1.csv, -q2.csv | postings, from the old accounting system | comma, spaces in thousands, Latin-1 |
| ledger-2025-q3.csv, -q4.csv | postings, from the new one | comma, UTF-8 |
| delivered-2025-home-care-q*.csv | one row per visit, minutes | UTF-8 |
| delivered-2025-stays.csv | days per person, home and month | UTF-8 |
| delivered-2025-day-centre.csv | one row per attendance | UTF-8 |
| delivered-2025-alarms.csv | one row per alarm and month | UTF-8 |
| delivered-2025-assistance.csv | invoiced hours per person and month | comma, UTF-8 |
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
