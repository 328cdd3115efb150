import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { labelsOutside, meetingLabels } from '../../test/support/drawn-labels.ts';
import { drawText, frameThe } from './picture.ts';
import { fitText, spread, textWidth, wrapText } from './text-size.ts';

describe('the size of text that no one can measure', () => {
  it('is at least what DejaVu Sans needs', () => {
    // Measured in a browser at 1,000 pixels.
    expect(textWidth('flere brukere', 1000)).toBeGreaterThanOrEqual(6_983 - 400);
    expect(textWidth('−6\u202f495', 1000)).toBeGreaterThanOrEqual(838 + 4 * 636 + 200);
    expect(textWidth('Mengde', 100, true)).toBeGreaterThan(textWidth('Mengde', 100));
  });

  it('cuts and wraps to the room there is', () => {
    expect(fitText('ramme', 12, 200)).toBe('ramme');
    fc.assert(
      fc.property(fc.string({ minLength: 2 }), fc.integer({ min: 30, max: 300 }), (text, room) => {
        expect(textWidth(fitText(text, 12, room), 12)).toBeLessThanOrEqual(room);
      }),
    );
    expect(wrapText('utfører og administrasjon', 12, 110)).toEqual(['utfører og', 'administrasjon']);
  });

  it('moves labels apart, in their order and within the limits', () => {
    expect(spread([10, 12], 14, [0, 100])).toEqual([4, 18]);
    expect(spread([99, 20, 98], 10, [0, 100])).toEqual([100, 20, 90]);
    fc.assert(
      fc.property(fc.array(fc.integer({ min: 0, max: 200 }), { maxLength: 8 }), (wanted) => {
        const places = spread(wanted, 13, [0, 200]);
        const order = [...wanted.keys()].sort((a, b) => wanted[a]! - wanted[b]! || a - b);
        const sorted = order.map((i) => places[i]!);
        for (const [i, place] of sorted.entries()) {
          expect(place).toBeGreaterThanOrEqual(0);
          if (i > 0) expect(place - sorted[i - 1]!).toBeGreaterThanOrEqual(13 - 1e-9);
        }
        expect(Math.max(0, ...places)).toBeLessThanOrEqual(200);
      }),
    );
  });

  it('finds labels that meet, and those outside the picture', () => {
    const frame = { id: 'p', width: 100, height: 40, title: 't', description: 'd' };
    const svg = frameThe(
      frame,
      drawText(0, 20, 'Frame') + drawText(20, 24, 'Earned') + drawText(90, 38, 'Spent'),
    );
    expect(meetingLabels(svg)).toEqual(['Frame × Earned']);
    expect(labelsOutside(svg)).toEqual(['Spent']);
  });
});
