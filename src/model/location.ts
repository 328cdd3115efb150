// Places in the model file.

/** Where a thing stands in the model file; line and column from 1. */
export type Location = { readonly file: string; readonly line: number; readonly column: number };
