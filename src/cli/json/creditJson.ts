import { creditedBy, invoicesTable, type CreditRun } from "../../core/api";
import { numberJson } from "./numberJson";

/** A credit note as it was written, and what is left of its invoice; all amounts above 0. */
export function creditJson({ note, left }: CreditRun) {
  const { status = "issued", invoiceNumber, corrects = "" } = note;
  const { net, tax } = creditedBy(note);
  return {
    creditNote: invoiceNumber,
    corrects,
    status: invoicesTable.columns.status.labels?.get(status) ?? status,
    net: numberJson(net),
    tax: numberJson(tax),
    total: numberJson(net.plus(tax)),
    left: { net: numberJson(left.net), tax: numberJson(left.tax) },
  };
}
