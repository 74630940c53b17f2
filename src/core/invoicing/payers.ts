import type { Catalog, Contract, Customer } from "../catalog/records";
import { accountOf } from "../catalog/terms/account";
import { payerOf } from "../catalog/terms/families";
import type { Settings } from "../settings/settings";

/** Who is billed for a contract, and by what the contracts that stand on one document are told. */
export interface Billing {
  /** Contracts of one owner and currency share a document; it stands in the key of the draft. */
  readonly ownerOf: (contract: Contract) => string;
  /** A contract with who pays for it: its customer, or the parent with the parent's terms. */
  readonly paid: (contract: Contract) => Contract;
}

/** One document a contract, or a customer; a parent has one over its own contracts and those that it pays for. */
export function billingOf(
  { customers, contracts }: Pick<Catalog, "customers" | "contracts">,
  settings: Settings,
): Billing {
  const payers = new Map<Customer, Customer>(
    contracts.flatMap(({ customer }) => {
      const payer = payerOf(customer, customers);
      return payer === customer ? [] : [[customer, payer] as const];
    }),
  );
  const parents = new Set([...payers.values()].map(({ customerId }) => customerId));
  const byCustomer = settings.invoiceGrouping === "customer";
  const payerOfContract = ({ customer }: Contract) => payers.get(customer) ?? customer;
  return {
    ownerOf: (contract) => {
      const { customerId } = payerOfContract(contract);
      const isTogether = byCustomer || contract.contractId === "" || parents.has(customerId);
      return isTogether ? customerId : contract.contractId;
    },
    paid: (contract) => {
      const payer = payers.get(contract.customer);
      if (!payer) return contract;
      const { customer, terms, termsText, poNumber } = accountOf(payer, contract, settings);
      return { ...contract, customer, terms, termsText, poNumber };
    },
  };
}
