import type { Snapshot } from "../../../src/core/api";
import { documentsOf, type WrittenRow } from "../engine/documents";
import { editBook } from "../engine/editBook";
import { billMonth, bookBefore, compareAsItIs, runsOf, runYear, type ErrorFinding } from "../engine/runYear";
import { withoutChain } from "../year/withoutChain";
import { distinct } from "./distinct";
import type { Fault } from "../judge/fault";
import { owedBy } from "../oracle/billedBy";
import type { Charge } from "../oracle/charge";
import { digitsOf, Fraction } from "../oracle/fraction";
import { billingPeriods } from "../oracle/periods";
import { day, holds, lastOfMonth, month, monthText, type Span } from "../year/day";
import { isFixed, type Contract, type SimulatedYear, type UsageRow } from "../year/simulatedYear";

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
  const runs = [charge.run, charge.run + 1, lastRunOf(year)];
  return distinct([...runs.flatMap((run) => billMonth(before, run).findings), ...compareAsItIs(before)]);
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
      [price.included, price.minimum, price.maximum, price.discount, price.ratePer, price.negative].every(
        (term) => !term,
      ),
  );
  return chargesInside(year, contract).find(({ priceId }) => plain.some(({ id }) => id === priceId));
}

const doubled = ({ exact }: Charge, { currency }: Contract, { rounding }: SimulatedYear) =>
  exact.times(Fraction.of(2)).rounded(digitsOf(currency), rounding);

/** Twice the unit price on a line of usage. */
const wrongPrice: Plant = (year, contract) => {
  const charge = plainCharge(year, contract);
  const findings =
    charge &&
    tampered(year, charge, (row) => ({
      "Unit price": Number(row["Unit price"]) * 2,
      Amount: Number(doubled(charge, contract, year).text(3)),
    }));
  return findings && { findings, difference: charge.amount.minus(doubled(charge, contract, year)) };
};

/** Twice the quantity on a line of usage, as if its rows had been counted twice. */
const billedTwice: Plant = (year, contract) => {
  const charge = plainCharge(year, contract);
  const findings =
    charge &&
    tampered(year, charge, (row) => ({
      Quantity: Number(row.Quantity) * 2,
      Amount: Number(doubled(charge, contract, year).text(3)),
    }));
  return findings && { findings, difference: charge.amount.minus(doubled(charge, contract, year)) };
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

/** The days of the billing period that a charge is for. */
const periodOf = (contract: Contract, { days }: Charge): Span =>
  billingPeriods(contract, days.to).find(({ cut }) => holds(cut, days.to))?.cut ?? days;

/** Runs a year in which one month is told otherwise from a run on; the findings from then on. */
function findingsOf(year: SimulatedYear): ErrorFinding[] {
  return distinct(runYear(year).flatMap(({ findings }) => findings));
}

/** All rows of a period that had no invoice before they came: they are found, and billed by no run. */
const lateWithoutInvoice: Plant = (year, contract) => {
  const [charge] = chargesInside(year, contract).filter(
    ({ isFixed: fixed, run }, _, all) => !fixed && all.filter((other) => other.run === run).length === 1,
  );
  if (charge === undefined) return undefined;
  const arrives = monthText(charge.run + 1);
  const period = periodOf(contract, charge);
  const isInside = ({ date }: UsageRow) => holds(period, day(date));
  const usage = contract.usage.map((row) => (isInside(row) ? { ...row, arrives } : row));
  const late = { ...year, contracts: [{ ...contract, usage }] };
  const before = owedBy({ ...contract, usage }, late, charge.run).charges;
  const isSilent = before.every(({ run, amount }) => run !== charge.run || amount.isZero);
  // A row of another part of the period, or of no quantity, writes an invoice all the same.
  if (!isSilent || charge.days.from !== period.from) return undefined;
  return { findings: findingsOf(late), difference: charge.amount };
};

/** A row that comes late takes usage back: less than was billed is found, never credited by itself. */
const takenBack: Plant = (year, contract) => {
  const charge = plainCharge(year, contract);
  const plain = contract.prices.find(({ id }) => id === charge?.priceId);
  if (charge === undefined || plain === undefined || plain.aggregation !== undefined) return undefined;
  const row = contract.usage.find(
    ({ product, date, quantity }) =>
      product === charge.product && holds(charge.days, day(date)) && !quantity.startsWith("-"),
  );
  if (row === undefined) return undefined;
  const back = {
    ...row,
    eventId: "taken back",
    quantity: `-${row.quantity}`,
    arrives: monthText(charge.run + 1),
  };
  const usage = [...contract.usage, back];
  const told = { ...year, contracts: [{ ...contract, usage }] };
  const now = owedBy({ ...contract, usage }, told, lastRunOf(year)).charges.find(
    ({ priceId, days }) => priceId === charge.priceId && days.from === charge.days.from,
  );
  const difference = now?.amount.minus(charge.amount);
  return difference?.isZero === false ? { findings: findingsOf(told), difference } : undefined;
};

export const leaks: Readonly<Record<string, Plant>> = {
  "deleted line": deletedLine,
  "wrong price": wrongPrice,
  "billed twice": billedTwice,
  "missing month": missingMonth,
  "late without an invoice": lateWithoutInvoice,
  "usage taken back": takenBack,
};

/** A year of one contract without what moves other amounts along: what stands over prices, tax, late rows, cents. */
function alone(
  { lineRounding, cash, ...year }: SimulatedYear,
  { commitment, taxCode, ...told }: Contract,
): SimulatedYear {
  const contract = withoutChain(told);
  const prices = contract.prices.map(({ taxCode: _, rollover: __, ...price }) => price);
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
