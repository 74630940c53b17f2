import { unheard } from "../../issues/issue";
import { groupBy } from "../../base/groupBy";
import type { Grant } from "../../catalog/records";
import { drawnBy, grantedBy, isOpenIn } from "../../documents/grantsDrawn";
import { allocate } from "../../money/allocate";
import { minorDigits } from "../../money/currency";
import { Decimal, sum, zero } from "../../money/decimal";
import { formatMoney } from "../../money/format";
import { round } from "../../money/round";
import type { InvoiceLine } from "../invoice";
import { invoiceDateOf } from "../makeDraft";
import { taxLines } from "../tax";
import { ruleLine, type Bill, type BuildInput, type DocumentStep } from "./bill";
import { isSale } from "./grantSales";

/** What is left of each grant of money while the documents of a run draw from it, one after the other. */
class Purse {
  private readonly left = new Map<Grant, Decimal>();

  constructor(private readonly input: BuildInput) {}

  open(contractIds: ReadonlySet<string>): readonly Grant[] {
    const { catalog, run } = this.input;
    return catalog.grants.filter(
      (grant) =>
        "amount" in grant.of &&
        isOpenIn(grant, run.period) &&
        [...contractIds].some((contractId) => grant.contractIds.has(contractId)),
    );
  }

  leftOf(grant: Grant): Decimal {
    const { ofTerm, netOf } = this.input.standing;
    const known = this.left.get(grant);
    return known ?? Decimal.max(zero, grantedBy(grant).minus(drawnBy(grant, ofTerm(grant.id), netOf)));
  }

  /** What of it can be paid: of 684.372 dollars 684.37, and nobody draws the rest. */
  payable(grant: Grant, currency: string): Decimal {
    return round(this.leftOf(grant), minorDigits(currency), "down");
  }

  take(grant: Grant, amount: Decimal): void {
    this.left.set(grant, this.leftOf(grant).minus(amount));
  }
}

interface Draw {
  readonly grant: Grant;
  readonly bill: Bill;
  readonly input: BuildInput;
  readonly left: Decimal;
}

function lineOf({ grant, bill, input, left }: Draw, amount: Decimal, taxCode: string): InvoiceLine {
  const { currency, charges } = bill;
  const { period } = input.run;
  const contract = charges.find((charge) => grant.contractIds.has(charge.contract.contractId))?.contract;
  const show = (figure: Decimal) => formatMoney(figure, currency);
  return ruleLine({
    contractId: (contract ?? charges[0].contract).contractId,
    priceId: grant.id,
    product: "Grant",
    description: `Grant ${grant.id}`,
    kind: "grant",
    period,
    amount,
    taxCode,
    explanation: `drawn from grant ${grant.id}: ${show(left)} was left = ${show(amount)}`,
  });
}

/** Lines that a grant pays: of its contracts, but for the sale of grants. */
const paidBy = ({ contractIds }: Grant, lines: readonly InvoiceLine[], { catalog }: BuildInput) =>
  lines.filter((line) => contractIds.has(line.contractId) && !isSale(line, catalog));

/** Draws of one document before tax: a line a tax code, by what is left of each. */
function drawsBeforeTax(bill: Bill, purse: Purse, input: BuildInput): InvoiceLine[] {
  const added: InvoiceLine[] = [];
  const contractIds = new Set(bill.charges.map(({ contract }) => contract.contractId));
  for (const grant of purse.open(contractIds)) {
    const left = purse.payable(grant, bill.currency);
    const paid = paidBy(grant, [...bill.lines, ...added], input);
    const nets = [...groupBy(paid, ({ taxCode }) => taxCode)].map(([taxCode, lines]) => ({
      taxCode,
      net: sum(lines.map(({ amount }) => amount)),
    }));
    const open = nets.filter(({ net }) => net.greaterThan(0));
    const amount = Decimal.min(left, Decimal.max(zero, sum(nets.map(({ net }) => net))));
    if (!amount.greaterThan(0)) continue;
    const shares = allocate(
      amount,
      open.map(({ net }) => net),
      minorDigits(bill.currency),
    );
    const draw = { grant, bill, input, left };
    added.push(
      ...open.flatMap(({ taxCode }, index) =>
        shares[index]!.isZero() ? [] : [lineOf(draw, shares[index]!.negated(), taxCode)],
      ),
    );
    purse.take(grant, amount);
  }
  return added;
}

/** What some lines of a document come to with tax: all of them its total, some of them as if it billed no others. */
function withTax(lines: readonly InvoiceLine[], bill: Bill, input: BuildInput): Decimal {
  const { run, catalog, settings } = input;
  const taxesOf = () =>
    taxLines({
      lines,
      invoiceDate: invoiceDateOf(run, settings),
      currency: bill.currency,
      catalog,
      // The tax that prices include is taken out of all lines by now.
      settings: { ...settings, pricesIncludeTax: "no" },
      at: bill.charges[0].contract.at,
      // What lacks a rate was reported for the whole document.
      report: unheard,
    }).taxes;
  const taxes = lines.length === bill.lines.length ? bill.taxes : taxesOf();
  return sum([...lines.map(({ amount }) => amount), ...taxes.map(({ tax }) => tax)]);
}

/** Draws from the total of a document, on one of several contracts from what its own come to: lines without tax. */
function drawsAfterTax(bill: Bill, purse: Purse, input: BuildInput): InvoiceLine[] {
  const added: InvoiceLine[] = [];
  const contractIds = new Set(bill.charges.map(({ contract }) => contract.contractId));
  const drawn = (lines: readonly InvoiceLine[]) => sum(lines.map(({ amount }) => amount));
  const unsold = bill.lines.filter((line) => !isSale(line, input.catalog));
  for (const grant of purse.open(contractIds)) {
    const left = purse.payable(grant, bill.currency);
    const open = withTax(unsold, bill, input).plus(drawn(added));
    const own = withTax(paidBy(grant, bill.lines, input), bill, input);
    const amount = Decimal.min(left, open, own.plus(drawn(paidBy(grant, added, input))));
    if (!amount.greaterThan(0)) continue;
    added.push(lineOf({ grant, bill, input, left }, amount.negated(), ""));
    purse.take(grant, amount);
  }
  return added;
}

const drawing =
  (
    timing: BuildInput["settings"]["grants"],
    drawsOf: (bill: Bill, purse: Purse, input: BuildInput) => InvoiceLine[],
  ): DocumentStep =>
  (bills, input) => {
    if (input.settings.grants !== timing || input.catalog.grants.length === 0) return bills;
    const purse = new Purse(input);
    return bills.map((bill) => ({ ...bill, lines: [...bill.lines, ...drawsOf(bill, purse, input)] }));
  };

/**
 * Grants pay the net of documents, in the order of their contracts, never below 0. 1,000.00 granted pay 600.00 of a first
 * document and 400.00 of a second of 700.00.
 */
export const grants = drawing("before_tax", drawsBeforeTax);

/** The same from the total, by setting: 40.00 of 120.00 leave 80.00 to pay, and the tax stays. */
export const grantsAfterTax = drawing("after_tax", drawsAfterTax);
