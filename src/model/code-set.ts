// Sets of codes: of accounts, articles, responsibilities.

/**
 * Codes are text. `from`–`to` are inclusive and of equal length, and match codes of that length ("010-099");
 * with `prefix` they match codes that begin so ("47*" → from "47", to "47", prefix).
 */
export type CodeRange = { readonly from: string; readonly to: string; readonly prefix?: boolean };
export type CodeSet = readonly CodeRange[];
