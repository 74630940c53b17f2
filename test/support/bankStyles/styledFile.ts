/** Files in the style of banks, made from the published descriptions of their layouts; every name and number is invented. */
export interface StyledFile {
  /** Whose layout it is, or what is odd about it. */
  readonly name: string;
  readonly text: string;
  /** Bytes of windows-1252 rather than UTF-8. */
  readonly isAnsi?: true;
  /** Money in, as "yyyy-mm-dd amount currency | payer | reference", in the order of the file. */
  readonly payments: readonly string[];
  /** Money out that is counted, not written. */
  readonly debits?: number;
  readonly issues?: readonly string[];
}

export const lines = (...rows: readonly string[]): string => `${rows.join("\r\n")}\r\n`;
