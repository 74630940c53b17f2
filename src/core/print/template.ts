import type { Grid, Snapshot } from "../grid/grid";
import { makeIssue, type Issue } from "../issues/issue";
import { shownText } from "../schema/column";
import { viewCell } from "../schema/viewCell";
import type { FilledRow } from "./filledRow";
import type { Fact, PrintedDocument } from "./printedDocument";

/** A sheet by whose rows documents are laid out. */
export interface Template {
  readonly sheet: string;
  readonly rows: readonly (readonly string[])[];
}

/** The sheet that is used where Customers names no other; without it the layout is that of the program. */
const DEFAULT_SHEET = "Template";

/** Papers that may have a sheet of their own, called as the template with this behind it: “Template statement”. */
export type PaperKind = "invoice" | "statement" | "reminder";

/** Tags that stand for a drawing, alone in their cell. */
const DRAWN = ["logo", "qr"];
const TAG = /\{\{([#/]?)([A-Za-z.]{1,40})\}\}/g;

type Values = Readonly<Record<string, string>>;

/** What the tags of a document stand for; blocks between {{#name}} and {{/name}} are written once for each entry. */
export interface TagValues {
  readonly values: Values;
  readonly lists: Readonly<Record<string, readonly Values[]>>;
}

/** The tags of a document as it is printed: the figures and words of the default layout, by name. */
export function tagsOf(document: PrintedDocument): TagValues {
  const { words, seller, buyer, facts, totals, payment, headings } = document;
  const factOf = (key: Fact["key"]) => facts.find((fact) => fact.key === key)?.text ?? "";
  const values = {
    title: document.title,
    number: document.number,
    date: factOf("date"),
    dueDate: factOf("dueDate"),
    terms: factOf("terms"),
    period: factOf("period"),
    corrects: factOf("corrects"),
    poNumber: factOf("poNumber"),
    reference: factOf("reference"),
    contract: factOf("contract"),
    level: factOf("level"),
    message: document.message.join("\n"),
    descriptionLabel: headings.description,
    quantityLabel: headings.quantity,
    unitPriceLabel: headings.unitPrice,
    amountLabel: headings.amount,
    "customer.id": factOf("customerId"),
    "customer.name": buyer[0] ?? "",
    "customer.address": buyer.slice(1).join("\n"),
    "seller.name": seller[0] ?? "",
    "seller.address": seller.slice(1).join("\n"),
    subtotal: totals[0]?.[1] ?? "",
    total: totals.at(-1)?.[1] ?? "",
    totalLabel: totals.at(-1)?.[0] ?? "",
    payment: payment.join("\n"),
    link: document.link,
    conditions: document.terms,
    footer: document.footer,
    logo: "{{logo}}",
    qr: document.qr === undefined || document.bill ? "" : "{{qr}}",
  };
  const lists = {
    lines: document.lines.map((line): Values => ({ ...line })),
    taxes: totals.slice(1, -1).map(([label, amount]): Values => ({ label, amount })),
    reasons: document.reasons.map((text): Values => ({ text })),
    draft: document.isDraft ? [{ text: words.sentences.draft }] : [],
  };
  return { values, lists };
}

const fill = (text: string, values: Values) =>
  text.replace(TAG, (_, sign: string, name: string) => (sign === "" ? (values[name] ?? "") : ""));

/** The rows of a template with the tags of a document filled; a row that says nothing then is left out, if it had tags. */
export function fillTemplate({ rows }: Template, { values, lists }: TagValues): FilledRow[] {
  const filled: FilledRow[] = [];
  let block: { readonly name: string; readonly rows: (readonly string[])[] } | undefined;
  const add = (cells: readonly string[], more: Values, isOfList: boolean) => {
    const texts = cells.map((cell) => fill(cell, { ...values, ...more }));
    const hadTags = cells.some((cell) => cell.includes("{{"));
    if (!hadTags || texts.some((text) => text.trim() !== "")) filled.push({ cells: texts, isOfList });
  };
  for (const cells of rows) {
    const text = cells.join("");
    const opened = /\{\{#([A-Za-z.]{1,40})\}\}/.exec(text)?.[1];
    if (opened !== undefined && !block) block = { name: opened, rows: [] };
    if (block) block.rows.push(cells);
    else add(cells, {}, false);
    if (!block || !text.includes(`{{/${block.name}}}`)) continue;
    for (const entry of lists[block.name] ?? []) for (const row of block.rows) add(row, entry, true);
    block = undefined;
  }
  return filled;
}

function readRows(grid: Grid): string[][] {
  const width = grid.columns.length;
  return Array.from({ length: grid.rowCount }, (_, row) =>
    Array.from({ length: width }, (__, column) => shownText(viewCell(grid, row, column))),
  );
}

/** Template sheets of a book, each read once; a kind of paper that has none of its own takes that of invoices. */
export function templatesOf({
  grids,
}: Snapshot): (name: string | undefined, kind?: PaperKind) => Template | undefined {
  const known = new Map<string, Template | undefined>();
  const read = (sheet: string): Template | undefined => {
    const key = sheet.toLowerCase();
    if (!known.has(key)) {
      const grid = grids.find((candidate) => candidate.sheet.toLowerCase() === key);
      const rows = grid ? readRows(grid) : [];
      // A sheet of another kind that bears the name is no template: it has no tag.
      const isTemplate = rows.some((cells) =>
        cells.some((cell) => /\{\{[#/]?[A-Za-z.]{1,40}\}\}/.test(cell)),
      );
      known.set(key, grid && isTemplate ? { sheet: grid.sheet, rows } : undefined);
    }
    return known.get(key);
  };
  return (name, kind = "invoice") => {
    const sheet = (name ?? "").trim() === "" ? DEFAULT_SHEET : (name ?? "").trim();
    return (kind === "invoice" ? undefined : read(`${sheet} ${kind}`)) ?? read(sheet);
  };
}

/** Tags of a template that stand for nothing, each with its cell. */
export function unknownTags(template: Template, { values, lists }: TagValues): Issue[] {
  const inLists = new Set(["text", "label", "amount", "description", "quantity", "unitPrice"]);
  const isKnown = (sign: string, name: string) =>
    sign === "" ? name in values || inLists.has(name) || DRAWN.includes(name) : name in lists;
  return template.rows.flatMap((cells, row) =>
    cells.flatMap((cell, column) =>
      [...cell.matchAll(TAG)]
        .filter(([, sign = "", name = ""]) => !isKnown(sign, name))
        .map(([tag]) => makeIssue("UNKNOWN_TAG", { at: { sheet: template.sheet, row, column }, value: tag })),
    ),
  );
}
