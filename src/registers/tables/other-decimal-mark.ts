// Numbers that a source writes with the other decimal mark: one line in the model mends what would be many rows.

/** The rest of a remedy, "; if the whole file …", where a text is a number with the other mark: "7.5" where `,` is. */
export function orOtherMark(texts: readonly string[], decimal: ',' | '.', place: string): string {
  const other = decimal === ',' ? '.' : ',';
  const isSo = texts.some((text) => {
    const [whole = '', decimals = '', ...more] = text.split(other);
    return more.length === 0 && /^[-−]?\d+$/.test(whole) && /^\d+$/.test(decimals);
  });
  return isSo ? `; if the whole file writes decimals so, say decimal: "${other}" ${place}` : '';
}
