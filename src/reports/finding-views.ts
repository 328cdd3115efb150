// Findings as people see them: a short table by rule, and the places, a few of each rule.

import { left, right, type TextRow } from '../charts/text-table.ts';
import { describePlace, type Finding, sentences } from '../findings/finding.ts';
import { byGravity, type FindingSummary, summariseFindings } from '../findings/summarise-findings.ts';
import { formatAmount, formatQuantity } from '../money/amount-text.ts';
import { partsPerMeasure } from '../tables/activity.ts';
import type { Language } from '../words/language.ts';
import { say, sayMeasure } from '../words/report-texts.ts';
import type { View } from './result-views.ts';

const kroner = (amountOre: bigint | undefined, language: Language): string =>
  amountOre === undefined ? '' : formatAmount(amountOre, { language, decimals: 0 });

/** Per rule how many findings there are and what they touch, the gravest first, what is accepted last. */
export function findingSummaryView(findings: readonly Finding[], language: Language): View {
  return {
    caption: say('findings', language),
    columns: [
      left(say('severity', language)),
      left(say('rule', language)),
      right(say('number', language)),
      right(say('rows', language)),
      right(`${say('amount', language)}, kr`),
      left(say('volume', language)),
    ],
    rows: summariseFindings(findings).map((summary) => [
      severityText(summary, language),
      summary.rule,
      String(summary.findings),
      summary.rows === 0 ? '' : String(summary.rows),
      kroner(summary.amountOre, language),
      volumeText(summary, language),
    ]),
  };
}

const severityText = (
  { severity, isAccepted }: Pick<FindingSummary, 'severity' | 'isAccepted'>,
  language: Language,
): string => (isAccepted ? say('accepted', language) : say(severity, language));

const volumeText = ({ volumes }: FindingSummary, language: Language): string =>
  volumes
    .map(({ measure, parts }) => {
      const per = partsPerMeasure(measure);
      return `${formatQuantity(parts, { language, partsPerMeasure: per })} ${sayMeasure(measure, language)}`;
    })
    .join(', ');

/** The findings one by one, the gravest first, at most `most` of each rule; all are in the findings table of the run. */
export function findingView(findings: readonly Finding[], language: Language, most = 5): View {
  const groups = Map.groupBy(findings, ({ rule, severity, accepted }) =>
    JSON.stringify([rule, severity, accepted !== undefined]),
  );
  const ordered = [...groups.values()]
    .map((group) => ({ ...group[0]!, isAccepted: group[0]!.accepted !== undefined, group }))
    .sort(byGravity);
  return {
    caption: say('findingPlaces', language),
    columns: [
      left(say('severity', language)),
      left(say('where', language)),
      left(say('what', language)),
      right(`${say('amount', language)}, kr`),
    ],
    rows: ordered.flatMap(({ group }): TextRow[] => {
      const rows = group.slice(0, most).map((finding) => row(finding, language));
      const more = group.length - rows.length;
      return more > 0 ? [...rows, ['', '', say('more', language, { n: more }), '']] : rows;
    }),
  };
}

const row = (finding: Finding, language: Language): string[] => [
  severityText({ severity: finding.severity, isAccepted: finding.accepted !== undefined }, language),
  describePlace(finding.where),
  acceptedText(finding) + sentences(finding),
  kroner(finding.amountOre, language),
];

/** Why an accepted finding stands, before the finding itself. */
const acceptedText = ({ accepted }: Finding): string =>
  accepted ? `(${accepted.date}: ${accepted.reason}) ` : '';
