import { invoiceDateOf } from "../makeDraft";
import { taxLines } from "../tax";
import type { Bill, DocumentStep } from "./bill";

/** The contract whose cell an issue about the taxes of a document names: the first that it bills. */
function firstBilled({ charges, lines }: Bill) {
  const contracts = charges.map(({ contract }) => contract);
  return (
    contracts.find(({ contractId }) => lines.some((line) => line.contractId === contractId)) ??
    charges[0].contract
  );
}

/** The tax of each document, by code and rate of its lines. */
export const taxes: DocumentStep = (bills, { run, catalog, settings, report }) =>
  bills.map((bill) => {
    const { lines, currency } = bill;
    const { at } = firstBilled(bill);
    const invoiceDate = invoiceDateOf(run, settings);
    return { ...bill, ...taxLines({ lines, invoiceDate, currency, catalog, settings, at, report }) };
  });
