// One line of a ledger as the writers of other systems' files take it, so that the same books can be written as SAF-T,
// SIE and XLSX and compared.

/**
 * `account` is the municipality's own account, `article` the official one; codes may be "". Øre, expense positive;
 * month 1 to 12. A voucher is what its writer makes of the lines.
 */
export type LedgerLine = {
  readonly account: string;
  readonly article: string;
  readonly responsibility: string;
  readonly function: string;
  /** The object (KOSTRA's "objekt"); a writer that has no place for it leaves it out. */
  readonly object?: string;
  readonly month: number;
  readonly amountOre: bigint;
  readonly text: string;
};
