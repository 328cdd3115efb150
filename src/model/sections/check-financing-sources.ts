// Whether files of the finance year are declared for what is to be followed and paid: what no source holds would count as
// nothing.

import type { Finding } from '../../findings/finding.ts';
import type { CircumstanceKind } from '../../tables/circumstances.ts';
import { type LedgerKind, ledgerKind } from '../../tables/ledger.ts';
import type { Financing, FundingModel, PayBasis } from '../financing.ts';
import type { LedgerSource, Location, Model } from '../model.ts';
import { modelFinding } from './model-finding.ts';

type State = 'granted' | 'delivered';
type Kind = LedgerKind | State | CircumstanceKind;

/** What each kind holds, and how it is declared where that is not its own name. */
const HOLDS: { readonly [kind in Kind]: readonly [what: string, declared?: string] } = {
  actual: ['accounts'],
  budget: ['budget'],
  'revised-budget': ['revised budget', 'budget, budget: revised'],
  granted: ['granted activity'],
  delivered: ['delivered activity'],
  suspensions: ['suspensions'],
  'waiting-list': ['waiting list'],
  'paid-hours': ['paid hours'],
  capacity: ['places'],
};

/** What is needed of a year, and who needs it. */
type Need = { readonly kind: Kind; readonly of: number; readonly why: string; readonly at: Location };

const STATES: { readonly [basis in PayBasis]: readonly State[] } = {
  granted: ['granted'],
  delivered: ['delivered'],
  lesser: ['granted', 'delivered'],
};

function needsOfModel({ name, pays, at }: FundingModel, of: number): Need[] {
  if (!pays) return [];
  const because = (kind: Kind, why: string): Need => ({ kind, of, why: `"${name}" ${why}`, at });
  return [
    ...STATES[pays.basis].map((state) => because(state, `pays for what is ${state}`)),
    ...(pays.absenceDays.size > 0 ? [because('suspensions', 'pays days of absence')] : []),
    ...(pays.emptyPlaces.size > 0 ? [because('capacity', 'pays empty places')] : []),
  ];
}

function needsOf({ years }: Model, { year, frame, models, hoursDriver, at }: Financing): Need[] {
  const budget = frame.from === 'revised-budget' ? 'revised-budget' : 'budget';
  return [
    { kind: 'actual', of: year, why: 'expense is followed', at },
    ...(frame.from === 'volumes'
      ? []
      : [{ kind: budget, of: year, why: 'the frame is from the budget', at } as const]),
    ...models.flatMap((model) => needsOfModel(model, year)),
    ...(hoursDriver === undefined
      ? []
      : [{ kind: 'paid-hours', of: years.cost, why: `"${hoursDriver}" divides paid hours`, at } as const]),
  ];
}

/** One without `year` is of the cost year; a SAF-T or SIE file says its year itself, so that it may be of any. */
function isOfYear(
  { read, year }: { readonly read: LedgerSource['read']; readonly year?: number },
  of: number,
  costYear: number,
): boolean {
  const saysItself = read === 'saft' || read === 'sie';
  return year === undefined && saysItself ? true : (year ?? costYear) === of;
}

function isHeld({ kind, of }: Need, { ledger, activity, circumstances, years }: Model): boolean {
  const sources = [
    ...ledger.filter((source) => ledgerKind(source) === kind),
    ...activity.filter(({ state }) => state === kind),
    ...(circumstances ?? []).filter((source) => source.kind === kind),
  ];
  return sources.some((source) => isOfYear(source, of, years.cost));
}

/** Warnings, each kind once: files of a year may be declared before there are any. */
export function checkFinancingSources(model: Model, financing: Financing): Finding[] {
  const lacking = needsOf(model, financing).filter((need) => !isHeld(need, model));
  const each = [...Map.groupBy(lacking, ({ kind, of }) => `${kind} ${of}`).values()].map(([first]) => first!);
  return each.map(({ kind, of, why, at }) => {
    const [what, declared = kind] = HOLDS[kind];
    const message = `${why}, and no source holds ${what} of ${of}.`;
    const remedy = `Declare it under "sources": "kind: ${declared}, year: ${of}".`;
    return modelFinding(at, 'no-source-of-year', message, remedy, 'warning');
  });
}
