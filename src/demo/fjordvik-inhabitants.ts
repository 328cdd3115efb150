// Who the people are that Fjordvik's care knows, and what need each was assessed to have: each person once.

import { pick, randomAt, streamOf } from './counted-random.ts';
import { YEARS } from './fjordvik-calendar.ts';
import { alarmGroup, DAILY_LIFE } from './fjordvik-daily-life.ts';
import { homeCarePeople } from './fjordvik-home-care-users.ts';
import { personOf } from './fjordvik-people.ts';
import { HOMES, peopleIn } from './fjordvik-stays.ts';
import { people, type Size } from './size.ts';

/** A person of a group, with what is assessed of the group: need of care, or nothing. */
type Known = { readonly group: string; readonly pnr: string; readonly isAssessed: boolean };

/** Home care of both years: those of 2026 include all of 2025 that are at home then, and come first. */
function* knownPeople(size: Size): Generator<Known> {
  const { scale } = size;
  for (const { unit, person } of homeCarePeople(2026, size))
    yield { group: unit, pnr: personOf(unit, person), isAssessed: true };
  for (const home of HOMES)
    for (const pnr of peopleIn(home, size)) yield { group: home.unit, pnr, isAssessed: true };
  const most = (of: 'visitors' | 'alarms' | 'assisted'): number =>
    Math.max(...YEARS.map((year) => people(DAILY_LIFE[year][of], scale)));
  const numbers = (count: number): number[] => Array.from({ length: count }, (_, i) => i);
  const other = (group: string, person: number): Known => ({
    ...{ group, pnr: personOf(group, person), isAssessed: group === 'assistance-provider' },
  });
  for (const user of numbers(most('visitors'))) if (user % 2 === 1) yield other('day-centre', user);
  for (const user of numbers(most('alarms')))
    if (alarmGroup(user, scale).group === 'alarm-team') yield other('alarm-team', user);
  for (const user of numbers(most('assisted'))) yield other('assistance-provider', user);
}

const DISTRICTS: { readonly [group: string]: readonly string[] } = {
  sjosiden: ['Sentrum', 'Sjøsiden', 'Neset'],
  innlandet: ['Øvre dal', 'Skogbygda'],
};
const ALL_DISTRICTS = Object.values(DISTRICTS).flat();

/** A random number that is the person's own, whichever order people come in. */
const randomOf = (stream: number, pnr: string, purpose = 0): number =>
  randomAt(stream, Number(pnr.slice(0, 6)), Number(pnr.slice(6)), purpose);

/** data/people.csv: year of birth and sex as the identity number has them, and where they live. */
export function* peopleRows(size: Size): Generator<string> {
  yield 'pnr;fødselsår;kjønn;krets';
  const stream = streamOf(size.seed, 'people');
  for (const { group, pnr } of knownPeople(size)) {
    const districts = DISTRICTS[group] ?? ALL_DISTRICTS;
    const district = districts[randomOf(stream, pnr) % districts.length];
    yield `${pnr};19${pnr.slice(4, 6)};${Number(pnr[8]) % 2 === 0 ? 'K' : 'M'};${district}`;
  }
}

/** Those who live in a home need more. */
const SCORES: { readonly [group: string]: readonly [least: number, most: number] } = {
  sjosiden: [1, 4],
  innlandet: [1, 4],
};

/** data/assessments.csv: a score from 1 to 5 since before 2025; one in five was assessed anew in March 2026. */
export function* assessmentRows(size: Size): Generator<string> {
  yield 'pnr;fra;til;skjema;poeng';
  const stream = streamOf(size.seed, 'assessments');
  for (const { group, pnr, isAssessed } of knownPeople(size)) {
    if (!isAssessed) continue;
    const [least, most] = SCORES[group] ?? [3, 5];
    const score = pick(randomOf(stream, pnr), least, most);
    const isNew = randomOf(stream, pnr, 1) % 5 === 0;
    yield `${pnr};2024-10-01;${isNew ? '2026-02-28' : ''};IPLOS;${score}`;
    if (isNew) yield `${pnr};2026-03-01;;IPLOS;${Math.min(5, score + 1)}`;
  }
}
