// A small municipality for tests of live re-costing, small enough to follow by hand: two units of home care that share a
// manager, a day centre, and what each key is stated by.

import type { Model } from '../../src/model/model.ts';
import type { Volume } from '../../src/tables/activity.ts';
import type { AccountTotal } from '../../src/tables/ledger.ts';
import { groundOf } from '../../src/whatif/ground.ts';
import { drawSheet, type Sheet } from '../../src/whatif/sheet.ts';
import { cubeOf, type PersonRecord } from './cube-of.ts';
import {
  AT,
  account,
  centre,
  codes,
  exact,
  growth,
  handMadeModel,
  ownServices,
  pool,
  REST,
  service,
  share,
  shares,
  unit,
  units,
  volume,
} from './hand-made-model.ts';

const NURSING = service('home-nursing', 'hour');
const HELP = service('practical-assistance', 'hour');
const DAY = service('day-care', 'day', {
  levels: [
    { name: 'ordinary', weight: exact(1) },
    { name: 'dementia', weight: exact('1.5') },
  ],
});
const MEETING = service('meeting-place', undefined);

/**
 * Sjøsiden: wages of 1,000,000 kroner, by paid time 3 : 1 to 1,000 hours of nursing and 500 of practical assistance; base
 * 100,000. Innlandet: 600,000, 1 : 1, 500 and 200 hours; 10 kroner an hour of supplement. Day centre: 300,000, of which
 * 20 % to the meeting place, 90 days ordinary and 40 of dementia. A manager of 130,000 by full-time equivalents 8 : 4 : 1,
 * for whom the centre answers. Wages grow by 4 %.
 */
export const SMALL_MODEL: Model = handMadeModel({
  units: [
    unit('management', 'support', { responsibilities: codes('100') }),
    ...(['sjosiden', 'innlandet', 'day-centre'] as const).map((id, i) =>
      unit(id, 'provider', {
        responsibilities: codes(`${i + 2}00`),
        columns: new Map([['fte', exact([8, 4, 1][i]!)]]),
      }),
    ),
  ],
  services: [NURSING, HELP, DAY, MEETING],
  pools: [
    pool('management', { kind: 'own-unit' }, { test: { responsibility: codes('100') }, answers: 'central' }),
    pool('night', share('volumes', ownServices('home-nursing', 'practical-assistance')), {
      test: { article: codes('040') },
      paidAs: 'base',
    }),
    pool('day-wages', share('rota', ownServices('day-care', 'meeting-place')), {
      test: { responsibility: codes('400') },
    }),
    pool('wages', share('paid-time', ownServices('home-nursing', 'practical-assistance')), {
      test: { article: codes('010') },
    }),
    REST,
  ],
  centres: [
    centre('management', 'fte', units('sjosiden', 'innlandet', 'day-centre')),
    centre('home-care', 'minutes', ownServices('home-nursing', 'practical-assistance'), {
      units: ['sjosiden', 'innlandet'],
    }),
    centre('day-centre', 'rota', ownServices('day-care', 'meeting-place')),
  ],
  drivers: {
    fte: { kind: 'column', column: 'fte' },
    rota: shares({ 'day-care': '80 %', 'meeting-place': '20 %' }),
    minutes: {
      kind: 'minutes',
      minutes: new Map([
        ['home-nursing', new Map([['', exact(60)]])],
        ['practical-assistance', new Map([['', exact(45)]])],
      ]),
    },
    'paid-time': {
      kind: 'table',
      file: 'paid-time.csv',
      rows: [
        { unit: 'sjosiden', service: 'home-nursing', quantity: exact(300), row: 2 },
        { unit: 'sjosiden', service: 'practical-assistance', quantity: exact(100), row: 3 },
        { unit: 'innlandet', service: 'home-nursing', quantity: exact(80), row: 4 },
        { unit: 'innlandet', service: 'practical-assistance', quantity: exact(80), row: 5 },
      ],
    },
  },
  growth: [growth(2026, { wages: '4 %' })],
  pricing: {
    roundToOre: 100n,
    supplements: [
      { name: 'travel', services: ['home-nursing'], units: ['innlandet'], amount: exact(1_000), at: AT },
    ],
  },
});

const ACCOUNTS: readonly AccountTotal[] = [
  account('100', 130_000, { article: '010' }),
  account('200', 1_000_000, { article: '010' }),
  account('200', 100_000, { article: '040' }),
  account('300', 600_000, { article: '010' }),
  account('400', 300_000, { article: '010' }),
];

const VOLUMES: readonly Volume[] = [
  volume(DAY, 'day-centre', 40, { level: 'dementia' }),
  volume(DAY, 'day-centre', 90, { level: 'ordinary' }),
  volume(NURSING, 'innlandet', 500),
  volume(NURSING, 'sjosiden', 1_000),
  volume(HELP, 'innlandet', 200),
  volume(HELP, 'sjosiden', 500),
];

/** Each volume in thirds: two to "p1" in January and June, one to "p2". */
const RECORDS: readonly PersonRecord[] = VOLUMES.flatMap(({ parts, ...of }) => {
  const third = parts / 3n;
  return [
    { ...of, person: 'p1', month: 1, parts: third },
    { ...of, person: 'p1', month: 6, parts: third },
    { ...of, person: 'p2', month: 1, parts: parts - 2n * third },
  ];
});

/** The sheet of the small municipality. */
export function smallSheet(model: Model = SMALL_MODEL): Sheet {
  const ground = groundOf(model, { accounts: ACCOUNTS, volumes: VOLUMES, cube: cubeOf(RECORDS) });
  const { sheet, findings } = drawSheet(model, ground);
  if (!sheet) throw new Error(findings.map(({ message }) => message).join('\n'));
  return sheet;
}
