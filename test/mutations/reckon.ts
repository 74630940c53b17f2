import { Decimal } from "../../src/core/api";
import { columnOf, dataRows, type Cell, type Sheet } from "./sheet";

type Row = (title: string) => Cell;
/** What a contract owes: 162.50 EUR. */
export type Bills = Readonly<Record<string, string>>;

const rowsOf = (sheets: readonly Sheet[], table: string): Row[] =>
  sheets
    .filter((sheet) => sheet.table === table)
    .flatMap((sheet) =>
      dataRows(sheet)
        // Who hides a row or strikes it out may have meant to leave it out.
        .filter((row) => !sheet.hidden.includes(row) && !sheet.struck.includes(row))
        .map(
          (row): Row =>
            (title) =>
              row[columnOf(sheet, title)] ?? null,
        ),
    );

const settingOf = (sheets: readonly Sheet[], key: string): Cell =>
  rowsOf(sheets, "Settings").find((row) => row("Key") === key)?.("Value") ?? null;

const numberOf = (cell: Cell): Decimal => new Decimal(typeof cell === "number" ? cell : 0);

/** 10 is 10 percent, and so is a cell formatted so. */
function shareOf(cell: Cell): Decimal {
  if (cell !== null && typeof cell === "object" && "percent" in cell) return new Decimal(cell.percent);
  return numberOf(cell).div(100);
}

/** The amount of the tiers "1000: 0.10; *: 0.08", each band at its price or all at the price of the last. */
function tiered(tiers: string, quantity: Decimal, isVolume: boolean): Decimal {
  let below = new Decimal(0);
  let amount = new Decimal(0);
  for (const tier of tiers.split("; ")) {
    const [bound = "", price = ""] = tier.split(": ");
    const upper = bound === "*" ? quantity : Decimal.min(quantity, new Decimal(bound));
    if (isVolume && (bound === "*" || quantity.lte(bound))) return quantity.times(price);
    amount = amount.plus(upper.minus(below).times(price));
    below = upper;
  }
  return amount;
}

/** The tiers of a price as its cell has them, or as rows of Tiers name it: its contract and product. */
function tiersOf(price: Row, sheets: readonly Sheet[]): string {
  const cell = price("Tiers");
  if (cell !== null) return String(cell);
  const id = `${String(price("Contract ID"))} ${String(price("Product"))}`;
  return rowsOf(sheets, "Tiers")
    .filter((tier) => tier("Price ID") === id)
    .map((tier) => `${String(tier("Up to") ?? "*")}: ${String(tier("Unit price"))}`)
    .join("; ");
}

function amountOf(price: Row, quantity: Decimal, discount: Cell, sheets: readonly Sheet[]): Decimal {
  const model = price("Pricing model");
  const charged = Decimal.max(0, quantity.minus(numberOf(price("Included quantity"))));
  let amount: Decimal;
  if (model === "flat") amount = numberOf(price("Flat fee"));
  else if (model === "per_unit")
    amount = charged.times(numberOf(price("Unit price"))).div(numberOf(price("Price per") ?? 1));
  else amount = tiered(tiersOf(price, sheets), charged, model === "volume");
  const share = shareOf(price("Discount %") ?? discount);
  amount = amount.times(new Decimal(1).minus(share));
  const rounding =
    settingOf(sheets, "Rounding mode") === "half_even" ? Decimal.ROUND_HALF_EVEN : Decimal.ROUND_HALF_UP;
  return Decimal.max(amount, numberOf(price("Minimum"))).toDecimalPlaces(2, rounding);
}

/** What a contract owes of its prices, after what other tables take off, promise or add. */
function withTerms(id: Cell, ofPrices: Decimal, sheets: readonly Sheet[]): Decimal {
  const rowsFor = (table: string) => rowsOf(sheets, table).filter((row) => row("Contract ID") === id);
  let owed = ofPrices;
  for (const discount of rowsFor("Discounts"))
    owed = Decimal.max(
      0,
      owed.times(new Decimal(1).minus(shareOf(discount("Percent")))).minus(numberOf(discount("Amount"))),
    );
  for (const promise of rowsFor("Commitments")) owed = Decimal.max(owed, numberOf(promise("Amount")));
  for (const adjustment of rowsFor("Adjustments")) owed = owed.plus(numberOf(adjustment("Amount")));
  return owed;
}

/** What the contracts of a book in its first layout owe: so few rules that they can be read, and none of the engine's. */
export function reckon(sheets: readonly Sheet[]): Bills {
  const usage = rowsOf(sheets, "Usage");
  const prices = rowsOf(sheets, "Prices");
  const customers = rowsOf(sheets, "Customers");
  return Object.fromEntries(
    rowsOf(sheets, "Contracts").map((contract) => {
      const id = contract("Contract ID");
      const plan = contract("Plan");
      const customer = customers.find((row) => row("Customer ID") === contract("Customer ID"));
      const discount = contract("Discount %") ?? customer?.("Discount %") ?? null;
      const priced = prices.filter(
        (price) => price("Contract ID") === id || (plan !== null && price("Plan") === plan),
      );
      const amounts = priced.map((price) => {
        const used = usage.filter((row) => row("Contract ID") === id && row("Meter") === price("Product"));
        const metered = used.reduce((sum, row) => sum.plus(numberOf(row("Quantity"))), new Decimal(0));
        const contracted = price("Quantity");
        const quantity = contracted === null ? metered : numberOf(contracted);
        return amountOf(price, quantity, discount, sheets).plus(numberOf(price("Setup fee")));
      });
      const owed = withTerms(
        id,
        amounts.reduce((sum, amount) => sum.plus(amount), new Decimal(0)),
        sheets,
      );
      return [
        String(id),
        `${owed.toFixed(2)} ${String(contract("Currency") ?? settingOf(sheets, "Currency") ?? "USD")}`,
      ];
    }),
  );
}
