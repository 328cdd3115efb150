// The findings of activity-based financing as sentences: titles with their number, and what was not the reason.

import type { EveryLanguage } from './fill-text.ts';

export const FINDING_TEXTS = {
  spentMore: {
    nb: '{unit} brukte {amount} mer enn enheten tjente: {cause}.',
    sv: '{unit} använde {amount} mer än enheten tjänade in: {cause}.',
    da: '{unit} brugte {amount} mere, end enheden tjente: {cause}.',
    en: '{unit} spent {amount} more than it earned: {cause}.',
  },
  spentLess: {
    nb: '{unit} brukte {amount} mindre enn enheten tjente: {cause}.',
    sv: '{unit} använde {amount} mindre än enheten tjänade in: {cause}.',
    da: '{unit} brugte {amount} mindre, end enheden tjente: {cause}.',
    en: '{unit} spent {amount} less than it earned: {cause}.',
  },
  didMore: {
    nb: '{unit} leverte for {amount} mer enn rammen: {cause}.',
    sv: '{unit} utförde insatser för {amount} mer än ramen: {cause}.',
    da: '{unit} leverede for {amount} mere end rammen: {cause}.',
    en: '{unit} delivered {amount} more than its frame pays for: {cause}.',
  },
  didLess: {
    nb: '{unit} leverte for {amount} mindre enn rammen: {cause}.',
    sv: '{unit} utförde insatser för {amount} mindre än ramen: {cause}.',
    da: '{unit} leverede for {amount} mindre end rammen: {cause}.',
    en: '{unit} delivered {amount} less than its frame pays for: {cause}.',
  },
  earnedMore: {
    nb: '{unit} tjente {amount} mer enn rammen: {cause}.',
    sv: '{unit} tjänade in {amount} mer än ramen: {cause}.',
    da: '{unit} tjente {amount} mere end rammen: {cause}.',
    en: '{unit} earned {amount} more than its frame: {cause}.',
  },
  earnedLess: {
    nb: '{unit} tjente {amount} mindre enn rammen: {cause}.',
    sv: '{unit} tjänade in {amount} mindre än ramen: {cause}.',
    da: '{unit} tjente {amount} mindre end rammen: {cause}.',
    en: '{unit} earned {amount} less than its frame: {cause}.',
  },
  balanced: {
    nb: '{unit} holdt rammen og brukte det enheten tjente.',
    sv: '{unit} höll ramen och använde det som enheten tjänade in.',
    da: '{unit} holdt rammen og brugte det, enheden tjente.',
    en: '{unit} kept to its frame and spent what it earned.',
  },
  balancedWithoutFrame: {
    nb: '{unit} brukte det enheten tjente.',
    sv: '{unit} använde det som enheten tjänade in.',
    da: '{unit} brugte det, enheden tjente.',
    en: '{unit} spent what it earned.',
  },
  causeUnknown: {
    nb: 'ingen enkelt grunn skiller seg ut',
    sv: 'inget enskilt skäl sticker ut',
    da: 'ingen enkelt grund skiller sig ud',
    en: 'no single reason stands out',
  },
  since: { nb: ' fra {month}', sv: ' från {month}', da: ' fra {month}', en: ' from {month}' },
  inMonth: { nb: ' i {month}', sv: ' i {month}', da: ' i {month}', en: ' in {month}' },
  notActivity: {
    nb: 'Antall brukere og omfanget av tjenestene er ikke grunnen: aktivitetsavviket er bare {amount}.',
    sv: 'Antalet brukare och insatsernas omfattning är inte skälet: volymavvikelsen är bara {amount}.',
    da: 'Antallet af brugere og omfanget af ydelserne er ikke grunden: aktivitetsafvigelsen er kun {amount}.',
    en: 'The number of users and how much they get is not the reason: the activity variance is only {amount}.',
  },
  notEfficiency: {
    nb: 'Driften er ikke grunnen: effektivitetsavviket er bare {amount}.',
    sv: 'Driften är inte skälet: effektivitetsavvikelsen är bara {amount}.',
    da: 'Driften er ikke grunden: effektivitetsafvigelsen er kun {amount}.',
    en: 'How the unit is run is not the reason: the efficiency variance is only {amount}.',
  },
  alsoActivityOver: {
    nb: 'I tillegg ble det levert for {amount} mer enn rammen: {cause}.',
    sv: 'Dessutom utfördes insatser för {amount} mer än ramen: {cause}.',
    da: 'Desuden blev der leveret for {amount} mere end rammen: {cause}.',
    en: 'It also delivered {amount} more than the frame pays for: {cause}.',
  },
  alsoActivityUnder: {
    nb: 'Samtidig ble det levert for {amount} mindre enn rammen: {cause}.',
    sv: 'Samtidigt utfördes insatser för {amount} mindre än ramen: {cause}.',
    da: 'Samtidig blev der leveret for {amount} mindre end rammen: {cause}.',
    en: 'At the same time it delivered {amount} less than the frame pays for: {cause}.',
  },
  alsoEarnedOver: {
    nb: 'I tillegg tjente enheten {amount} mer enn rammen: {cause}.',
    sv: 'Dessutom tjänade enheten in {amount} mer än ramen: {cause}.',
    da: 'Desuden tjente enheden {amount} mere end rammen: {cause}.',
    en: 'It also earned {amount} more than its frame: {cause}.',
  },
  alsoEarnedUnder: {
    nb: 'Samtidig tjente enheten {amount} mindre enn rammen: {cause}.',
    sv: 'Samtidigt tjänade enheten in {amount} mindre än ramen: {cause}.',
    da: 'Samtidig tjente enheden {amount} mindre end rammen: {cause}.',
    en: 'At the same time it earned {amount} less than its frame: {cause}.',
  },
  alsoEfficiencyOver: {
    nb: 'I tillegg ble det brukt {amount} mer enn det som ble tjent: {cause}.',
    sv: 'Dessutom användes {amount} mer än vad som tjänades in: {cause}.',
    da: 'Desuden blev der brugt {amount} mere, end der blev tjent: {cause}.',
    en: 'It also spent {amount} more than it earned: {cause}.',
  },
  alsoEfficiencyUnder: {
    nb: 'Samtidig ble det brukt {amount} mindre enn det som ble tjent: {cause}.',
    sv: 'Samtidigt användes {amount} mindre än vad som tjänades in: {cause}.',
    da: 'Samtidig blev der brugt {amount} mindre, end der blev tjent: {cause}.',
    en: 'At the same time it spent {amount} less than it earned: {cause}.',
  },
  alsoCause: {
    nb: 'Den nest største grunnen ({amount}): {cause}.',
    sv: 'Det näst största skälet ({amount}): {cause}.',
    da: 'Den næststørste grund ({amount}): {cause}.',
    en: 'The second largest reason ({amount}): {cause}.',
  },
  frameElsewhere: {
    nb: 'Rammen ligger hos bestilleren, så enheten har ikke noe aktivitetsavvik.',
    sv: 'Ramen ligger hos beställaren, så enheten har ingen volymavvikelse.',
    da: 'Rammen ligger hos myndigheden, så enheden har ingen aktivitetsafvigelse.',
    en: 'The purchaser holds the frame, so the unit has no activity variance.',
  },
  frameMissing: {
    nb: 'Enheten har ingen ramme i budsjettet, og derfor ikke noe aktivitetsavvik.',
    sv: 'Enheten har ingen ram i budgeten, och därför ingen volymavvikelse.',
    da: 'Enheden har ingen ramme i budgettet, og derfor ingen aktivitetsafvigelse.',
    en: 'The unit has no frame in the budget, and so no activity variance.',
  },

  // ---- purchaser, council
  paidMore: {
    nb: '{unit} finansierte {amount} mer enn rammen: {cause}.',
    sv: '{unit} finansierade {amount} mer än ramen: {cause}.',
    da: '{unit} finansierede {amount} mere end rammen: {cause}.',
    en: '{unit} paid for {amount} more than the frame: {cause}.',
  },
  paidLess: {
    nb: '{unit} finansierte {amount} mindre enn rammen: {cause}.',
    sv: '{unit} finansierade {amount} mindre än ramen: {cause}.',
    da: '{unit} finansierede {amount} mindre end rammen: {cause}.',
    en: '{unit} paid for {amount} less than the frame: {cause}.',
  },
  paidAsFrame: {
    nb: '{unit} finansierte det rammen ga rom for.',
    sv: '{unit} finansierade det som ramen gav utrymme för.',
    da: '{unit} finansierede det, som rammen gav plads til.',
    en: '{unit} paid for what the frame had room for.',
  },
  grantedNotDelivered: {
    nb: 'Innvilget, men ikke levert: {amount}, til de prisene som gjelder.',
    sv: 'Beviljat men inte utfört: {amount}, till gällande priser.',
    da: 'Bevilget, men ikke leveret: {amount}, til de gældende takster.',
    en: 'Granted and not delivered: {amount}, at the prices in force.',
  },
  allOverFrame: {
    nb: '{unit} brukte {amount} mer enn rammen: aktivitet {activity}, drift {efficiency}.',
    sv: '{unit} använde {amount} mer än ramen: volym {activity}, drift {efficiency}.',
    da: '{unit} brugte {amount} mere end rammen: aktivitet {activity}, drift {efficiency}.',
    en: '{unit} spent {amount} more than the frame: activity {activity}, efficiency {efficiency}.',
  },
  allUnderFrame: {
    nb: '{unit} brukte {amount} mindre enn rammen: aktivitet {activity}, drift {efficiency}.',
    sv: '{unit} använde {amount} mindre än ramen: volym {activity}, drift {efficiency}.',
    da: '{unit} brugte {amount} mindre end rammen: aktivitet {activity}, drift {efficiency}.',
    en: '{unit} spent {amount} less than the frame: activity {activity}, efficiency {efficiency}.',
  },
  allAsFrame: {
    nb: '{unit} brukte rammen, hverken mer eller mindre: aktivitet {activity}, drift {efficiency}.',
    sv: '{unit} använde ramen, varken mer eller mindre: volym {activity}, drift {efficiency}.',
    da: '{unit} brugte rammen, hverken mere eller mindre: aktivitet {activity}, drift {efficiency}.',
    en: '{unit} spent the frame, no more and no less: activity {activity}, efficiency {efficiency}.',
  },
  allAsEarned: {
    nb: '{unit} brukte det enhetene tjente.',
    sv: '{unit} använde det som enheterna tjänade in.',
    da: '{unit} brugte det, enhederne tjente.',
    en: '{unit} spent what its units earned.',
  },
  allOverEarned: {
    nb: '{unit} brukte {amount} mer enn enhetene tjente.',
    sv: '{unit} använde {amount} mer än enheterna tjänade in.',
    da: '{unit} brugte {amount} mere, end enhederne tjente.',
    en: '{unit} spent {amount} more than its units earned.',
  },
  allUnderEarned: {
    nb: '{unit} brukte {amount} mindre enn enhetene tjente.',
    sv: '{unit} använde {amount} mindre än enheterna tjänade in.',
    da: '{unit} brugte {amount} mindre, end enhederne tjente.',
    en: '{unit} spent {amount} less than its units earned.',
  },
  largest: {
    nb: 'Størst avvik: {list}.',
    sv: 'Störst avvikelse: {list}.',
    da: 'Størst afvigelse: {list}.',
    en: 'Largest deviations: {list}.',
  },

  // ---- the shadow run
  shadowMoves: {
    nb: '{model} flytter {amount} før noen har gjort noe annerledes: {gainer} får {gain}, {loser} {loss}.',
    sv: '{model} flyttar {amount} innan någon har gjort något annorlunda: {gainer} får {gain}, {loser} {loss}.',
    da: '{model} flytter {amount}, før nogen har gjort noget anderledes: {gainer} får {gain}, {loser} {loss}.',
    en: '{model} moves {amount} before anyone has acted differently: {gainer} gets {gain}, {loser} {loss}.',
  },
  shadowYearMore: {
    nb: '{model} ville hittil i år gitt {unit} {amount} mer.',
    sv: '{model} skulle hittills i år ha gett {unit} {amount} mer.',
    da: '{model} ville hidtil i år have givet {unit} {amount} mere.',
    en: '{model} would so far this year have given {unit} {amount} more.',
  },
  shadowYearLess: {
    nb: '{model} ville hittil i år gitt {unit} {amount} mindre.',
    sv: '{model} skulle hittills i år ha gett {unit} {amount} mindre.',
    da: '{model} ville hidtil i år have givet {unit} {amount} mindre.',
    en: '{model} would so far this year have given {unit} {amount} less.',
  },
  shadowYearAbout: {
    nb: 'De samme månedene og mengdene, regnet etter den andre modellen. I kraft er {model}.',
    sv: 'Samma månader och volymer, räknade efter den andra modellen. I kraft är {model}.',
    da: 'De samme måneder og mængder, regnet efter den anden model. I kraft er {model}.',
    en: 'The same months and quantities, by the other model. In force: {model}.',
  },
  shadowMovesNothing: {
    nb: '{model} gir hver enhet det samme som i dag.',
    sv: '{model} ger varje enhet detsamma som i dag.',
    da: '{model} giver hver enhed det samme som i dag.',
    en: '{model} gives every unit what it has today.',
  },
  noShadow: {
    nb: 'Ingen andre modeller er prøvd ved siden av den som gjelder.',
    sv: 'Inga andra modeller har prövats vid sidan av den som gäller.',
    da: 'Ingen andre modeller er prøvet ved siden af den gældende.',
    en: 'No other model is tried beside the one in force.',
  },
  shadowAbout: {
    nb: 'Regnet på kostnadsårets egne mengder, mot det enhetens eget år koster i prisåret. I kraft er {model}.',
    sv: 'Räknat på kostnadsårets egna volymer, mot vad enhetens eget år kostar under prisåret. I kraft är {model}.',
    da: 'Regnet på omkostningsårets egne mængder, mod hvad enhedens eget år koster i takståret. I kraft er {model}.',
    en: 'On the cost year’s own volumes, beside what the unit’s own year costs in the price year. In force: {model}.',
  },
} as const satisfies Record<string, EveryLanguage>;
