import type { CatalogTables } from "../catalog/readTables";
import type { Customer } from "../catalog/records";
import type { LeftOut } from "../documents/leftOut";
import { cellAddress, type CellRef } from "../grid/grid";
import { makeIssue, type Issue } from "../issues/issue";
import { cellOf } from "../schema/readRecords";
import type { PrintedDocument } from "./printedDocument";
import type { SignSource } from "./signSource";
import { fillTemplate, tagsOf, unknownTags, type PaperKind, type templatesOf } from "./template";

/** How a paper is sent: a row of the list that a program sends by. */
export interface Letter {
  readonly to: string;
  readonly subject: string;
  readonly text: string;
  readonly invoiceNumber: string;
  readonly customerId: string;
}

/** Something that is printed, with the name of its file and where a person looks who mends it. */
export interface PrintedPaper {
  readonly name: string;
  readonly printed: PrintedDocument;
  readonly letter: Letter;
  readonly at: CellRef;
  /** The cell that a sign comes from, where that is known; else the paper's number is named. */
  readonly sourceOf?: (sign: string) => SignSource | undefined;
}

/** The subject and text of a letter by what is printed: what it is, of whom, and its last amount. */
export function subjectAndText({ title, number, seller, totals }: PrintedDocument) {
  const subject = [title, number, seller[0] ?? ""].filter(Boolean).join(" ");
  return { subject, text: `${subject}, ${totals.at(-1)?.join(": ") ?? ""}` };
}

/** A paper with the rows of its customer's template, or of the default one; a template that is not there is told. */
export function withTemplate(
  printed: PrintedDocument,
  kind: PaperKind,
  customer: Customer | undefined,
  templateOf: ReturnType<typeof templatesOf>,
  { customers: { bound, good } }: Pick<CatalogTables, "customers">,
): { readonly printed: PrintedDocument; readonly issues: readonly Issue[] } {
  const name = customer?.template ?? "";
  const template = templateOf(name, kind);
  if (template) {
    const tags = tagsOf(printed);
    const rows = fillTemplate(template, tags);
    return { printed: { ...printed, rows }, issues: unknownTags(template, tags) };
  }
  const row = good.find(({ customerId }) => customerId === customer?.customerId)?.row;
  if (name === "" || !bound || row === undefined) return { printed, issues: [] };
  const at = cellOf(bound, row, "template");
  return { printed, issues: [makeIssue("NO_TEMPLATE", { at, value: name })] };
}

/** Issues of templates, each once, whatever the number of papers that met it. */
export class TemplateIssues {
  readonly #byCell = new Map<string, Issue>();

  add(issues: readonly Issue[]): void {
    for (const issue of issues)
      this.#byCell.set(`${issue.value} ${issue.at.sheet} ${cellAddress(issue.at)}`, issue);
  }

  get all(): readonly Issue[] {
    return [...this.#byCell.values()];
  }
}

/** A paper with signs that the fonts of PDFs lack is left out. */
export function unprintable({ printed, at, sourceOf }: PrintedPaper, signs: readonly string[]): LeftOut {
  const source = sourceOf && signs.map(sourceOf).find((found) => found !== undefined);
  return {
    invoiceNumber: printed.number,
    code: "NOT_REPRESENTABLE",
    ...(source ?? { field: "Invoices.Invoice number", at }),
    message: `the font of PDFs has no ${signs.map((sign) => `“${sign}”`).join(", ")}; write it in Latin, Greek or Cyrillic letters`,
  };
}
