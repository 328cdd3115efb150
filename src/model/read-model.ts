// Reads innsats.yaml into a Model. Everything that is wrong is found at once, each with its place, what was expected
// and how to put it right; a user's mistake never throws.

import { readFile } from 'node:fs/promises';
import { basename } from 'node:path';
import { isMap } from 'yaml';
import { type Finding, isRefused } from '../findings/finding.ts';
import { byKey } from '../money/apportion.ts';
import { readyMadeConcepts } from './concepts-for.ts';
import type { Model } from './model.ts';
import { checkCosting } from './sections/check-costing.ts';
import { checkFinancing } from './sections/check-financing.ts';
import { readOrganisation } from './sections/organise-units.ts';
import { readAccruals } from './sections/read-accruals.ts';
import { readConcepts } from './sections/read-concepts.ts';
import { readCosting } from './sections/read-costing.ts';
import { readFollowedYear } from './sections/read-followed-year.ts';
import { readMunicipality, readYears } from './sections/read-municipality.ts';
import { readGrowth, readPricing, readWeekRule } from './sections/read-prices.ts';
import { readServices } from './sections/read-services.ts';
import { readSources } from './sections/read-sources.ts';
import { readUnits, type UnitSection } from './sections/read-units.ts';
import { readUsers } from './sections/read-users.ts';
import { replaceUnits } from './sections/replace-units.ts';
import { namesOf } from './yaml/names.ts';
import { parseModelDocument } from './yaml/parse-document.ts';
import { missing, peek, readFields } from './yaml/read-values.ts';
import { complain, quietly, type Spot } from './yaml/spot.ts';

const KEYS = [
  'municipality',
  'years',
  'sources',
  'units',
  'unit-groups',
  'services',
  'service-groups',
  'concepts',
  'costing',
  'prices',
  'growth',
  'week-rule',
  'accruals',
  'financing',
  'users',
] as const;

/** What was read: the model when nothing refuses it, and what is wrong or worth knowing, in order of place. */
export type ModelReading = { readonly model?: Model; readonly findings: Finding[] };

/** `asOf`: a year that stands in the place of the cost year. */
export type ReadAs = { readonly asOf?: number };

/**
 * Reads and checks a model file; tables that it names are read relative to its folder. A model is given when no
 * finding is an error. Findings name file, line and column, or a table's file, row and column.
 *
 * As of another year (`asOf`) the model is what it would be with that year as cost year: its units, their
 * organisation, the concepts that hold. What concerns the costing of the cost year alone is not asked then, and of
 * what is no error only that is told which is about a table's row, such as a unit that changes within the year.
 */
export async function readModel(file: string, as: ReadAs = {}): Promise<ModelReading> {
  let bytes: Uint8Array;
  try {
    bytes = await readFile(file);
  } catch {
    const where = { file: basename(file), line: 1, position: 1 };
    const message = 'cannot read the model file.';
    const remedy = 'Run "innsats init" to make one.';
    return { findings: [{ rule: 'model/no-file', severity: 'error', message, remedy, where }] };
  }
  return readModelBytes(bytes, file, as);
}

/** As readModel, from the bytes of the file; `file` says where it stands. */
export function readModelBytes(bytes: Uint8Array, file: string, as: ReadAs = {}): ModelReading {
  const { root, findings } = parseModelDocument(bytes, file);
  const read = root && readSections(root, file, as);
  const { model, isCostYear = true } = read ?? {};
  if (model) {
    const isWhole = !isRefused(findings);
    const found = [...checkCosting(model, isCostYear), ...checkFinancing(model)];
    findings.push(...found.filter(({ severity }) => isWhole || severity === 'error'));
  }
  const told = isCostYear ? findings : findings.filter(concernsAnyYear);
  const inOrder = told.sort(
    ({ where: a }, { where: b }) =>
      byKey(a.file ?? '', b.file ?? '') ||
      (a.line ?? a.row ?? 0) - (b.line ?? b.row ?? 0) ||
      (a.position ?? 0) - (b.position ?? 0),
  );
  return model && !isRefused(inOrder) ? { model, findings: inOrder } : { findings: inOrder };
}

