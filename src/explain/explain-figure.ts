// Every figure explains itself: the next step towards its rows, by origin, or forward to where it ended. Everything
// is recomputed from the run's own tables and the registers; nothing is stored for the purpose.

import { byOrigin } from './by-origin.ts';
import type { ExplainContext } from './explain-context.ts';
import { explainNode, explainUnitCost } from './explain-node.ts';
import { explainAccount, explainPool } from './explain-pool.ts';
import { explainPrice } from './explain-price.ts';
import { explainUser, explainUsers } from './explain-user.ts';
import { explainVolume } from './explain-volume.ts';
import { forward } from './forward.ts';
import { type ExplainLevel, UnknownFigure } from './level.ts';

export type View = 'next' | 'origin' | 'forward';

export const FIGURES = [
  'price:financing/<service>[/<level>][@<nature>]',
  'price:full-cost/<service>[/<level>][@<nature>]',
  'unit-cost:<service>/<unit>[/<level>]',
  'pool:<pool>[/<unit>]',
  'account:<account string as the assignments table shows it>',
  'node:<node>',
  'responsibility:<code> (with --forward)',
  'volume:<service>/<unit>[/<level>][@[<state>-]<month>]',
  'user:<pseudonym>[@<service>/<unit>[/<level>]]',
  'users:<service>/<unit>[/<level>]',
];

/**
 * One level of a figure's explanation, at most 20 lines that add up to it.
 * @throws UnknownFigure when the run has no such figure.
 */
export async function explainFigure(
  context: ExplainContext,
  figure: string,
  view: View,
): Promise<ExplainLevel> {
  const colon = figure.indexOf(':');
  const [kind, address] = colon < 0 ? [figure, ''] : [figure.slice(0, colon), figure.slice(colon + 1)];
  if (view === 'origin') return byOrigin(context, kind, address);
  if (view === 'forward') return forward(context, kind, address);
  switch (kind) {
    case 'price':
      return explainPrice(context, address);
    case 'unit-cost':
      return explainUnitCost(context, address);
    case 'node':
      return explainNode(context, address);
    case 'pool':
      return explainPool(context, address);
    case 'account':
      return explainAccount(context, address);
    case 'volume':
      return explainVolume(context, address);
    case 'user':
      return explainUser(context, address);
    case 'users':
      return explainUsers(context, address);
    default:
      throw new UnknownFigure(`"${figure}" is no figure. Figures are written ${FIGURES.join(', ')}.`);
  }
}
