import type { Draw } from "./draw";
import { DAYS, FIRST_DAY, type Customer, type Document } from "./month";

/** How companies number their invoices; the same for all of a book. */
const numberings: readonly ((count: number) => string)[] = [
  (count) => `INV-${String(count).padStart(4, "0")}`,
  (count) => `RE-2026-${String(count).padStart(5, "0")}`,
  (count) => `R${String(260_000 + count)}`,
  (count) => String(4_100_000 + count),
  (count) => `2026/${String(count).padStart(4, "0")}`,
];

/** Fees that many customers pay alike. */
const fees = [4900, 9900, 19_900, 49_000, 58_310];

/**
 * Documents of the month and of the three before it: one in four invoices is a fee that others owe as well, one document
 * in thirty a credit note. A few customers have most of them.
 */
export function drawDocuments(draw: Draw, customers: readonly Customer[], count: number): Document[] {
  const number = draw.of(numberings);
  const first = draw.whole(1, 900);
  const large = customers.filter((_, index) => index % 10 === 0);
  return Array.from({ length: count }, (_, index): Document => {
    const customer = draw.chance(0.35) ? draw.of(large) : draw.of(customers);
    // Numbers rise with the days.
    const day = FIRST_DAY - 75 + Math.floor((index * (75 + DAYS - 10)) / count);
    const amount = draw.chance(0.25) ? draw.of(fees) : draw.whole(1500, 900_000);
    const isCredit = draw.chance(1 / 30);
    return {
      number: number(first + index),
      customer,
      day,
      due: day + 30,
      cents: isCredit ? -Math.ceil(amount / 10) : amount,
      purchaseOrder: draw.chance(0.5) ? `PO-${String(draw.whole(10_000, 99_999))}` : "",
    };
  });
}
