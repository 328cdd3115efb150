// Who the people of Fjordvik are: each group has numbers of its own, and some people are known to several systems.

import { type Born, syntheticPerson } from './synthetic-person.ts';

const OLD: Born = { from: 1922, to: 1954 };
const YOUNG: Born = { from: 1955, to: 1999 };

/** Groups of people; those born in the same years hold different shares of the numbers. */
const GROUPS: { readonly [group: string]: { readonly born: Born; readonly share: number } } = {
  sjosiden: { born: OLD, share: 0 },
  innlandet: { born: OLD, share: 1 },
  solvang: { born: OLD, share: 2 },
  fjordglott: { born: OLD, share: 3 },
  bakkehaugen: { born: OLD, share: 4 },
  'day-centre': { born: OLD, share: 5 },
  'alarm-team': { born: OLD, share: 6 },
  'bought-places': { born: OLD, share: 7 },
  'group-homes': { born: YOUNG, share: 0 },
  'assistance-provider': { born: YOUNG, share: 1 },
};
const SHARES = 8;

/** The synthetic identity number of a person of a group; the same person always has the same. */
export function personOf(group: string, person: number): string {
  const plan = GROUPS[group];
  if (!plan) throw new Error(`Fjordvik has no group of people called ${group}`);
  return syntheticPerson(person, plan.born, plan.share, SHARES);
}
