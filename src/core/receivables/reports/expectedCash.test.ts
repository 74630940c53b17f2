import { sheet, workbook, type Cell } from "../../../../test/properties/support/sheets";
import { ledgerAt } from "../ledger";
import { readReceivables } from "../readReceivables";
import { expectedCash, expectedWeeks } from "./expectedCash";

type Row = readonly Cell[];

/** A Monday. */
const MONDAY = 46_006;
const date = (day: number): Cell => ({ date: MONDAY + day });

/** An invoice of a customer, due on a day and paid so many days late, or not yet. */
interface Bill {
  readonly number: string;
  readonly customer: string;
  readonly due: number;
  readonly late?: number;
  readonly amount?: number;
  readonly isCredited?: boolean;
}

function expectedOf(
  bills: readonly Bill[],
  asOf: number,
  more: Readonly<Record<string, readonly Row[]>> = {},
) {
  const paid = bills.filter(({ late }) => late !== undefined);
  const snapshot = workbook([
    sheet("Invoices", [
      ["Invoice number", "Customer ID", "Invoice date", "Due date", "Currency", "Total", "Type", "Corrects"],
      ...bills.map(({ number, customer, due, amount = 100 }) => [
        number,
        customer,
        date(due - 30),
        date(due),
        "EUR",
        amount,
      ]),
      ...bills
        .filter(({ isCredited }) => isCredited)
        .map(({ number, customer, due, amount = 100 }) => [
          `CN-${number}`,
          customer,
          date(due),
          date(due),
          "EUR",
          -amount,
          "Credit note",
          number,
        ]),
    ]),
    sheet("Payments", [
      ["Payment ID", "Customer ID", "Date", "Amount", "Currency", "Invoice number"],
      ...paid.map(({ number, customer, due, late = 0, amount = 100 }) => [
        `P-${number}`,
        customer,
        date(due + late),
        amount,
        "EUR",
        number,
      ]),
    ]),
    ...Object.entries(more).map(([name, rows]) => sheet(name, rows)),
  ]);
  const ledger = ledgerAt(
    readReceivables(snapshot, () => undefined),
    MONDAY + asOf,
  );
  return expectedCash(ledger);
}

const shown = (items: ReturnType<typeof expectedOf>) =>
  items.map(({ document, expected, usualDays, basis, open }) => [
    document,
    expected - MONDAY,
    usualDays,
    basis,
    open.toNumber(),
  ]);

const paidBills = (customer: string, ...late: readonly number[]): Bill[] =>
  late.map((days, index) => ({
    number: `${customer}-${String(index)}`,
    customer,
    due: -60 + index,
    late: days,
  }));

describe("expected cash", () => {
  it("comes as late as the payer has paid: in the middle of the last ones", () => {
    const bills = [...paidBills("C1", 3, 9, 1), { number: "A", customer: "C1", due: 10 }];
    expect(shown(expectedOf(bills, 0))).toEqual([["A", 13, 3, "payer", 100]]);
  });

  it("comes when it is due where nobody has paid yet", () => {
    expect(shown(expectedOf([{ number: "A", customer: "C1", due: 10 }], 0))).toEqual([
      ["A", 10, 0, "due", 100],
    ]);
  });

  it("comes as all pay where the payer has paid too little to tell", () => {
    const bills = [
      ...paidBills("C1", 5, 7, 9),
      ...paidBills("C2", 40),
      { number: "A", customer: "C2", due: 10 },
    ];
    expect(shown(expectedOf(bills, 0))).toEqual([["A", 18, 8, "all", 100]]);
  });

  it("comes as late as the payer was when it was later than now, else within a week", () => {
    const late = paidBills("C1", 5, 9, 30, 40);
    const bill = { number: "A", customer: "C1", due: 0 };
    expect(shown(expectedOf([...late, bill], 20))).toEqual([["A", 35, 20, "payer", 100]]);
    expect(shown(expectedOf([...late, bill], 50))).toEqual([["A", 57, 20, "payer", 100]]);
  });

  it("comes when it was promised, without what is in dispute", () => {
    const bill = { number: "A", customer: "C1", due: 0 };
    const promises = [
      ["Invoice number", "Made", "Pay by"],
      ["A", date(1), date(12)],
    ];
    const disputes = [
      ["Dispute ID", "Invoice number", "Opened", "Reason code", "Amount"],
      ["D1", "A", date(1), "PRICE", 30],
    ];
    expect(shown(expectedOf([bill], 5, { Promises: promises, Disputes: disputes }))).toEqual([
      ["A", 12, 0, "promise", 70],
    ]);
  });

  it("takes no credit note for a payment", () => {
    const bills = [...paidBills("C1", 5, 5), { number: "A", customer: "C1", due: 9 }];
    const credited = { number: "B", customer: "C1", due: -40, isCredited: true };
    expect(shown(expectedOf([...bills, credited], 0))).toEqual([["A", 9, 0, "due", 100]]);
    const paid = { number: "B", customer: "C1", due: -40, late: 5 };
    expect(shown(expectedOf([...bills, paid], 0))).toEqual([["A", 14, 5, "payer", 100]]);
  });

  it("adds up week by week, from Monday to Sunday", () => {
    const bills = [0, 6, 7, 13].map((due) => ({
      number: `A${String(due)}`,
      customer: "C1",
      due,
      amount: 1 + due,
    }));
    const weeks = expectedWeeks(expectedOf(bills, -1));
    expect(weeks.map(({ week, amount, invoices }) => [week - MONDAY, amount.toNumber(), invoices])).toEqual([
      [0, 8, 2],
      [7, 22, 2],
    ]);
  });
});
