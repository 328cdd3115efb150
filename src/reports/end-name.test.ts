// Ends that the program names are said in the reader's language; the model's own words stay as they are.

import { expect, it } from 'vitest';
import { endName } from './result-views.ts';

it.each([
  ['not in price', 'nb', 'holdes utenfor prisen'],
  ['financing', 'sv', 'finansieringens egna konteringar'],
  ['internal sales meals', 'nb', 'internsalg meals'],
  ['internal sales meals', 'en', 'internal sales meals'],
  ['internal sales', 'nb', 'internal sales'],
  ['finanstransaksjoner', 'en', 'finanstransaksjoner'],
] as const)('%s in %s', (name, language, text) => expect(endName(name, language)).toBe(text));
