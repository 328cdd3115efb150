// How wide a text will be when no one can measure it yet. Widths are those of DejaVu Sans, the widest of the fonts
// that pages fall back to, so that labels which do not meet here do not meet in any of them.

/** Characters by their width, in thousandths of the font size. */
const WIDTHS: readonly (readonly [width: number, characters: string])[] = [
  [205, '\u2009\u202f'],
  [300, 'ijlIJ'],
  [340, " .,:;·/'’\u00a0"],
  [420, 'ftr()-–'],
  [560, 'csz'],
  [840, 'w→+×−<>=HDGOQØÖCNU'],
  [1000, 'mMW%…æÆ'],
];
const OTHER = 640;
const CAPITAL = 700;

const WIDTH_OF = new Map(WIDTHS.flatMap(([width, characters]) => [...characters].map((c) => [c, width])));

const widthOf = (character: string): number =>
  WIDTH_OF.get(character) ?? (character === character.toLowerCase() ? OTHER : CAPITAL);

/** Bold type is about a tenth wider. */
const BOLD = 1.12;

/** An upper bound of a text's width in pixels: textWidth('Ramme', 12) ≈ 43. */
export function textWidth(text: string, size: number, isBold = false): number {
  let sum = 0;
  for (const character of text) sum += widthOf(character);
  return ((sum * size) / 1000) * (isBold ? BOLD : 1);
}

/** The text, or as much of it as fits `room` pixels with "…" behind. */
export function fitText(text: string, size: number, room: number, isBold = false): string {
  if (textWidth(text, size, isBold) <= room) return text;
  const characters = [...text];
  while (characters.length > 1 && textWidth(`${characters.join('')}…`, size, isBold) > room) characters.pop();
  return `${characters.join('').trimEnd()}…`;
}

/** The words on as many lines as they need to be at most `room` pixels wide; a longer word has a line of its own. */
export function wrapText(text: string, size: number, room: number, isBold = false): string[] {
  const lines: string[] = [];
  for (const word of text.split(' ')) {
    const longer = lines.length > 0 ? `${lines.at(-1)} ${word}` : word;
    if (lines.length > 0 && textWidth(longer, size, isBold) <= room) lines[lines.length - 1] = longer;
    else lines.push(word);
  }
  return lines;
}

/**
 * Moves labels on one vertical line apart, so that each has `gap` pixels to the next and stays within the limits as far
 * as there is room; their order stays. spread([10, 12], 14, [0, 100]) // [4, 18]
 */
export function spread(
  wanted: readonly number[],
  gap: number,
  [top, bottom]: readonly [number, number],
): number[] {
  const order = [...wanted.keys()].sort((a, b) => wanted[a]! - wanted[b]! || a - b);
  const blocks: { readonly members: number[]; centre: number }[] = [];
  for (const i of order) {
    blocks.push({ members: [i], centre: wanted[i]! });
    while (blocks.length > 1 && isMet(blocks.at(-2)!, blocks.at(-1)!, gap)) {
      const members = [...blocks.at(-2)!.members, ...blocks.pop()!.members];
      const centre = members.reduce((sum, member) => sum + wanted[member]!, 0) / members.length;
      blocks[blocks.length - 1] = { members, centre };
    }
  }
  const sorted = blocks.flatMap(({ members, centre }) =>
    members.map((_, n) => centre + (n - (members.length - 1) / 2) * gap),
  );
  sorted.forEach((place, i) => {
    sorted[i] = Math.max(place, top, i > 0 ? sorted[i - 1]! + gap : top);
  });
  for (let i = sorted.length - 1; i >= 0; i--)
    sorted[i] = Math.min(sorted[i]!, i === sorted.length - 1 ? bottom : sorted[i + 1]! - gap);
  const places = new Array<number>(wanted.length);
  order.forEach((i, n) => {
    places[i] = sorted[n]!;
  });
  return places;
}

const isMet = (
  above: { readonly members: readonly number[]; readonly centre: number },
  below: { readonly members: readonly number[]; readonly centre: number },
  gap: number,
): boolean => below.centre - above.centre < ((above.members.length + below.members.length) / 2) * gap;
