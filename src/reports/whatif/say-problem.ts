// Why something cannot be tried, as a sentence with what was probably meant.

import { nearestName } from '../../model/yaml/nearest-name.ts';
import type { Asked, Problem } from '../../whatif/problem.ts';
import type { Language } from '../../words/language.ts';
import { sayWhatIf } from '../../words/whatif-texts.ts';

/** How each option is written. */
const EXAMPLES: Readonly<Record<Asked, string>> = {
  growth: '--growth wages=5%',
  price: '--price home-nursing=930',
  key: '--key fte:sjosiden=80',
  volume: '--volume home-nursing/sjosiden=+5%',
};

const LISTED = 8;

/** "No driver is called "ftee". Did you mean "fte"?" */
export function sayProblem(problem: Problem, language: Language): string {
  switch (problem.problem) {
    case 'form':
      return sayWhatIf('form', language, { text: problem.text, example: EXAMPLES[problem.asked] });
    case 'unknown': {
      const { what, name, of = '', known } = problem;
      return `${sayWhatIf(what, language, { name, of })} ${suggestion(name, known, language)}`.trimEnd();
    }
    case 'several':
      return `${sayWhatIf('several', language, { name: problem.name })} ${listed(problem.known, language)}`;
    case 'not-stated':
      return sayWhatIf('notStated', language, { driver: problem.driver });
    case 'share':
      return sayWhatIf('share', language, { driver: problem.driver, name: problem.name });
    case 'only-share':
      return sayWhatIf('onlyShare', language, { driver: problem.driver, name: problem.name });
  }
}

/** The nearest name, or those that are known where nothing is near. */
function suggestion(name: string, known: readonly string[], language: Language): string {
  const nearest = nearestName(name, known);
  if (nearest !== undefined) return sayWhatIf('didYouMean', language, { nearest });
  return known.length === 0 ? '' : listed(known, language);
}

function listed(known: readonly string[], language: Language): string {
  const names = known.slice(0, LISTED).join(', ');
  const n = known.length - LISTED;
  return sayWhatIf('known', language, {
    names: n > 0 ? sayWhatIf('andMoreNames', language, { names, n }) : names,
  });
}
