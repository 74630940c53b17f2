import type { RegisteredInvoice } from "../../documents/register";
import { documentParts } from "./documentParts";
import { inputParts } from "./inputs/registry";
import { withKeys, type Part } from "./part";
import type { ReviewBook } from "./reviewBook";
import { scopeOf, type Scope } from "./scope";

/** The inputs that a scope depends on, as they are today. */
export function inputsOf(book: ReviewBook, scope: Scope): Part[] {
  return inputParts.flatMap((parts) => withKeys(parts(book, scope)));
}

/** Everything that is sealed of a document: its own cells and the inputs that decided them. */
export function partsOf(book: ReviewBook, invoice: RegisteredInvoice): Part[] {
  return [
    ...withKeys(documentParts(book.register, invoice, book.personal)),
    ...inputsOf(book, scopeOf(invoice)),
  ];
}
