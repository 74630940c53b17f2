import type { Snapshot } from "../../../src/core/api";
import { documentsOf, type WrittenRow } from "../engine/documents";
import { editBook } from "../engine/editBook";
import { billMonth, bookBefore, runsOf, runYear, type ErrorFinding } from "../engine/runYear";
import { distinct } from "./distinct";
import type { Fault } from "../judge/fault";
import { owedBy } from "../oracle/billedBy";
import type { Charge } from "../oracle/charge";
import { digitsOf, Fraction } from "../oracle/fraction";
import { lastOfMonth, month } from "../year/day";
import { isFixed, type Contract, type SimulatedYear } from "../year/simulatedYear";

/** A year in which something went wrong, what reconciliation says of it, and the one difference there is. */
interface Leak {
  readonly findings: readonly ErrorFinding[];
  /** Positive is under-billed. */
  readonly difference: Fraction;
}

type Plant = (year: SimulatedYear, contract: Contract) => Leak | undefined;

const lastRunOf = (year: SimulatedYear) => month(year.firstRun) + year.runs - 1;

/** Charges of runs in the middle of the year that are on an amount. */
function chargesInside(year: SimulatedYear, contract: Contract): Charge[] {
  const last = lastRunOf(year);
  const { charges } = owedBy(contract, year, last);
  return charges.filter(({ run, amount }) => run > month(year.firstRun) && run < last - 1 && !amount.isZero);
}

/** Puts the sum of what is left of an invoice's lines into its own cells; these years have no tax. */
function added(book: Snapshot, number: string): Snapshot {
  const document = documentsOf(book).find((candidate) => candidate.number === number);
  if (document === undefined) return book;
  const net = Number(Fraction.sum(document.lines.map(({ amount }) => amount)).text(3));
  return editBook(book, "Invoices", (row) =>
    row["Invoice number"] === number ? { Subtotal: net, Total: net, Balance: net } : undefined,
  );
}

/** Somebody edited rows of the lines of one charge; its month, the one after it and the last are run again. */
function tampered(
  year: SimulatedYear,
  charge: Charge,
  change: (row: WrittenRow) => ReturnType<Parameters<typeof editBook>[2]>,
): readonly ErrorFinding[] | undefined {
  const book = runYear(year).at(-1)?.book;
  const document =
    book &&
    documentsOf(book).find(
      ({ type, date, lines }) =>
        type === "Invoice" &&
        date === lastOfMonth(charge.run) &&
        lines.some((line) => line.product === charge.product && line.days.from === charge.days.from),
    );
  if (book === undefined || document === undefined) return undefined;
  // Another line must be left, or the whole invoice would be missing.
  if (document.lines.every(({ product }) => product === charge.product)) return undefined;
  const edited = editBook(book, "Invoice lines", (row) => {
    const isOfCharge =
      row["Invoice number"] === document.number &&
      row.Product === charge.product &&
      row["Period start"] === charge.days.from;
    return isOfCharge ? change(row) : undefined;
  });
  const before = bookBefore(year, lastRunOf(year), added(edited, document.number));
  return distinct(
    [charge.run, charge.run + 1, lastRunOf(year)].flatMap((run) => billMonth(before, run).findings),
  );
}

/** All lines of a charge are deleted from their invoice. */
const deletedLine: Plant = (year, contract) => {
  const [charge] = chargesInside(year, contract);
  const findings = charge && tampered(year, charge, () => "deleted");
  return findings && { findings, difference: charge.amount };
};

/** Prices whose lines are quantity × unit price and nothing else. */
function plainCharge(year: SimulatedYear, contract: Contract): Charge | undefined {
  const plain = contract.prices.filter(
    (price) =>
      price.model === "per_unit" &&
      !isFixed(price) &&
      [price.included, price.minimum, price.maximum, price.discount, price.ratePer].every((term) => !term),
  );
  return chargesInside(year, contract).find(({ priceId }) => plain.some(({ id }) => id === priceId));
}

const doubled = ({ within, days }: Charge, { currency }: Contract) =>
  within(days).times(Fraction.of(2)).rounded(digitsOf(currency));

const excess = (charge: Charge, contract: Contract) => doubled(charge, contract).minus(charge.amount);

/** Twice the unit price on a line of usage. */
const wrongPrice: Plant = (year, contract) => {
  const charge = plainCharge(year, contract);
  const findings =
    charge &&
    tampered(year, charge, (row) => ({
      "Unit price": Number(row["Unit price"]) * 2,
      Amount: Number(doubled(charge, contract).text(3)),
    }));
  return findings && { findings, difference: Fraction.zero.minus(excess(charge, contract)) };
};

/** Twice the quantity on a line of usage, as if its rows had been counted twice. */
const billedTwice: Plant = (year, contract) => {
  const charge = plainCharge(year, contract);
  const findings =
    charge &&
    tampered(year, charge, (row) => ({
      Quantity: Number(row.Quantity) * 2,
      Amount: Number(doubled(charge, contract).text(3)),
    }));
  return findings && { findings, difference: Fraction.zero.minus(excess(charge, contract)) };
};

/** A month that was never run, of a contract that it would have billed one amount. */
const missingMonth: Plant = (year, contract) => {
  const [charge] = chargesInside(year, contract).filter(
    ({ run }, _, all) => all.filter((other) => other.run === run).length === 1,
  );
  if (charge === undefined) return undefined;
  let book: Snapshot | undefined;
  const findings: ErrorFinding[] = [];
  for (const run of runsOf(year)) {
    if (run === charge.run) continue;
    const billed = billMonth(bookBefore(year, run, book), run);
    book = billed.book;
    findings.push(...billed.findings);
  }
  return { findings: distinct(findings), difference: charge.amount };
};

export const leaks: Readonly<Record<string, Plant>> = {
  "deleted line": deletedLine,
  "wrong price": wrongPrice,
  "billed twice": billedTwice,
  "missing month": missingMonth,
};

/** A year of one contract without what moves other amounts along: commitments, tax and late rows. */
function alone(year: SimulatedYear, { commitment, taxCode, ...contract }: Contract): SimulatedYear {
  const prices = contract.prices.map(({ taxCode: _, ...price }) => price);
  const usage = contract.usage.filter(({ arrives }) => arrives === undefined);
  return { ...year, taxCodes: [], contracts: [{ ...contract, prices, usage }] };
}

/** What is wrong with the one finding that a leak must give: none, several, or another amount. */
export function judgeLeak(name: string, year: SimulatedYear): Fault[] {
  const plant = leaks[name];
  return year.contracts.flatMap((contract): Fault[] => {
    const single = alone(year, contract);
    const [only] = single.contracts;
    if (only === undefined || plant === undefined || only.frequency === "One-time") return [];
    const leak = plant(single, only);
    if (leak === undefined) return [];
    const digits = digitsOf(contract.currency);
    const told = leak.findings.map(({ code, difference }) => `${code} ${difference.text(digits)}`);
    const [first] = leak.findings;
    if (told.length === 1 && first?.difference.minus(leak.difference).isZero) return [];
    const text = `${name}: ${leak.difference.text(digits)}, found ${told.join(", ") || "nothing"}`;
    return [{ kind: "leak", contractId: contract.id, text }];
  });
}
