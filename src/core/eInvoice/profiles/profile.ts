import type { Rule } from "../rules/rule";
import type { SyntaxId } from "../syntax/syntaxes";

/** One way to send e-invoices. A new one is its file in this folder and its line in registry.ts. */
export interface Profile {
  /** What `e-invoice --profile` calls it; never changes. */
  readonly id: string;
  /** Other ids for the same. */
  readonly synonyms: readonly string[];
  readonly title: string;
  /** What it is for, one sentence. */
  readonly help: string;
  /** BT-24: which rules the document follows. */
  readonly specification: string;
  /** BT-23: which business process it is part of. */
  readonly process?: string;
  /** Syntaxes that it can be written in, the default first. */
  readonly syntaxes: readonly [SyntaxId, ...SyntaxId[]];
  /** Without an electronic address the email will do. */
  readonly takesEmail: boolean;
  /** How far quantity × price may be from the amount of a line, in any currency. */
  readonly mostApart?: string;
  /** Written into a PDF, which shows the same document. */
  readonly isInPdf?: true;
  /** What a document must keep to, which differs a little between syntaxes. */
  readonly rules: (syntax: SyntaxId) => readonly Rule[];
}

export function defineProfile<const P extends Profile>(profile: P): P {
  return profile;
}
