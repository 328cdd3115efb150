// What the financing section refers to: units as they are in the finance year, services, and the names of costing and
// prices.

import type { Service } from '../../model.ts';
import type { Names } from '../../yaml/names.ts';
import type { UnitSection } from '../read-units.ts';
import type { Vocabulary } from '../vocabulary.ts';

export type FinancingGround = {
  /** The finance year. */
  readonly year: number;
  /** As they are in the finance year, whichever year the rest of the model is read as of. */
  readonly units: UnitSection;
  readonly services: readonly Service[];
  readonly vocabulary: Vocabulary;
  readonly pools: Names;
  readonly drivers: Names;
  readonly natures: Names;
  readonly supplements: Names;
};
