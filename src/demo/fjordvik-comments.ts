// What Fjordvik's unit leaders say of their month: small text that shows on the pages and is in no figure.

/** comments/<month>.yaml by name of the month. */
export const FJORDVIK_COMMENTS: { readonly [month: string]: string } = {
  '2026-05': `\
- unit: innlandet
  text: Fire sykepleiere sluttet i april. Vikarbyrå dekker vaktene til nye er på plass.
  by: enhetsleder
  date: 2026-06-09
  deadline: 2026-09-01
  status: open
`,
  '2026-12': `\
- unit: innlandet
  text: To av fire stillinger er fylt. Rutene legges om fra februar, så vikarbyrå kan avvikles til påske.
  by: enhetsleder
  date: 2027-01-12
  deadline: 2027-03-31
  status: under-way
- unit: sjosiden
  text: 28 flere brukere enn budsjettert gjennom hele året. Rammen for 2027 bygger på årets brukere.
  by: enhetsleder
  date: 2027-01-11
  status: done
`,
};
