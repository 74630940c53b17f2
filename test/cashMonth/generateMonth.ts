import { cases } from "./cases";
import { drawCustomers } from "./customers";
import { drawDocuments } from "./documents";
import { Draw } from "./draw";
import { usualSize, type BankLine, type CashMonth, type MonthSize } from "./month";
import { Pool } from "./pool";

/** The month of a seed: the same on every machine. A case for which the book has nothing left is drawn anew. */
export function generateMonth(seed: string, size: MonthSize = usualSize): CashMonth {
  const customers = drawCustomers(new Draw(`${seed} customers`), size.customers);
  const documents = drawDocuments(new Draw(`${seed} documents`), customers, size.invoices);
  const draw = new Draw(`${seed} entries`);
  const pool = new Pool(draw, customers, documents);
  const lines: BankLine[] = [];
  const choices = cases.map(([kind, weight, drawn]) => [{ kind, drawn }, weight] as const);
  for (let tries = 0; lines.length < size.entries && tries < size.entries * 20; tries++) {
    const { kind, drawn } = draw.byWeight(choices);
    const line = drawn(pool, lines);
    if (line) lines.push({ ...line, kind });
  }
  return { seed, customers, documents, entries: lines.sort((a, b) => a.day - b.day) };
}
