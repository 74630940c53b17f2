import { sheet, workbook, type Cell } from "../../../../test/properties/support/sheets";
import { ledgerAt } from "../ledger";
import { readReceivables } from "../readReceivables";
import { propose } from "./propose";

type Row = readonly Cell[];

const FIRST = 46_000;
const date = (day: number): Cell => ({ date: FIRST + day });

/** An invoice in euros of day 0, due on day 14. */
const invoice = (number: string, customer: string, total: number, currency = "EUR"): Row => [
  number,
  total < 0 ? "Credit note" : "Invoice",
  customer,
  date(0),
  date(14),
  currency,
  total,
];

interface Paid {
  readonly id?: string;
  readonly day?: number;
  readonly amount: number;
  readonly reference?: string;
  readonly payer?: string;
  readonly customer?: string;
  readonly number?: string;
  readonly currency?: string;
}

const payment = ({ id = "P1", day = 5, amount, reference, payer, customer, number, currency }: Paid): Row => [
  id,
  customer,
  date(day),
  amount,
  currency ?? "EUR",
  reference,
  number,
  payer,
];

const customers: readonly Row[] = [
  ["C1", "Heron GmbH"],
  ["C2", "Meier"],
  ["C3", "Meier"],
  ["C9", "Holding AG"],
  ["C11", "Bäcker & Söhne GmbH", "C9"],
  ["C12", "Otter Ltd", undefined, "GBP"],
  ["C13", "Otter SARL", undefined, "EUR"],
];

/** What is proposed: "rule confidence treatment: number amount, …" a payment, or "review: candidates". */
function proposed(
  invoices: readonly Row[],
  payments: readonly Row[],
  settings: readonly Row[] = [],
): string[] {
  const snapshot = workbook([
    sheet("Settings", [["Key", "Value"], ["Currency", "EUR"], ...settings]),
    sheet("Customers", [["Customer ID", "Customer name", "Parent", "Currency"], ...customers]),
    sheet("Invoices", [
      ["Invoice number", "Type", "Customer ID", "Invoice date", "Due date", "Currency", "Total", "Corrects"],
      ...invoices,
    ]),
    sheet("Payments", [
      ["Payment ID", "Customer ID", "Date", "Amount", "Currency", "Reference", "Invoice number", "Payer"],
      ...payments,
    ]),
  ]);
  const ledger = ledgerAt(
    readReceivables(snapshot, () => undefined),
    FIRST + 90,
  );
  const { matches, reviews } = propose(ledger, false);
  return [
    ...matches.map(({ payment: { receipt }, rule, confidence, treatment, shares }) => {
      const parts = shares.map(({ kind, document, amount }) => {
        const suffix = kind === "cash" ? "" : ` ${kind}`;
        return `${document.number} ${amount.toFixed()}${suffix}`;
      });
      return `${receipt.paymentId} ${rule} ${confidence ?? ""} ${treatment}: ${parts.join(", ")}`;
    }),
    ...reviews.map(
      ({ payment: { receipt }, candidates }) => `${receipt.paymentId} review: ${candidates.join(", ")}`,
    ),
  ];
}

const two = [invoice("INV-1001", "C1", 100), invoice("INV-1002", "C1", 250)];

