// Which services go together, at what cost: a row a combination, its services as joined dots in a matrix (after Lex et
// al. 2014, UpSet), its cost as a bar, and how many users it has.

import { drawBox, drawLine, drawText, frameThe, px } from './picture.ts';
import { COLOURS, HAIR, INK, SOFT } from './responsibility.ts';
import { fitText, textWidth, wrapText } from './text-size.ts';

/** `members` are positions in `services`; `cost` scales the bar, the texts are written. */
export type CombinationRow = {
  readonly members: readonly number[];
  readonly users: string;
  readonly cost: number;
  readonly costText: string;
  /** What a pointer over the row reads: "Home nursing + Safety alarm: 340 users, 64.7 mill." */
  readonly caption: string;
};

export type CombinationsData = {
  readonly id: string;
  readonly title: string;
  readonly description: string;
  readonly services: readonly string[];
  readonly usersName: string;
  readonly costName: string;
  readonly rows: readonly CombinationRow[];
};

const SIZE = 12;
const SMALL = 11;
const ROW = 22;
const DOT = 5;
/** Under this, columns carry numbers and the services are listed below. */
const PHONE = 560;
/** Headings stand aslant, so that long names need no wide columns. */
const SLANT = 40;

type Layout = {
  readonly column: number;
  readonly top: number;
  readonly users: number;
  readonly bars: number;
  readonly end: number;
  readonly isNarrow: boolean;
};

/** The picture as SVG, rows in the order given. */
export function drawCombinations(data: CombinationsData, width: number): string {
  const layout = layOut(data, width);
  const bottom = layout.top + data.rows.length * ROW + 4;
  const legend = layout.isNarrow ? drawLegend(data, bottom + 16, width) : { svg: '', bottom };
  const largest = Math.max(1, ...data.rows.map(({ cost }) => Math.abs(cost)));
  const parts = [
    drawHeads(data, layout),
    ...data.rows.map((row, i) => drawRow(data, row, layout, layout.top + i * ROW, largest)),
    legend.svg,
  ];
  const { id, title, description } = data;
  return frameThe({ id, title, description, width, height: legend.bottom + 2 }, parts.join('\n'));
}

function layOut({ services, rows, usersName }: CombinationsData, width: number): Layout {
  const isNarrow = width < PHONE;
  const column = isNarrow ? Math.min(22, (width * 0.45) / services.length) : 26;
  const widest = Math.max(0, ...services.map((name) => textWidth(name, SIZE)));
  const rise = Math.sin((SLANT * Math.PI) / 180) * widest;
  const matrix = services.length * column;
  const users = Math.max(textWidth(usersName, SMALL), ...rows.map((row) => textWidth(row.users, SIZE))) + 12;
  const number = Math.max(0, ...rows.map((row) => textWidth(row.costText, SIZE, true))) + 8;
  const lean = isNarrow
    ? 0
    : Math.max(0, Math.cos((SLANT * Math.PI) / 180) * textWidth(services.at(-1) ?? '', SIZE) - users - 40);
  return {
    column,
    top: (isNarrow ? 18 : rise + 14) + 8,
    users: matrix + users + lean,
    bars: matrix + users + lean + 12,
    end: width - number,
    isNarrow,
  };
}

const middleOf = (column: number, i: number): number => i * column + column / 2;

function drawHeads({ services, usersName, costName }: CombinationsData, layout: Layout): string {
  const { column, top, users, bars, isNarrow } = layout;
  const names = services.map((name, i) => {
    const x = middleOf(column, i);
    if (isNarrow) return drawText(x, top - 8, String(i + 1), { size: SMALL, anchor: 'middle', ink: SOFT });
    const text = drawText(0, 0, name);
    return `<g transform="translate(${px(x + 3)} ${px(top - 6)}) rotate(-${SLANT})">${text}</g>`;
  });
  const heads = [
    drawText(users, top - 8, usersName, { size: SMALL, anchor: 'end', ink: SOFT }),
    drawText(bars, top - 8, costName, { size: SMALL, ink: SOFT }),
  ];
  return [...names, ...heads].join('');
}

function drawRow(
  { services }: CombinationsData,
  { members, users, cost, costText, caption }: CombinationRow,
  { column, users: usersAt, bars, end }: Layout,
  y: number,
  largest: number,
): string {
  const middle = y + ROW / 2;
  const dots = services.map((_, i) => {
    const isMember = members.includes(i);
    const [fill, radius] = isMember ? [COLOURS.neither.ink, DOT] : [HAIR, DOT - 1.5];
    return `<circle cx="${px(middleOf(column, i))}" cy="${px(middle)}" r="${radius}" fill="${fill}"/>`;
  });
  const [first, last] = [Math.min(...members), Math.max(...members)];
  const joint =
    members.length > 1
      ? drawLine([middleOf(column, first), middle, middleOf(column, last), middle], {
          ink: COLOURS.neither.ink,
          width: 2,
        })
      : '';
  const length = Math.max(1, (Math.abs(cost) / largest) * (end - bars));
  return [
    drawLine([0, y + ROW, end, y + ROW], { ink: '#eef0f1' }),
    joint,
    ...dots,
    drawText(usersAt, middle + 4, users, { anchor: 'end', ink: INK }),
    drawBox({ x: bars, y: middle - 6, width: length, height: 12 }, COLOURS.neither.fill, caption),
    drawText(bars + length + 6, middle + 4, costText, { isBold: true }),
  ].join('');
}

/** "1 Home nursing  2 Safety alarm …" on as many lines as they need. */
function drawLegend(
  { services }: CombinationsData,
  top: number,
  width: number,
): { readonly svg: string; readonly bottom: number } {
  const lines = services.flatMap((name, i) =>
    wrapText(fitText(`${i + 1} ${name}`, SMALL, width), SMALL, width),
  );
  const svg = lines.map((line, i) => drawText(0, top + i * 15, line, { size: SMALL, ink: SOFT })).join('');
  return { svg, bottom: top + lines.length * 15 };
}
