import { nameKey } from "../base/name";
import { customersTable } from "../catalog/customers.table";
import type { BoundTable } from "../schema/boundTable";
import type { TableDefinition } from "../schema/table";
import type { NamedColumn } from "../settings/namedColumns";

type CustomerField = keyof (typeof customersTable)["columns"];

/** What a row of Customers says of a person. */
export const customerFields: readonly CustomerField[] = [
  "customerName",
  "email",
  "addressLine1",
  "addressLine2",
  "city",
  "postalCode",
  "taxId",
  "buyerReference",
  // It may be an email, with the scheme EM.
  "electronicAddress",
];
const ofCustomers = new Set<string>(customerFields);

type Titled = Pick<TableDefinition, "title" | "synonyms">;

/** Which columns hold what is a person's: those of Customers, name and email of a customer anywhere, and those that were named. */
export class PersonalColumns {
  constructor(private readonly named: readonly NamedColumn[]) {}

  /** Whether a column that the table's definition knows is one. */
  isPersonalField(table: Titled, field: string, title: string): boolean {
    if (field === "customerName" || field === "email") return true;
    if (table.title === customersTable.title && ofCustomers.has(field)) return true;
    return this.isPersonalHeader(table, title);
  }

  /** Whether a column is one by its header. */
  isPersonalHeader({ title, synonyms }: Titled, header: string): boolean {
    // Most books name no column, and this is asked of every cell that is sealed.
    if (this.named.length === 0) return false;
    const tables = new Set([title, ...synonyms].map(nameKey));
    return this.named.some(
      (column) => tables.has(nameKey(column.table)) && nameKey(column.header) === nameKey(header),
    );
  }

  /** The columns of a table that are, by their place in the sheet, with the titles by which they are known. */
  of(bound: BoundTable, headerOf: (column: number) => string): ReadonlyMap<number, string> {
    const found = new Map<number, string>();
    for (const [field, column] of bound.columnOf) {
      const { title } = bound.definition.columns[field]!;
      const isPersonal =
        this.isPersonalField(bound.definition, field, title) ||
        this.isPersonalHeader(bound.definition, headerOf(column));
      if (isPersonal) found.set(column, title);
    }
    for (const [column, header] of bound.others)
      if (this.isPersonalHeader(bound.definition, header)) found.set(column, header.trim());
    return found;
  }
}
