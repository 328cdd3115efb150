// The story of the checks: the register in force is staged once, every rule of the book asks it in order, and what
// they raise comes back as findings.

import type { Finding } from '../findings/finding.ts';
import type { Model } from '../model/model.ts';
import { formatAmount, formatQuantity } from '../money/amount-text.ts';
import { listFindings } from '../registers/list-findings.ts';
import type { Register } from '../registers/register.ts';
import type { Db } from '../store/db.ts';
import { partsPerMeasure } from '../tables/activity.ts';
import { measureText } from './measure-text.ts';
import type { Question } from './rule.ts';
import { RULE_BOOK } from './rule-book.ts';
import { stageRegister } from './staging/stage-register.ts';

export type CheckRequest = {
  readonly db: Db;
  readonly register: Register;
  readonly model: Model;
  /** The last month that is asked about, 1 to 12; the whole year where absent. Later ones are not there yet. */
  readonly through?: number;
  /** Further questions to the staged register, such as how complete it is; asked after the rules. */
  readonly also?: (question: Question) => Promise<void>;
};

/**
 * Checks the actual ledger and the activity of the model's cost year, or of another one where `model.years.cost` says
 * so: a year that is followed is checked with `{ ...model, years: { ...model.years, cost: year } }`. Findings stand in the order of the rule book
 * and, within a rule, of its statement; the same register gives the same findings. Of one rule and file at most
 * twenty are listed one by one.
 * @throws WorkspaceError when a snapshot cannot be read.
 */
export async function checkRegister({
  db,
  register,
  model,
  through = 12,
  also,
}: CheckRequest): Promise<Finding[]> {
  const session = await db.session();
  try {
    await stageRegister(session, register, model, through);
    const question = questionTo(session, register, model);
    const findings: Finding[] = [];
    for (const { name, severity, find } of RULE_BOOK) {
      const raised = await find(question);
      findings.push(...raised.map((one) => ({ rule: name, severity, ...one })));
    }
    await also?.(question);
    return listFindings(findings);
  } finally {
    session.close();
  }
}

/** 2³²: places are file × 2³² + row. */
const ROWS_PER_FILE = 32n;

function questionTo(db: Db, { snapshots }: Register, model: Model): Question {
  const { language } = model.municipality;
  return {
    db,
    model,
    placeOf: (place) => ({
      file: snapshots[Number(place >> ROWS_PER_FILE)]!.file,
      row: Number(BigInt.asUintN(32, place)),
    }),
    quantityText: (parts, measure) => {
      const per = partsPerMeasure(measure);
      const decimals = parts % per === 0n ? 0 : 1;
      const quantity = formatQuantity(parts, { language, partsPerMeasure: per, decimals });
      return `${quantity} ${measureText(measure, parts === per)}`;
    },
    amountText: (amountOre) => `${formatAmount(amountOre, { language, decimals: 0 })} kroner`,
  };
}
