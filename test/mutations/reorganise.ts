// A municipality with a history: units that have ended and left what they held to several heirs by shares, seen as
// organised now.

import { byKey } from '../../src/money/apportion.ts';
import { type Random, randomFrom } from '../auditor/generate-network.ts';
import type { Municipality } from '../support/generate-municipality.ts';

const MONTHS = Array.from({ length: 12 }, (_, i) => i + 1);

/**
 * Some providers had predecessors until the middle of the year: with their responsibilities, with their activity of the
 * first months, and with one to four heirs of any weights among the providers.
 */
export function reorganise({ model, accounts, volumes }: Municipality, seed: number): Municipality {
  const random = randomFrom(seed);
  const providers = model.units.filter(({ kind }) => kind === 'provider');
  const ended = providers.filter(() => random.chance(60)).map(({ id }) => id);
  const before = (id: string): string => `before-${id}`;
  const holdings = model.units.flatMap(({ id, responsibilities }) =>
    ended.includes(id)
      ? [
          { id, from: '2025-07', to: '9999-12', responsibilities },
          { id: before(id), from: '', to: '2025-06', responsibilities },
        ]
      : [{ id, from: '', to: '9999-12', responsibilities }],
  );
  const heirs = ended.map((id) => {
    const those = providers.filter(() => random.chance(50)).slice(0, 4);
    const weights = (those.length > 0 ? those : [providers[0]!]).map((heir) => ({
      unit: heir.id,
      weight: 1n + random.big(random.chance(50) ? 5n : 10n ** 20n),
    }));
    return [before(id), weights.sort((a, b) => byKey(a.unit, b.unit))] as const;
  });
  return {
    model: { ...model, organisation: { as: 'now', holdings, heirs: new Map(heirs) } },
    accounts: accounts.map((account) => ({ ...account, month: someMonth(random) })),
    volumes: volumes.map((volume) =>
      ended.includes(volume.unit) &&
      volume.year === 2025 &&
      (volume.month > 0 ? volume.month <= 6 : random.chance(30))
        ? { ...volume, unit: before(volume.unit) }
        : volume,
    ),
  };
}

const someMonth = (random: Random): number => (random.chance(10) ? 0 : MONTHS[random.below(12)]!);
