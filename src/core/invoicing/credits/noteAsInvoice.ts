import { groupBy } from "../../base/groupBy";
import type { Day } from "../../calendar/day";
import type { Catalog, Customer } from "../../catalog/records";
import { taxRateOn } from "../../catalog/taxRates";
import type { RegisteredInvoice, RegisteredLine } from "../../documents/register";
import { one, sum, zero } from "../../money/decimal";
import type { Invoice, InvoiceLine, TaxGroup } from "../invoice";
import { partKey, taxOfAmounts, type DocumentRounding } from "../taxParts";

/** What a credit note of the register is printed with besides its own row and lines. */
export interface NotePrint extends DocumentRounding {
  readonly catalog: Pick<Catalog, "customers" | "taxCodes">;
  readonly currency: string;
  readonly date: Day;
  /** The day of a line that names no period: that of the invoice that is corrected. */
  readonly correctsDate: Day | undefined;
}

function customerOf({ customerId = "", customerName }: RegisteredInvoice, { catalog }: NotePrint): Customer {
  const known = catalog.customers.get(customerId);
  return { ...known, customerId, customerName: customerName ?? known?.customerName ?? customerId };
}

function lineOf(line: RegisteredLine, { date, correctsDate = date }: NotePrint): InvoiceLine {
  return {
    contractId: line.contractId,
    priceId: line.priceId ?? "",
    product: line.product ?? "",
    description: line.description ?? "",
    kind: "adjustment",
    tier: line.tier ?? "",
    period: line.period ?? { from: correctsDate, to: correctsDate },
    quantity: one,
    unit: "",
    unitPrice: line.amount,
    flatFee: zero,
    amount: line.amount,
    taxCode: line.taxCode ?? "",
    taxRate: line.taxRate ?? zero,
    sourceRows: 0,
    explanation: line.explanation ?? "",
    item: undefined,
  };
}

/**
 * The taxes of a note: those of its net, and with the first of them what the last credit of an invoice takes of the tax
 * beyond that. 33.33 at 19 % with a tax of 6.34 is 6.33 and a rest of 0.01.
 */
function taxesOf(note: RegisteredInvoice, lines: readonly InvoiceLine[], print: NotePrint): TaxGroup[] {
  const groups = groupBy(lines, ({ taxCode, taxRate: rate }) => partKey({ taxCode, rate }));
  const taxes = [...groups.values()].map((own): TaxGroup => {
    const { taxCode, taxRate: rate } = own[0]!;
    const amounts = own.map(({ amount }) => amount);
    const record = taxRateOn(print.catalog.taxCodes.get(taxCode) ?? [], print.date);
    return {
      taxCode,
      name: record?.name ?? taxCode,
      rate,
      net: sum(amounts),
      tax: taxOfAmounts(amounts, rate, print),
      exemptionReason: record?.exemptionReason ?? "",
    };
  });
  const rest = (note.tax ?? zero).minus(sum(taxes.map(({ tax }) => tax)));
  return taxes
    .map((group, index) => (index === 0 ? { ...group, tax: group.tax.plus(rest), rest } : group))
    .filter(({ taxCode, tax }) => taxCode !== "" || !tax.isZero());
}

/** A credit note of the register as the document that is printed: to its customer, line by line, with its taxes. */
export function noteAsInvoice(note: RegisteredInvoice, print: NotePrint): Invoice {
  const { invoiceNumber: number, contractId = "", corrects = "", reasonCode = "", poNumber = "" } = note;
  const { currency, date } = print;
  const lines = note.lines.map((line) => lineOf(line, print));
  const subtotal = sum(lines.map(({ amount }) => amount));
  const tax = note.tax ?? zero;
  return {
    number,
    key: number,
    status: note.status ?? "issued",
    type: "credit_note",
    customer: customerOf(note, print),
    contractId,
    period: { from: date, to: date },
    invoiceDate: date,
    dueDate: date,
    termsText: "",
    currency,
    lines,
    taxes: taxesOf(note, lines, print),
    subtotal,
    tax,
    total: subtotal.plus(tax),
    corrects,
    reasonCode,
    poNumber,
  };
}
