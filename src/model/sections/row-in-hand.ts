// One row of the table of units while it is read.

/** Its cells by column ("" where the table has none), and how to say what is wrong with one. */
export type RowInHand = {
  readonly cell: (column: string) => string;
  readonly wrong: (column: string, message: string, remedy?: string) => void;
};
