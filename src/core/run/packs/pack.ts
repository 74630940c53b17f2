type Cell = string | number;

/** A starter workbook of an industry: small, and it bills as it is for 2026-10. */
export interface Pack {
  /** What `template --pack` calls it; never changes. */
  readonly id: string;
  readonly title: string;
  /** What it shows, one sentence. */
  readonly help: string;
  /** Rows by the title of their table and the field of their column; a name that is no field is a column of its own. */
  readonly rows: Readonly<Record<string, readonly Readonly<Record<string, Cell>>[]>>;
}

/** Settings and the tax code that every pack begins with. */
export function seller(
  name: string,
  currency: string,
  tax: { readonly name: string; readonly rate: number },
) {
  return {
    Settings: [
      { key: "Company name", value: name },
      { key: "Company address", value: "1 Example Street, Exampletown" },
      { key: "Company tax ID", value: "000000000" },
      { key: "Currency", value: currency },
      { key: "Payment terms", value: "Net 30" },
      { key: "Tax code", value: "STD" },
      { key: "Invoice number pattern", value: "INV-{YYYY}-{0000}" },
    ],
    "Tax codes": [{ taxCode: "STD", rate: tax.rate, name: tax.name, category: "S" }],
  };
}

/** A contract of a customer that began with October 2026 and is billed by the month. */
export const monthly = (contractId: string, customerId: string) => ({
  contractId,
  customerId,
  startDate: "2026-10-01",
  billingFrequency: "Monthly",
  status: "Active",
});
