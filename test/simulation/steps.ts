// What can happen in the year: each step changes the inbox, the model, the units or the key, as chance has it, and says
// in words what it did.

import type { Random } from '../auditor/generate-network.ts';
import { firstExport } from './books.ts';
import {
  broken,
  type DeliveredFile,
  exportFile,
  type Flaw,
  LEDGER_FORMS,
  type LedgerForm,
} from './delivered-file.ts';
import { EDITS } from './model-text.ts';
import { booksOf, copyIn, hoursOf, jumpIn, KEYS, toggled, type World, withFile, without } from './world.ts';

/** Says what it did; undefined where there was nothing to do it to. */
export type Step = (world: World, random: Random) => Promise<string | undefined> | string | undefined;

const one = <T>(random: Random, all: readonly T[]): T | undefined => all[random.below(all.length || 1)];
const aFile = ({ inbox }: World, random: Random) => one(random, [...inbox]);

/** Takes a file into the inbox under a name, in place of whatever had it, and gives the model a source for its form. */
function deliver(world: World, name: string, file: DeliveredFile): void {
  world.inbox = withFile(world.inbox, name, file);
  world.away = without(world.away, name);
  const { form } = file;
  if (form !== 'visits.csv') world.model = { ...world.model, forms: new Set([...world.model.forms, form]) };
}

const nameOf = (part: number, form: LedgerForm | 'visits.csv', more = ''): string => {
  const stem = `${String(part).padStart(2, '0')}${more}`;
  return form === 'visits.csv' ? `data/visits-${stem}.csv` : `data/ledger-${stem}.${form}`;
};

const nextPart: Step = async (world, random) => {
  const part = world.partsDelivered + 1;
  if (part > world.parts) return undefined;
  const form = random.chance(55) ? 'csv' : one(random, LEDGER_FORMS)!;
  const clean = booksOf(world, part);
  const isFirst = random.chance(40);
  const books = isFirst ? firstExport(clean, random) : clean;
  const flaw: Flaw | undefined = random.chance(12) ? 'cut off' : undefined;
  const ledger = await exportFile(books, form);
  deliver(world, nameOf(part, form), flaw ? broken(ledger, flaw) : ledger);
  deliver(world, nameOf(part, 'visits.csv'), await exportFile(books, 'visits.csv'));
  world.partsDelivered = part;
  return `part ${part} is delivered as ${form}${isFirst ? ', a first export' : ''}${flaw ? `, ${flaw}` : ''}`;
};

const corrected: Step = async (world, random) => {
  const found = aFile(world, random);
  if (!found) return undefined;
  const [name, { form, part }] = found;
  deliver(world, name, await exportFile(booksOf(world, part), form));
  return `${name} is delivered again, corrected`;
};

const inAnotherForm: Step = async (world, random) => {
  const found = aFile(world, random);
  if (!found || found[1].form === 'visits.csv') return undefined;
  const [name, { part }] = found;
  const form = one(random, LEDGER_FORMS)!;
  world.inbox = without(world.inbox, name);
  deliver(world, nameOf(part, form), await exportFile(booksOf(world, part), form));
  return `${name} is delivered again as ${form}`;
};

const brokenAgain: Step = (world, random) => {
  const found = aFile(world, random);
  if (!found || found[1].flaw) return undefined;
  const flaw: Flaw = random.chance(50) ? 'cut off' : 'encoding';
  deliver(world, found[0], broken(found[1], flaw));
  return `${found[0]} arrives again, broken: ${flaw}`;
};

const inOre: Step = async (world, random) => {
  const found = aFile(world, random);
  if (found?.[1].form !== 'csv') return undefined;
  const [name, { part }] = found;
  deliver(world, name, await exportFile(booksOf(world, part), 'csv', true));
  return `${name} is delivered again, in øre`;
};

const renamed: Step = (world, random) => {
  const found = aFile(world, random);
  if (!found) return undefined;
  const [name, file] = found;
  const other = nameOf(file.part, file.form, `-${'abcdefgh'[random.below(8)]}`);
  if (world.inbox.has(other)) return undefined;
  world.inbox = without(world.inbox, name);
  deliver(world, other, file);
  return `${name} is renamed ${other}`;
};

const vanished: Step = (world, random) => {
  const found = aFile(world, random);
  if (!found) return undefined;
  world.inbox = without(world.inbox, found[0]);
  world.away = withFile(world.away, ...found);
  return `${found[0]} vanishes`;
};

const cameBack: Step = (world, random) => {
  const found = one(random, [...world.away]);
  if (!found) return undefined;
  deliver(world, ...found);
  return `${found[0]} comes back`;
};

