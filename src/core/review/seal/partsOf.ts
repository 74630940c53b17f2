import type { RegisteredInvoice } from "../../documents/register";
import { documentParts } from "./documentParts";
import { inputParts } from "./inputs/registry";
import { withKeys, type Part } from "./part";
import type { ReviewBook } from "./reviewBook";
import { scopeOf, type Scope } from "./scope";

/** What a scope asks for, as text. */
const scopeText = ({ taxCodes, ...scope }: Scope): string => JSON.stringify([scope, [...taxCodes]]);

/** The inputs that a scope depends on, as they are today; found out once where a seal is compared and then made anew. */
export function inputsOf(book: ReviewBook, scope: Scope): readonly Part[] {
  const key = `${book.personal.salt} ${scopeText(scope)}`;
  const known = book.knownInputs.get(key) ?? inputParts.flatMap((parts) => withKeys(parts(book, scope)));
  book.knownInputs.set(key, known);
  return known;
}

/** Everything that is sealed of a document: its own cells and the inputs that decided them. */
export function partsOf(book: ReviewBook, invoice: RegisteredInvoice): Part[] {
  return [
    ...withKeys(documentParts(book.register, invoice, book.personal)),
    ...inputsOf(book, scopeOf(invoice)),
  ];
}
