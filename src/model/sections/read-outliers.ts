// Reads `users: outliers:`: the one rule by which users are outliers, where the model names one.

import type { OutlierRule, OutlierScope } from '../users.ts';
import {
  expected,
  type Fields,
  readChoice,
  readEntries,
  readFields,
  readPercent,
  readPositive,
} from '../yaml/read-values.ts';
import { complain, type Spot } from '../yaml/spot.ts';
import { readKroner } from './read-kroner.ts';
import { readServiceNames } from './read-prices.ts';
import type { Vocabulary } from './vocabulary.ts';

const RULES = ['limit', 'share', 'quartile', 'robust'] as const;
const KEYS = [...RULES, 'within'] as const;

/** `{ limit: { home-care: 1 500 000, all: 3 000 000 } }`, `{ share: 5 % }`, `{ quartile: 1.5 }` or `{ robust: 3.5 }`. */
export function readOutliers(spot: Spot, vocabulary: Vocabulary): OutlierRule | undefined {
  const fields = readFields(spot, 'outliers', KEYS);
  const named = RULES.filter((rule) => fields[rule]);
  if (named.length !== 1)
    return expected(spot, `one of ${RULES.join(', ')}`, 'Choose the one rule that marks outliers.');
  if (fields.limit) {
    if (fields.within)
      complain(fields.within, {
        rule: 'unknown-key',
        message: 'limits say themselves which services they are for.',
        remedy: 'Leave "within" out.',
      });
    return { kind: 'limit', limits: readLimits(fields.limit, vocabulary) };
  }
  return readRelative(fields);
}

function readLimits(spot: Spot, vocabulary: Vocabulary) {
  return readEntries(spot, 'limits by service or group').flatMap(({ key, at, value }) => {
    const limitOre = readKroner(value);
    const services = key === 'all' ? [] : readServiceNames(at, vocabulary);
    return services && limitOre !== undefined ? [{ group: key, services, limitOre }] : [];
  });
}

/** The rules that hold users against each other: among all, unless `within: services`. */
function readRelative({
  share: ofUsers,
  quartile,
  robust,
  within: at,
}: Fields<(typeof KEYS)[number]>): OutlierRule | undefined {
  const within: OutlierScope = (at && readChoice(at, ['all', 'services'])) ?? 'all';
  const share = ofUsers && readPercent(ofUsers);
  if (share) return { kind: 'share', share, within };
  const times = quartile && readPositive(quartile, 'how many times the distance between the quartiles');
  if (times) return { kind: 'quartile', times, within };
  const deviations = robust && readPositive(robust, 'how many robust deviations');
  return deviations && { kind: 'robust', deviations, within };
}
