import { billBook, bookOf, contractRow, priceRow } from "../../../test/vectors/book";
import { heldContracts } from "./held";

const { catalog, settings } = billBook(
  bookOf({
    Contracts: ["C1", "C2", "C3", "C4"].map((id) =>
      contractRow({ "Contract ID": id, "Customer ID": `K${id}` }),
    ),
    Prices: ["C1", "C2", "C3", "C4"].map((id) => priceRow({ "Contract ID": id, "Flat fee": 10 })),
    Commitments: [{ "Commitment ID": "M1", "Customer ID": "KC1", Amount: 50 }],
    Usage: [{ "Contract ID": "C1", Meter: "calls", Date: "2026-02-10", Quantity: 1 }],
  }),
  "2026-01",
).book;

const contract = (id: string) => catalog.contractById.get(id)!;
const pool = (carrier: string, ...behind: readonly string[]) => ({
  ...catalog.pools[0]!,
  carrier: contract(carrier),
  contracts: behind.map(contract),
});

describe("held contracts", () => {
  it("hold who bears a pool over them, and who bears one over that, in whatever order pools stand", () => {
    const pools = [pool("C3", "C2"), pool("C2", "C1")];
    for (const order of [pools, [...pools].reverse()]) {
      const held = heldContracts(["C1"], { ...catalog, pools: order }, settings);
      expect([...held].sort()).toEqual(["C1", "C2", "C3"]);
    }
  });

  it("hold who bears a pool over those that share their document", () => {
    const sameCustomer = {
      ...catalog,
      contracts: catalog.contracts.map((each) =>
        each.contractId === "C4" ? { ...each, customer: contract("C1").customer } : each,
      ),
      pools: [pool("C3", "C4")],
    };
    const byCustomer = { ...settings, invoiceGrouping: "customer" as const };
    expect([...heldContracts(["C1"], sameCustomer, byCustomer)].sort()).toEqual(["C1", "C3", "C4"]);
  });
});
