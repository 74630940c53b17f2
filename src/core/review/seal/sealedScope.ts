import { parseIsoDay } from "../../calendar/day";
import { invoiceLinesTable, type LineKind } from "../../documents/invoiceLines.table";
import { invoicesTable } from "../../documents/invoices.table";
import type { SealedDocument, SealedPart } from "./sealedDocument";
import { scopeOf, type Scope } from "./scope";

const { columns: invoice } = invoicesTable;
const { columns: line } = invoiceLinesTable;

function reader({ cells }: Pick<SealedPart, "cells">) {
  const values = new Map(cells.map(({ column, value }) => [column, value]));
  const text = ({ title }: { readonly title: string }) => values.get(title);
  const day = (column: { readonly title: string }) => parseIsoDay(text(column) ?? "");
  return { text, day };
}

function kindOf(label: string | undefined): LineKind | undefined {
  return [...(line.kind.labels ?? [])].find(([, title]) => title === label)?.[0] as LineKind | undefined;
}

/** What a document depended on when it was sealed, from its sealed cells: no later change of the workbook moves it. */
export function sealedScope({ parts }: SealedDocument): Scope | undefined {
  const invoicePart = parts.find(({ table }) => table === invoicesTable.title);
  if (!invoicePart) return undefined;
  const { text, day } = reader(invoicePart);
  const lines = parts
    .filter(({ table }) => table === invoiceLinesTable.title)
    .map((part) => {
      const { text: of, day: on } = reader(part);
      const [from, to] = [on(line.periodStart), on(line.periodEnd)];
      return {
        contractId: of(line.contractId) ?? text(invoice.contractId) ?? "",
        kind: kindOf(of(line.kind)),
        period: from === undefined || to === undefined ? undefined : { from, to },
        taxCode: of(line.taxCode),
      };
    });
  return scopeOf({
    customerId: text(invoice.customerId),
    corrects: text(invoice.corrects),
    periodStart: day(invoice.periodStart),
    periodEnd: day(invoice.periodEnd),
    invoiceDate: day(invoice.invoiceDate),
    lines,
  });
}