const duplicated: Step = (world, random) => {
  const found = aFile(world, random);
  if (!found) return undefined;
  const other = nameOf(found[1].part, found[1].form, '-copy');
  if (world.inbox.has(other)) return undefined;
  deliver(world, other, found[1]);
  return `${found[0]} lies there again as ${other}`;
};

const reorganised: Step = (world, random) => {
  if (world.reorganised !== 'not' || world.partsDelivered <= world.parts / 2) return undefined;
  world.reorganised = random.chance(50) ? 'handed over' : 'divided';
  return `the north is ${world.reorganised === 'divided' ? 'divided between the harbour and the hill' : 'handed over to the harbour'}`;
};

const edited: Step = (world, random) => {
  const edit = one(random, EDITS)!;
  world.model = { ...world.model, edits: toggled(world.model.edits, edit) };
  return `the model is edited: ${edit}${world.model.edits.has(edit) ? '' : ', taken back'}`;
};

const totalStated: Step = (world, random) => {
  const hours = random.chance(60) ? hoursOf(world.inbox) : '7777,5';
  world.model = { ...world.model, controlTotal: hours };
  return `a control total of ${hours} hours is stated`;
};

const keyChanged: Step = (world) => {
  world.key = KEYS.find((key) => key !== world.key)!;
  return 'the key is changed';
};

const STEPS: readonly (readonly [Step, number])[] = [
  [nextPart, 45],
  [corrected, 8],
  [inAnotherForm, 5],
  [brokenAgain, 5],
  [inOre, 3],
  [renamed, 5],
  [vanished, 4],
  [cameBack, 4],
  [duplicated, 3],
  [reorganised, 8],
  [edited, 8],
  [totalStated, 3],
  [keyChanged, 4],
];

/** Each step as often as it weighs. */
const LOTS = STEPS.flatMap(([step, weight]) => Array<Step>(weight).fill(step));

/** Draws a step that has something to be done to, and does it. A year begins with its first part. */
export async function takeStep(world: World, random: Random): Promise<string> {
  if (world.partsDelivered === 0) return (await nextPart(world, random))!;
  for (;;) {
    const step = LOTS[random.below(LOTS.length)]!;
    const told = await step(world, random);
    if (told !== undefined) return told;
  }
}

/** Puts right whatever makes an import be refused, one thing a step. */
export async function mend(world: World): Promise<string> {
  const { edits } = world.model;
  if (edits.has('mistake')) {
    world.model = { ...world.model, edits: toggled(edits, 'mistake') };
    return 'the mistake in the model is mended';
  }
  const flawed = [...world.inbox].find(([, { flaw }]) => flaw !== undefined);
  if (flawed) {
    deliver(world, flawed[0], await exportFile(booksOf(world, flawed[1].part), flawed[1].form));
    return `${flawed[0]} is mended`;
  }
  const copy = copyIn(world.inbox);
  if (copy) {
    world.inbox = without(world.inbox, copy);
    return `${copy} is taken away`;
  }
  const jumped = jumpIn(world);
  if (jumped) {
    const { part, form } = world.inbox.get(jumped)!;
    deliver(world, jumped, await exportFile(booksOf(world, part), form));
    return `${jumped} is delivered again, in kroner`;
  }
  for (const [name, file] of world.away) deliver(world, name, file);
  const { controlTotal: _stated, ...model } = world.model;
  const kept = [...model.forms].filter((form) =>
    [...world.inbox.values()].some((file) => file.form === form),
  );
  world.model = { ...model, forms: new Set(kept) };
  return 'what vanished comes back, and the sources and the control total are mended';
}

/** The end of the year: every part is there once, as it is in the end, in the form that it came in last. */
export async function mendAll(world: World, random: Random): Promise<string> {
  const forms = new Map(
    [...world.away, ...world.inbox].map(([, { form, part }]) => [`${part} ${form === 'visits.csv'}`, form]),
  );
  world.inbox = new Map();
  world.away = new Map();
  world.model = {
    forms: new Set(),
    edits: new Set([...world.model.edits].filter((edit) => edit !== 'mistake')),
  };
  for (let part = 1; part <= world.parts; part++) {
    const form = forms.get(`${part} false`) ?? one(random, LEDGER_FORMS)!;
    deliver(world, nameOf(part, form), await exportFile(booksOf(world, part), form));
    deliver(world, nameOf(part, 'visits.csv'), await exportFile(booksOf(world, part), 'visits.csv'));
  }
  world.partsDelivered = world.parts;
  return 'everything is mended';
}
