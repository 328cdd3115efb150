// Judges what activity rows are about: each distinct text of service, unit and level becomes a cost object and the
// parts that a written quantity of it has, or the fault that its rows have.

import { type ActivitySource, WHOLE_MUNICIPALITY } from '../../model/model.ts';
import { suggestName } from '../../model/yaml/nearest-name.ts';
import { byKey } from '../../money/apportion.ts';
import { type Fraction, toWholeWeights } from '../../money/fraction.ts';
import { TEXT_SEPARATOR } from '../../store/scan.ts';
import type { ReadingModel, ReadingService } from '../reader.ts';
import { type Fault, FaultList, type Judged, showCell } from './fault.ts';
import { identityAstray } from './identity-astray.ts';
import { partsPerWritten } from './parts-per-written.ts';

/** The columns that say what, in the order in which their texts are joined. */
export const OBJECT_COLUMNS = ['service', 'unit', 'level'] as const;

export type FileObject = { readonly service: string; readonly unit: string; readonly level: string };

/**
 * `objects` are distinct and in order of service, unit and level; values are positions among them. A written quantity
 * of the text at a position is factors[position] ÷ factorDenominator parts. `ignoredLevels` are services without
 * levels whose rows name one.
 */
export type JudgedObjects = Judged & {
  readonly objects: readonly FileObject[];
  readonly factors: readonly (bigint | undefined)[];
  readonly factorDenominator: bigint;
  readonly ignoredLevels: readonly string[];
};

type Found = FileObject & { readonly factor: Fraction };

export function judgeObjects(
  texts: readonly string[],
  model: ReadingModel,
  source: ActivitySource,
): JudgedObjects {
  const faults = new FaultList();
  const ignored = new Set<string>();
  const lookUp = objectFinder(model, source, faults, ignored);
  const found = texts.map((text) => lookUp(text.split(TEXT_SEPARATOR).map((cell) => cell.trim())));
  const byCodes = new Map<string, FileObject>();
  for (const one of found) if (typeof one !== 'number') byCodes.set(codesOf(one), one);
  const keys = [...byCodes.keys()].sort(byKey);
  const rank = new Map(keys.map((key, i) => [key, i]));
  const sound = found.filter((one) => typeof one !== 'number');
  const [factorDenominator = 1n, ...weights] = toWholeWeights([
    { num: 1n, den: 1n },
    ...sound.map(({ factor }) => factor),
  ]);
  let next = 0;
  return {
    objects: keys.map((key) => byCodes.get(key)!),
    values: found.map((one) => (typeof one === 'number' ? one : rank.get(codesOf(one))!)),
    factors: found.map((one) => (typeof one === 'number' ? undefined : weights[next++]!)),
    factorDenominator,
    ignoredLevels: [...ignored].sort(byKey),
    faults: faults.faults,
  };
}

const codesOf = ({ service, unit, level }: FileObject): string => [service, unit, level].join(TEXT_SEPARATOR);

function objectFinder(
  model: ReadingModel,
  source: ActivitySource,
  faults: FaultList,
  ignoredLevels: Set<string>,
): (cells: readonly string[]) => Found | number {
  const services = new Map(model.services.map((service) => [service.id, service]));
  const unitIds = model.units.length > 0 ? model.units.map(({ id }) => id) : [WHOLE_MUNICIPALITY];
  const units = new Set(unitIds);
  const hasPersons = source.columns.person !== undefined;
  const fault = (name: (typeof OBJECT_COLUMNS)[number], message: string, remedy: Fault['remedy']): number => {
    const kind: Pick<Fault, 'rule' | 'severity'> = { rule: `activity/${name}`, severity: 'error' };
    return faults.add({ ...kind, column: source.columns[name] ?? '', message, remedy });
  };
  const astray = (name: (typeof OBJECT_COLUMNS)[number], text: string): number | undefined => {
    const found = identityAstray(text, model.municipality.country, source.columns[name] ?? '');
    return found && faults.add(found);
  };
  return ([serviceText = '', unitText = '', levelText = '']) => {
    const id = source.services.get(serviceText) ?? serviceText;
    const service = services.get(id);
    if (!service) {
      if (serviceText === '') return fault('service', 'The service is empty.', 'Write a service.');
      const number = astray('service', serviceText);
      if (number !== undefined) return number;
      const known = [...source.services.keys(), ...services.keys()];
      const message = `${showCell(serviceText, hasPersons)} is no service of the model.`;
      return fault('service', message, () =>
        `${suggestName(serviceText, known) ?? ''} Name it under services in the source.`.trim(),
      );
    }
    const unit =
      source.columns.unit === undefined ? WHOLE_MUNICIPALITY : (source.units.get(unitText) ?? unitText);
    if (!units.has(unit)) {
      if (unitText === '') return fault('unit', 'The unit is empty.', 'Write a unit.');
      const number = astray('unit', unitText);
      if (number !== undefined) return number;
      const known = [...source.units.keys(), ...units];
      const message = `${showCell(unitText, hasPersons)} is no unit of the model.`;
      return fault('unit', message, () =>
        `${suggestName(unitText, known) ?? ''} Name it under units in the source.`.trim(),
      );
    }
    const level = levelOf(service, levelText, source, hasPersons);
    const number = 'problem' in level || level.name === '' ? astray('level', levelText) : undefined;
    if (number !== undefined) return number;
    if ('problem' in level) return fault('level', level.problem, level.remedy);
    if (service.levels.length === 0 && levelText !== '') ignoredLevels.add(service.id);
    const factor = partsPerWritten(service, source.quantityIn, model.weekRule);
    if ('problem' in factor) return fault('service', factor.problem, factor.remedy);
    return { service: id, unit, level: level.name, factor: factor.parts };
  };
}

type LevelOutcome = { readonly name: string } | { readonly problem: string; readonly remedy: string };

/** The level, "" where the service has none. */
function levelOf(
  service: ReadingService,
  text: string,
  source: ActivitySource,
  hasPersons: boolean,
): LevelOutcome {
  if (service.levels.length === 0) return { name: '' };
  const names = service.levels.map(({ name }) => name);
  const name = source.levels.get(text) ?? text;
  if (names.includes(name)) return { name };
  const known = [...source.levels.keys(), ...names];
  const remedy = suggestName(text, known) ?? `Its levels are ${names.join(', ')}.`;
  if (source.columns.level === undefined) {
    return {
      problem: `${service.id} has levels, but the source names no level column.`,
      remedy: 'Name it under columns in the source.',
    };
  }
  if (text === '')
    return {
      problem: `${service.id} has levels, and the row names none.`,
      remedy: `Its levels are ${names.join(', ')}.`,
    };
  return { problem: `${showCell(text, hasPersons)} is no level of ${service.id}.`, remedy };
}
