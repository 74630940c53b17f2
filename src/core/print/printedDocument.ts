import type { DocumentWords } from "../words/documentWords";
import type { FilledRow } from "./filledRow";
import type { PaymentFault } from "./paymentCode";
import type { SwissBill } from "./swissBill";
import type { SwissWords } from "./swissWords";

export type LabelledText = readonly [label: string, text: string];

/** What identifies a document, by the name of its tag. */
export interface Fact {
  readonly key:
    | "number"
    | "date"
    | "dueDate"
    | "terms"
    | "period"
    | "corrects"
    | "poNumber"
    | "reference"
    | "customerId"
    | "contract"
    | "level";
  readonly label: string;
  readonly text: string;
}

/** Texts of the four columns of a line; a statement has its debit, credit and balance in the last three. */
export interface PrintedLine {
  readonly description: string;
  readonly quantity: string;
  readonly unitPrice: string;
  readonly amount: string;
}

/** A document as it is printed: texts in the customer's language, in the order of the page. */
export interface PrintedDocument {
  readonly words: DocumentWords;
  readonly number: string;
  readonly title: string;
  readonly isDraft: boolean;
  readonly color: string;
  readonly seller: readonly string[];
  readonly buyerHeading: string;
  readonly buyer: readonly string[];
  readonly facts: readonly Fact[];
  /** Paragraphs above the lines. */
  readonly message: readonly string[];
  readonly headings: PrintedLine;
  readonly lines: readonly PrintedLine[];
  readonly totals: readonly LabelledText[];
  /** What the exemption from tax rests on. */
  readonly reasons: readonly string[];
  /** How to pay; empty where nothing is to pay. */
  readonly payment: readonly string[];
  readonly link: string;
  /** What the code to scan holds. */
  readonly qr: string | undefined;
  /** The slip by which it is paid in Switzerland. */
  readonly bill: SwissBill | undefined;
  readonly swissWords: SwissWords;
  /** Why there is no code although the account is given. */
  readonly paymentFault: PaymentFault | undefined;
  readonly terms: string;
  readonly footer: string;
  /** Rows of a template sheet, filled; without them the layout is that of the program. */
  readonly rows?: readonly FilledRow[] | undefined;
}
