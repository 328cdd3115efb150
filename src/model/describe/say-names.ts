// Words for sentences about a model: names instead of ids, groups instead of long lists, amounts in millions.

import { formatAmount, formatNumber } from '../../money/amount-text.ts';
import type { Fraction } from '../../money/fraction.ts';
import type { Model, Service, Target, Unit, UnitKind } from '../model.ts';
import { pickText } from '../pick-text.ts';

/** "a", "a and b", "a, b and c"; beyond `most` names "a, b and 7 more". */
export function sayList(names: readonly string[], most = 5): string {
  const shown =
    names.length > most ? [...names.slice(0, most - 1), `${names.length - most + 1} more`] : names;
  return shown.length < 2 ? (shown[0] ?? 'none') : `${shown.slice(0, -1).join(', ')} and ${shown.at(-1)}`;
}

/** An id as words: "unit-management" → "unit management"; very short ones are abbreviations: "it" → "IT". */
export const sayId = (id: string): string => (id.length <= 2 ? id.toUpperCase() : id.replaceAll('-', ' '));

export const capital = (text: string): string => text.charAt(0).toUpperCase() + text.slice(1);

/** 530000000n → "5.3 mio."; below 100,000 kr in kroner: "84,000 kr". */
export function sayAmount(ore: bigint): string {
  const isSmall = ore < 10_000_000n && ore > -10_000_000n;
  if (isSmall) return `${formatAmount(ore as never, { language: 'en', decimals: 0 })} kr`;
  return `${formatAmount(ore as never, { language: 'en', unit: 'million', decimals: 1 })} mio.`;
}

const MONTHS = 'January February March April May June July August September October November December'.split(
  ' ',
);

/** " of 2026", where a source is of another year than the cost year. */
export const sayOtherYear = (year: number | undefined, costYear: number): string =>
  year === undefined || year === costYear ? '' : ` of ${year}`;

/** 7 → "July". */
export const sayMonth = (month: number): string => MONTHS[month - 1] ?? '';

/** A number with the decimals that it has, at most four: 59/50 → "1.18"; 700000 → "700,000". */
export function sayNumber(value: Fraction): string {
  const decimals = [0, 1, 2, 3].find((digits) => {
    const scaled = 10n ** BigInt(digits) * value.num;
    return scaled % value.den === 0n;
  });
  return formatNumber(value, { language: 'en', decimals: decimals ?? 4 });
}

/** 21/500 → "4.2 %". */
export const sayPercent = (value: Fraction): string =>
  `${sayNumber({ num: value.num * 100n, den: value.den })} %`;

const sameMembers = (a: readonly string[], b: readonly string[]): boolean =>
  a.length === b.length && a.every((id) => b.includes(id));

const KIND_WORDS: { readonly [kind in UnitKind]: string } = {
  provider: 'provider',
  support: 'support',
  purchaser: 'purchaser',
};

/** Units by name, or by the kind or group that they are exactly. */
export function sayUnits(ids: readonly string[], units: readonly Unit[]): string {
  const nameOf = new Map(units.map(({ id, name }) => [id, name]));
  if (ids.length < 3) return sayList(ids.map((id) => nameOf.get(id) ?? id));
  if (ids.length === units.length) return 'all units';
  const kinds = [...new Set(units.filter(({ id }) => ids.includes(id)).map(({ kind }) => kind))];
  const ofKinds = units.filter(({ kind }) => kinds.includes(kind)).map(({ id }) => id);
  if (sameMembers(ids, ofKinds)) return `all ${sayList(kinds.map((kind) => KIND_WORDS[kind]))} units`;
  const group = groupOf(ids, units);
  return group === undefined ? sayList(ids.map((id) => nameOf.get(id) ?? id)) : sayId(group);
}

/** Services by name, or by the group that they are exactly. */
export function sayServices(ids: readonly string[], services: readonly Service[]): string {
  const nameOf = new Map(services.map((service) => [service.id, sayService(service)]));
  if (ids.length >= 3 && ids.length === services.length) return 'all services';
  const group = ids.length >= 3 ? groupOf(ids, services) : undefined;
  return group === undefined ? sayList(ids.map((id) => nameOf.get(id) ?? id)) : sayId(group);
}

/** A service in English, or the language that its name is in; without a name its id. */
export const sayService = ({ id, name }: Service): string => lower(pickText(name, 'en', sayId(id)));

/** Names of services are common nouns; abbreviations keep their capitals. */
const lower = (text: string): string =>
  /^\p{Lu}\p{Ll}/u.test(text) ? text.charAt(0).toLowerCase() + text.slice(1) : text;

function groupOf(
  ids: readonly string[],
  things: readonly { readonly id: string; readonly groups: readonly string[] }[],
): string | undefined {
  const groups = [...new Set(things.flatMap(({ groups }) => groups))];
  return groups.find((group) =>
    sameMembers(
      ids,
      things.filter((thing) => thing.groups.includes(group)).map(({ id }) => id),
    ),
  );
}

/** A target in words; `whose` is how "own" reads: "their" for several, "its" for one. */
export function sayTarget(target: Target, model: Model, whose: string): string {
  if (target.kind === 'units') return sayUnits(target.units, model.units);
  if (target.kind === 'activities')
    return `${whose} own activities (${sayList(target.activities.map(sayId))})`;
  if (!target.own) return sayServices(target.services, model.services);
  const isAll = target.services.length === model.services.length;
  return isAll ? `${whose} own services` : `${whose} own ${sayServices(target.services, model.services)}`;
}
