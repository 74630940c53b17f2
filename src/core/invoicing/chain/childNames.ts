import { payerOf } from "../../catalog/terms/families";
import type { DocumentStep } from "./bill";

/** On the document of a parent, the lines of a child begin with its name. */
export const childNames: DocumentStep = (bills, { catalog }) =>
  bills.map((bill) => {
    const children = new Map(
      bill.charges.flatMap(({ contract: { contractId, customer } }) =>
        payerOf(customer, catalog.customers) === customer
          ? []
          : [[contractId, customer.customerName] as const],
      ),
    );
    if (children.size === 0) return bill;
    const named = bill.lines.map((line) => {
      const name = children.get(line.contractId);
      return name === undefined ? line : { ...line, description: `${name}: ${line.description}` };
    });
    return { ...bill, lines: named };
  });
