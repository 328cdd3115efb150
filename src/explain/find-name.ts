// Names that people type, matched to what the run has, with the nearest when there is no such thing.

import { closest } from 'fastest-levenshtein';
import { UnknownFigure } from './level.ts';

/** The name itself when it is among `names`. @throws UnknownFigure naming the nearest. */
export function findName(what: string, name: string, names: Iterable<string>): string {
  const known = [...new Set(names)];
  if (known.includes(name)) return name;
  const nearest = known.length > 0 ? ` Did you mean "${closest(name, known)}"?` : '';
  throw new UnknownFigure(`The run has no ${what} "${name}".${nearest}`);
}
