import { customersTable } from "../catalog/customers.table";
import { contractsTable } from "../catalog/contracts.table";
import { PersonalColumns } from "./personalColumns";

it("what Customers says of a person is personal: also where e-invoices go, which may be an email", () => {
  const columns = new PersonalColumns([]);
  const ofCustomers = (field: string) => columns.isPersonalField(customersTable, field, field);
  expect(["email", "city", "electronicAddress"].map(ofCustomers)).toEqual([true, true, true]);
  expect(["customerId", "country", "electronicAddressScheme"].map(ofCustomers)).toEqual([
    ...[false, false, false],
  ]);
  expect(columns.isPersonalField(contractsTable, "electronicAddress", "Electronic address")).toBe(false);
});