/** What another year is told of: what refuses the model, and what is said of a table's row. The rest was said before. */
const concernsAnyYear = ({ severity, where }: Finding): boolean =>
  severity === 'error' || where.row !== undefined;

type Sections = { readonly model: Model; readonly isCostYear: boolean };

function readSections(root: Spot, file: string, { asOf }: ReadAs): Sections | undefined {
  if (!isMap(root.node)) {
    const remedy = 'Begin with "municipality:"; "innsats init" writes a first model.';
    complain(root, { rule: 'missing', message: 'the model is empty, or no map of sections.', remedy });
    return undefined;
  }
  const fields = readFields(root, 'the model', KEYS);
  const municipality = readMunicipality(fields.municipality, root);
  const written = readYears(fields.years, root);
  const years = { ...written, cost: asOf ?? written.cost };
  const isCostYear = years.cost === written.cost;
  const as = readOrganisation(fields.costing && peek(fields.costing, 'organisation'));
  const unitsIn = (year: number, look = (spot: Spot): Spot => spot): UnitSection => {
    const { units: table, 'unit-groups': groups } = fields;
    const yearsThen = as === 'then' ? { ...written, cost: year } : written;
    return readUnits(table && look(table), groups && look(groups), municipality.name, {
      years: yearsThen,
      as,
    });
  };
  const units = unitsIn(years.cost);
  const services = readServices(fields.services, fields['service-groups']);
  if (!fields.services)
    missing(root, 'services', 'Name the services: "services: { nursing-home: { measure: day } }".');
  const levels = new Map(services.services.map((service) => [service.id, service.levels]));
  const levelNames = [...levels.values()].flatMap((list) => list.map(({ name }) => name));
  const sourceNames = { services: services.names, units: units.names, levels: namesOf('level', levelNames) };
  const sources = fields.sources
    ? readSources(fields.sources, sourceNames)
    : missing(
        root,
        'sources',
        'Say where the ledger is: "sources: { ledger: [{ read: kostra, files: … }] }".',
      );
  const own = readConcepts(fields.concepts);
  const ready = readyMadeConcepts(municipality.country, years.cost);
  const concepts = [...own, ...ready.filter(({ name }) => !own.some((concept) => concept.name === name))];
  const things = {
    units: units.names,
    unitGroups: units.groups,
    services: services.names,
    serviceGroups: services.groups,
  };
  const section = fields.costing
    ? readCosting(fields.costing, {
        vocabulary: things,
        units: units.units,
        columns: units.columns,
        levels,
        concepts,
        activity: (sources?.activity ?? []).filter(({ year }) => (year ?? written.cost) === written.cost),
        isCostYear,
        country: municipality.country,
        year: years.cost,
        base: fields.prices && peek(fields.prices, 'base'),
      })
    : missing(root, 'costing', 'Say how cost is shared: "costing: { method: …, pools: [ … ] }".');
  const vocabulary = section?.vocabulary ?? { ...things, activities: namesOf('activity', [], false) };
  const growth = readGrowth(fields.growth, section?.natures ?? namesOf('nature', [], false));
  const pricing = readPricing(fields.prices, vocabulary);
  const weekRule = readWeekRule(fields['week-rule']);
  const accruals = readAccruals(fields.accruals);
  const financing = readFollowedYear(fields, root, {
    years: written,
    unitsIn: (year) => unitsIn(year, quietly),
    services: services.services,
    vocabulary,
    section,
  });
  const pools = section?.pools ?? namesOf('pool', [], false);
  const users = fields.users && readUsers(fields.users, vocabulary, pools);
  if (!section || !sources) return undefined;
  const model: Model = {
    file: basename(file),
    municipality,
    years,
    ...sources,
    units: units.units,
    ...(units.organisation ? { organisation: units.organisation } : {}),
    services: services.services,
    concepts,
    ...(weekRule ? { weekRule } : {}),
    ...(accruals.length > 0 ? { accruals } : {}),
    costing: section.costing,
    growth,
    pricing,
    ...(financing ? { financing } : {}),
    ...(users ? { users } : {}),
  };
  return { model: replaceUnits(model, units.replaced), isCostYear };
}