describe("a payment that names what it pays", () => {
  it.each<readonly [string, readonly Row[], Paid, readonly string[]]>([
    [
      "several invoices at once",
      two,
      { amount: 350, reference: "INV-1001 und INV-1002" },
      ["P1 references high exact: INV-1001 100, INV-1002 250"],
    ],
    [
      "a part of an invoice",
      two,
      { amount: 40, reference: "a conto INV-1001" },
      ["P1 reference medium short: INV-1001 40"],
    ],
    [
      "an invoice less the fee of a bank, which stays open where nothing is tolerated",
      two,
      { amount: 238, reference: "INV-1002" },
      ["P1 reference medium short: INV-1002 238"],
    ],
    [
      "an invoice less what was damaged",
      two,
      { amount: 200, reference: "INV-1002 abzgl. Bruch 50,00" },
      ["P1 reference medium short: INV-1002 200"],
    ],
    [
      "more than it owes",
      two,
      { amount: 130, reference: "INV-1001" },
      ["P1 reference medium over: INV-1001 100"],
    ],
    [
      "blanks, zeros and hyphens as it likes",
      two,
      { amount: 100, reference: "inv 0001001" },
      ["P1 reference high exact: INV-1001 100"],
    ],
    [
      "an invoice less a credit note",
      [...two, invoice("CN-7", "C1", -30)],
      { amount: 220, reference: "INV-1002 minus CN-7" },
      ["P1 references high exact: INV-1002 30 credit, INV-1002 220"],
    ],
    [
      "a list of which all but the first are endings",
      [...two, invoice("INV-1003", "C1", 30)],
      { amount: 380, reference: "INV-1001, 1002 und 1003" },
      ["P1 references high exact: INV-1001 100, INV-1002 250, INV-1003 30"],
    ],
    [
      "an invoice behind which there is an amount like a number",
      two,
      { amount: 100, reference: "INV-1001, 1002,00 EUR" },
      ["P1 reference high exact: INV-1001 100"],
    ],
    [
      "an invoice behind which there is a number that it does not pay",
      two,
      { amount: 100, reference: "INV-1001, 1002" },
      ["P1 reference high exact: INV-1001 100"],
    ],
    [
      "an invoice less a credit note that went against it already",
      [...two, [...invoice("CN-7", "C1", -30), "INV-1002"]],
      { amount: 220, reference: "INV-1002 minus CN-7" },
      ["P1 reference high exact: INV-1002 220"],
    ],
    [
      "an invoice of the payer's daughter",
      two,
      { amount: 100, reference: "INV-1001", payer: "Holding AG" },
      ["P1 reference high exact: INV-1001 100"],
    ],
  ])("pays %s", (_, invoices, paid, expected) => {
    expect(proposed(invoices, [payment(paid)])).toEqual(expected);
  });

  it("pays an invoice less the fee of a bank, within the tolerance", () => {
    const paid = payment({ amount: 238, reference: "INV-1002" });
    expect(proposed(two, [paid], [["Payment tolerance", 20]])).toEqual([
      "P1 reference high write_off: INV-1002 238, INV-1002 12 write_off",
    ]);
  });

  it.each<readonly [string, readonly Row[], Paid, readonly string[]]>([
    [
      "an invoice of another customer than the one in Customer ID",
      [...two, invoice("INV-2001", "C2", 100)],
      { amount: 100, reference: "INV-2001", customer: "C1" },
      ["P1 review: INV-2001, INV-1001"],
    ],
    [
      "invoices of two customers",
      [...two, invoice("INV-2001", "C2", 100)],
      { amount: 200, reference: "INV-1001 INV-2001" },
      ["P1 review: INV-1001, INV-2001"],
    ],
    [
      "an invoice in another currency",
      [invoice("INV-1001", "C1", 100, "USD")],
      { amount: 100, reference: "INV-1001" },
      ["P1 review: INV-1001"],
    ],
    [
      "an invoice of a stranger, of which it is a part",
      [...two, invoice("INV-2001", "C2", 300)],
      { amount: 100, reference: "INV-2001", payer: "Heron" },
      ["P1 review: INV-1001, INV-2001"],
    ],
    [
      "an invoice of a stranger of the same amount as one of its payer's",
      [...two, invoice("INV-2001", "C2", 100)],
      { amount: 100, reference: "INV-2001", payer: "HERON GMBH" },
      ["P1 review: INV-1001, INV-2001"],
    ],
    [
      "nothing but a credit note",
      [...two, invoice("CN-7", "C1", -30)],
      { amount: 30, reference: "CN-7" },
      ["P1 review: CN-7"],
    ],
  ])("is looked at by a person where it names %s", (_, invoices, paid, expected) => {
    expect(proposed(invoices, [payment(paid)])).toEqual(expected);
  });

  it("is looked at where what it names was paid by another", () => {
    const paid = { amount: 100, reference: "INV-1001" };
    expect(proposed(two, [payment(paid), payment({ ...paid, id: "P2", day: 6 })])).toEqual([
      "P1 reference high exact: INV-1001 100",
      "P2 review: INV-1001",
    ]);
  });
});

