import { unheard } from "../../issues/issue";
import { groupBy } from "../../base/groupBy";
import { billedServiceOf } from "../../documents/billedService";
import type { DocumentRegister, RegisteredInvoice } from "../../documents/register";
import { followDocumentChain } from "../../invoicing/chain/chain";
import type { Bill, ContractCharges } from "../../invoicing/chain/bill";
import type { InvoiceLine } from "../../invoicing/invoice";
import { asInvoiceLine } from "../../invoicing/standingLines";
import { isOfDocumentRule } from "../../review/verify/billedLater";
import type { PreparedBook } from "../prepareBook";

/**
 * What rules over documents, such as a retention, make of the lines that a document bills as they are written, whatever its
 * inputs give today: 10 % of 500.00 is kept back, not of the 600.00 that an audited value makes of it. None where prices
 * include tax: its lines no longer say what was agreed.
 */
export function rulesAround(
  document: RegisteredInvoice,
  { catalog, settings, period, asOf }: PreparedBook,
  before: DocumentRegister,
): readonly InvoiceLine[] {
  const billedLines = document.lines.filter((line) => !isOfDocumentRule(line));
  const contracts = [...groupBy(billedLines, ({ contractId }) => contractId).keys()].flatMap(
    (contractId) => catalog.contractById.get(contractId) ?? [],
  );
  const charges = contracts.map((contract): ContractCharges => ({
    contract,
    items: [],
    adjustments: [],
    hasUsage: false,
  }));
  const [first, ...others] = charges;
  if (!first || settings.pricesIncludeTax === "yes") return [];
  const lines = billedLines.map((line) => asInvoiceLine(line, line.amount));
  const billed = billedServiceOf(before, settings);
  const currency = document.currency ?? first.contract.currency;
  const bill: Bill = { key: "", charges: [first, ...others], currency, lines, taxes: [] };
  const input = {
    run: { period, asOf },
    catalog,
    settings,
    billed,
    standing: billed,
    report: unheard,
  };
  return followDocumentChain([bill], input)
    .flatMap((made) => made.lines)
    .filter(isOfDocumentRule);
}
