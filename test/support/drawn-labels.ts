// The labels of a picture as boxes, with the widths that the layout counts on, to see whether any two meet.

import { textWidth } from '../../src/charts/text-size.ts';

export type Label = {
  readonly text: string;
  readonly left: number;
  readonly right: number;
  readonly top: number;
  readonly bottom: number;
};

const ENTITIES: Readonly<Record<string, string>> = {
  '&amp;': '&',
  '&lt;': '<',
  '&gt;': '>',
  '&quot;': '"',
  '&#39;': "'",
};
const plain = (text: string): string =>
  text.replace(/&(amp|lt|gt|quot|#39);/g, (entity) => ENTITIES[entity]!);

/** Every text element of an SVG. */
export function labelsOf(svg: string): Label[] {
  return [...svg.matchAll(/<text ([^>]*)>([^<]*)<\/text>/g)].map(([, attributes = '', content = '']) => {
    const attribute = (name: string): string => new RegExp(`${name}="([^"]*)"`).exec(attributes)?.[1] ?? '';
    const text = plain(content);
    const size = Number(attribute('font-size'));
    const wide = textWidth(text, size, attribute('font-weight') !== '');
    const [x, y] = [Number(attribute(' ?x')), Number(attribute(' y'))];
    const anchor = attribute('text-anchor');
    const left = anchor === 'end' ? x - wide : anchor === 'middle' ? x - wide / 2 : x;
    return { text, left, right: left + wide, top: y - size * 0.74, bottom: y + size * 0.2 };
  });
}

/** Pairs of labels that stand on one another, as texts: "Frame × Earned". */
export function meetingLabels(svg: string): string[] {
  const labels = labelsOf(svg);
  return labels.flatMap((a, i) =>
    labels
      .slice(i + 1)
      .filter((b) => a.left < b.right && b.left < a.right && a.top < b.bottom && b.top < a.bottom)
      .map((b) => `${a.text} × ${b.text}`),
  );
}

/** Labels that reach outside the picture. */
export function labelsOutside(svg: string): string[] {
  const [, width = '0', height = '0'] = /viewBox="0 0 ([\d.]+) ([\d.]+)"/.exec(svg) ?? [];
  return labelsOf(svg)
    .filter(
      ({ left, right, top, bottom }) =>
        left < -1 || right > Number(width) + 1 || top < -1 || bottom > Number(height) + 1,
    )
    .map(({ text }) => text);
}

/** The texts of a picture that hold a digit. */
export const numbersOf = (svg: string): string[] =>
  labelsOf(svg)
    .map(({ text }) => text)
    .filter((text) => /\d/.test(text));