describe("a payment that names nothing that there is", () => {
  it.each<readonly [string, readonly Row[], Paid, readonly string[]]>([
    [
      "with one digit of the number wrong, and the amount to the cent",
      two,
      { amount: 100, reference: "INV-10O1", customer: "C1" },
      ["P1 amount medium exact: INV-1001 100"],
    ],
    [
      "with a mistyped number and an amount of its own",
      two,
      { amount: 99, reference: "INV-10O1", customer: "C1" },
      ["P1 review: INV-1001, INV-1002"],
    ],
    [
      "of a payer without a legal form, and with letters as banks write them",
      [invoice("INV-3001", "C11", 40)],
      { amount: 40, payer: "BAECKER + SOEHNE" },
      ["P1 amount medium exact: INV-3001 40"],
    ],
    [
      "of a payer of whom two are called alike, of whom one pays in that currency",
      [invoice("INV-3001", "C12", 40, "GBP"), invoice("INV-3002", "C13", 40)],
      { amount: 40, payer: "OTTER" },
      ["P1 amount medium exact: INV-3002 40"],
    ],
    [
      "but a customer number",
      [invoice("INV-3001", "K-1001", 40)],
      { amount: 40, reference: "Kd-Nr K 1001", payer: "Somebody" },
      ["P1 amount medium exact: INV-3001 40"],
    ],
    [
      "that two invoices equal, of whose numbers one is written with a mistake",
      [invoice("INV-1001", "C1", 50), invoice("INV-1002", "C1", 50)],
      { amount: 50, customer: "C1", reference: "INV-10O2" },
      ["P1 amount medium exact: INV-1002 50"],
    ],
    [
      "of a mother for a daughter: what equals it is no more than a candidate",
      [invoice("INV-3001", "C11", 40), invoice("INV-9001", "C9", 70)],
      { amount: 40, payer: "Holding AG", reference: "for Bäcker" },
      ["P1 review: INV-3001, INV-9001"],
    ],
    [
      "before there is an invoice",
      [],
      { amount: 500, reference: "Anzahlung", customer: "C1" },
      ["P1 review: "],
    ],
    [
      "of a payer whom two customers are called as",
      [invoice("INV-2001", "C2", 100), invoice("INV-3001", "C3", 80)],
      { amount: 100, payer: "Meier" },
      ["P1 review: INV-2001"],
    ],
    [
      "of a payer whom two customers are called as, of whom one owes something",
      [invoice("INV-2001", "C2", 100)],
      { amount: 100, payer: "Meier" },
      ["P1 review: INV-2001"],
    ],
    [
      "of a payer who is no customer: what equals it is no more than a candidate",
      two,
      { amount: 100, payer: "Heron International" },
      ["P1 review: INV-1001"],
    ],
    [
      "of a payer who is no customer, of an amount that nobody owes",
      two,
      { amount: 99, payer: "Heron International" },
      ["P1 review: "],
    ],
    [
      "with a day and an amount in its text that look like numbers",
      [invoice("2026", "C1", 70), invoice("10", "C1", 60)],
      { amount: 75, reference: "vom 10.01.2026 EUR 10,50", customer: "C1" },
      ["P1 review: 10, 2026"],
    ],
    [
      "that two invoices equal",
      [invoice("A-1", "C1", 50), invoice("A-2", "C1", 50)],
      { amount: 50, customer: "C1" },
      ["P1 review: A-1, A-2"],
    ],
    [
      "that two sets come to",
      [invoice("A-1", "C1", 60), invoice("A-2", "C1", 40), invoice("A-3", "C1", 40), invoice("A-4", "C1", 3)],
      { amount: 100, customer: "C1" },
      ["P1 review: A-1 + A-2, A-1 + A-3"],
    ],
    [
      "that goes back to the bank or the customer",
      two,
      { amount: -100, reference: "INV-1001 returned", customer: "C1" },
      ["P1 review: INV-1001"],
    ],
  ])("%s", (_, invoices, paid, expected) => {
    expect(proposed(invoices, [payment(paid)])).toEqual(expected);
  });
});

describe("money that goes back", () => {
  it("reopens the invoice that it names", () => {
    const paid = payment({ amount: 100, number: "INV-1001", customer: "C1" });
    const back = payment({ id: "P2", day: 9, amount: -100, number: "INV-1001", customer: "C1" });
    expect(proposed(two, [paid, back])).toEqual([
      "P1 given high exact: INV-1001 100",
      "P2 given high exact: INV-1001 -100",
    ]);
  });

  it("is looked at with what a payment of that amount paid, where it names nothing", () => {
    const paid = payment({ amount: 100, number: "INV-1001", customer: "C1" });
    const back = payment({ id: "P2", day: 9, amount: -100, reference: "AC04", payer: "Heron" });
    expect(proposed(two, [paid, back])).toEqual(["P1 given high exact: INV-1001 100", "P2 review: INV-1001"]);
  });

  it("reopens what it names though the invoice was paid on a later day", () => {
    const back = payment({ id: "P2", day: 4, amount: -100, number: "INV-1001", customer: "C1" });
    const paid = payment({ amount: 100, day: 5, number: "INV-1001", customer: "C1" });
    expect(proposed(two, [back, paid])).toEqual([
      "P2 given high exact: INV-1001 -100",
      "P1 given high exact: INV-1001 100",
    ]);
  });

  it("is no more than was paid", () => {
    const back = payment({ amount: -40, number: "INV-1001", customer: "C1" });
    expect(proposed(two, [back])).toEqual(["P1 review: INV-1001"]);
  });
});
