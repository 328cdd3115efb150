// Draws docs/pictures/flow.svg, the README's picture: where the money of the demonstration municipality goes, as its
// report shows it. Run it again when the demonstration or the drawing has changed.

import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { drawFlow } from '../src/charts/flow-picture.ts';
import { generateFjordvik } from '../src/demo/generate-fjordvik.ts';
import { costStreams } from '../src/explain/cost-streams.ts';
import { readModel } from '../src/model/read-model.ts';
import { flowData } from '../src/reports/flow-data.ts';
import { runYear } from '../src/run/run-year.ts';
import { Db } from '../src/store/db.ts';
import { openWorkspace } from '../src/store/workspace.ts';

/** What the page's style sheet says of the picture, for a picture that stands alone. */
const STYLE = `<style>
text{font:12.5px system-ui,"Segoe UI","Noto Sans",sans-serif;fill:#1d2329}
.column{font-weight:650;font-size:14px}.sum,.amount{fill:#5d666f}
.nodes text{paint-order:stroke;stroke:#fff;stroke-width:3px;stroke-linejoin:round}
</style><rect width="100%" height="100%" fill="#fff"/>`;

const folder = mkdtempSync(join(tmpdir(), 'innsats-picture-'));
const db = await Db.open();
try {
  await generateFjordvik(join(folder, 'fjordvik'));
  const workspace = openWorkspace(join(folder, 'fjordvik'));
  const { model } = await readModel(workspace.modelFile);
  if (!model) throw new Error('the demonstration has a model that cannot be read');
  const key = { secret: new Uint8Array(32).fill(7), file: 'of this picture' };
  const { result } = await runYear({ workspace, model, modelFindings: [], db, key });
  if (!result) throw new Error('the demonstration was refused');
  const picture = drawFlow(flowData(costStreams(result.costs), model, 'en'));
  const pictures = new URL('../docs/pictures/', import.meta.url);
  mkdirSync(pictures, { recursive: true });
  writeFileSync(new URL('flow.svg', pictures), `${picture.replace('<defs>', `${STYLE}<defs>`)}\n`);
} finally {
  db.close();
  rmSync(folder, { recursive: true });
}
