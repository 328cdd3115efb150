// Cost per user as one page of HTML: how few carry how much, which services go together, units side by side, what closes
// the ledger, what was asked, and how to go deeper. It is about persons, and not for publication.

import type { Model } from '../../model/model.ts';
import type { UsersRun } from '../../run/users/users-of-run.ts';
import type { Language } from '../../words/language.ts';
import { say, sayMeasure } from '../../words/report-texts.ts';
import { sayOfUsers } from '../../words/user-texts.ts';
import {
  drawBothWidths,
  drawFigures,
  drawPage,
  drawSection,
  drawTable,
  paragraph,
} from '../financing/page-parts.ts';
import type { View } from '../result-views.ts';
import { intensiveView, rowsView } from './account-views.ts';
import { combinationsTitle, combinationsView, flowsView } from './combination-views.ts';
import { grossView, linesView, stepsView } from './ledger-views.ts';
import { concentrationView, outlierGroupsView } from './outlier-views.ts';
import { questionsView } from './question-view.ts';
import { changeView, servicesView, statesView } from './service-views.ts';
import { unitsView } from './unit-views.ts';
import { unitsTitle } from './units-title.ts';
import { combinationsPicture, concentrationPicture, unitsPicture } from './users-pictures.ts';
import { usersLead, usersTitle } from './users-title.ts';

/** The whole page as text. Same run, same bytes. */
export function usersPage(model: Model, run: UsersRun, language: Language): string {
  const year = model.years.cost;
  const head = {
    where: [
      model.municipality.name,
      sayOfUsers('pageTitle', language, { year }),
      sayOfUsers('apart', language),
    ],
    title: usersTitle(run, language),
    lead: usersLead(run, language),
    freshness: sayOfUsers('freshness', language, { year, run: run.run }),
  };
  const body = [
    concentrationSection(model, run, language),
    combinationsSection(model, run, language),
    unitsSections(model, run, language),
    table('services', servicesView(model, run, language)),
    table('lines', linesView(model, run, language)),
    table('gross', grossView(run, language)),
    table('steps', stepsView(model, run, language)),
    table('questions', questionsView(model, run, language)),
    table('intensive', intensiveView(model, run, language)),
    table('rows', rowsView(model, run.rows, language)),
    footer(language),
  ];
  return drawPage(head, body.filter(Boolean).join('\n'), language);
}

const table = (id: string, view: View): string =>
  view.rows.length === 0 ? '' : `<section>${drawTable(id, view)}</section>`;

function concentrationSection(model: Model, run: UsersRun, language: Language): string {
  if (run.concentration.users === 0) return '';
  const about = paragraph(sayOfUsers('concentrationAbout', language), 'note');
  const picture = drawBothWidths(concentrationPicture(run, language));
  const figures = drawFigures('concentration-figures', concentrationView(run, language), language);
  const section = drawSection(sayOfUsers('concentration', language), '', about + picture + figures);
  const outliers = outlierGroupsView(model, run, language);
  if (outliers.rows.length > 0) return section + table('outliers', outliers);
  return section + paragraph(sayOfUsers('noOutlierRule', language), 'note');
}

function combinationsSection(model: Model, run: UsersRun, language: Language): string {
  if (run.combinations.length === 0) return '';
  const picture = drawBothWidths(combinationsPicture(model, run, language));
  const figures = drawFigures('combinations-figures', combinationsView(model, run, language), language);
  const section = drawSection(combinationsTitle(run, language), '', picture + figures);
  return section + table('flows', flowsView(model, run, language));
}

/** Services with something to compare: a picture and its table; then volumes and changes of all of them. */
function unitsSections(model: Model, { units }: UsersRun, language: Language): string {
  const sections = [...Map.groupBy(units, ({ service }) => service)].map(([service, years]) => {
    const draw = unitsPicture(model, years, language);
    if (!draw) return '';
    const view = unitsView(model, years, language);
    const content = drawBothWidths(draw) + drawTable(`units-${service}`, { ...view, caption: '' });
    const unit = `kr / ${sayMeasure(years[0]?.measure ?? '', language)}`;
    return drawSection(unitsTitle(model, years, language), unit, content);
  });
  const tables = [
    table('states', statesView(model, units, language)),
    table('changes', changeView(model, units, language)),
  ];
  return [...sections, ...tables].filter(Boolean).join('\n');
}

const footer = (language: Language): string =>
  `<footer><p>${say('deeper', language)}: <code>innsats users --service &lt;id&gt;</code> · <code>innsats users --outliers</code> · <code>innsats users --combinations</code> · <code>innsats explain user:&lt;pseudonym&gt;</code></p></footer>`;
