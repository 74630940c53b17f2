import type { Snapshot } from "../../../src/core/api";
import { documentsOf, type WrittenDocument, type WrittenRow } from "../engine/documents";
import { editBook, type RowChange } from "../engine/editBook";
import { billMonth, bookBefore, compareAsItIs, runYear } from "../engine/runYear";
import type { Charge } from "../oracle/charge";
import { digitsOf, Fraction } from "../oracle/fraction";
import { lastOfMonth } from "../year/day";
import type { Contract, SimulatedYear } from "../year/simulatedYear";
import { chargesInside, lastRunOf, plainCharge } from "./charges";
import { distinct } from "./distinct";
import type { Leak, Plant } from "./leaks";

/** A charge whose lines somebody edits, and what is missing then. */
interface Edit {
  readonly contract: Contract;
  readonly charge: Charge;
  readonly change: RowChange;
  readonly difference: Fraction;
}

/** Puts the sums of what is left of their lines into the cells of invoices; these years have no tax. */
function added(book: Snapshot, numbers: ReadonlySet<string>): Snapshot {
  const nets = new Map(
    documentsOf(book)
      .filter(({ number }) => numbers.has(number))
      .map(({ number, lines }) => [number, Number(Fraction.sum(lines.map(({ amount }) => amount)).text(3))]),
  );
  return editBook(book, "Invoices", (row) => {
    const net = nets.get(String(row["Invoice number"]));
    return net === undefined ? undefined : { Subtotal: net, Total: net, Balance: net };
  });
}

/** The invoice of a charge; another line must be left on it, or the whole invoice would be missing. */
function invoiceOf(
  { contract, charge }: Edit,
  documents: readonly WrittenDocument[],
): WrittenDocument | undefined {
  const document = documents.find(
    ({ type, date, contractId, lines }) =>
      type === "Invoice" &&
      contractId === contract.id &&
      date === lastOfMonth(charge.run) &&
      lines.some((line) => line.product === charge.product && line.days.from === charge.days.from),
  );
  return document?.lines.every(({ product }) => product === charge.product) ? undefined : document;
}

const keyOf = (number: string, product: string, from: number) => `${number} ${String(from)} ${product}`;

/** The year with some rows edited; the month of the first charge, the one after it and the last are run again. */
function tampered(year: SimulatedYear, wanted: readonly Edit[]): Leak[] {
  const book = runYear(year).at(-1)?.book;
  if (book === undefined) return [];
  const documents = documentsOf(book);
  const edits = wanted.flatMap((edit) => {
    const invoice = invoiceOf(edit, documents);
    return invoice === undefined ? [] : [{ ...edit, number: invoice.number }];
  });
  if (edits.length === 0) return [];
  const changes = new Map(
    edits.map(({ number, charge, change }) => [keyOf(number, charge.product, charge.days.from), change]),
  );
  const edited = editBook(book, "Invoice lines", (row) =>
    changes.get(keyOf(String(row["Invoice number"]), String(row.Product), Number(row["Period start"])))?.(
      row,
    ),
  );
  const numbers = new Set(edits.map(({ number }) => number));
  const before = bookBefore(year, lastRunOf(year), added(edited, numbers));
  const first = Math.min(...edits.map(({ charge }) => charge.run));
  const runs = [first, first + 1, lastRunOf(year)];
  return [
    {
      findings: distinct([
        ...runs.flatMap((run) => billMonth(before, run).findings),
        ...compareAsItIs(before),
      ]),
      differences: new Map(edits.map(({ contract, difference }) => [contract.id, difference])),
    },
  ];
}

/** All lines of a charge are deleted from their invoice. */
export const deletedLine: Plant = (year) =>
  tampered(
    year,
    year.contracts.flatMap((contract): Edit[] => {
      const [charge] = chargesInside(year, contract);
      return charge ? [{ contract, charge, change: () => "deleted", difference: charge.amount }] : [];
    }),
  );

/** Twice a figure on the line of a charge, and so twice the amount. */
const doubled =
  (header: "Unit price" | "Quantity"): Plant =>
  (year) =>
    tampered(
      year,
      year.contracts.flatMap((contract): Edit[] => {
        const charge = plainCharge(year, contract);
        if (charge === undefined) return [];
        const twice = charge.exact.times(Fraction.of(2)).rounded(digitsOf(contract.currency), year.rounding);
        const change = (row: WrittenRow) => ({
          [header]: Number(row[header]) * 2,
          Amount: Number(twice.text(3)),
        });
        return [{ contract, charge, change, difference: charge.amount.minus(twice) }];
      }),
    );

/** Twice the unit price on a line of usage. */
export const wrongPrice: Plant = doubled("Unit price");

/** Twice the quantity on a line of usage, as if its rows had been counted twice. */
export const billedTwice: Plant = doubled("Quantity");
