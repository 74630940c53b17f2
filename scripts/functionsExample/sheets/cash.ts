import type { Cell } from "../../functions/formula";
import { check, each, input, plain, spill, table, wanted } from "../block";
import { dayOf } from "../day";
import { ExampleSheet } from "../sheet";
import { fixed } from "../template";

/** What is left of the payment for a row, once credits are added and other rows are paid. */
const payable = (paid: string) => `IF(C#<0,C#,MAX(0,MIN(C#,$A$pay-SUMIF({$C-1},"<0")-${paid})))`;

const above = 'SUMIF(C$#header:C#above,">0")';
const older =
  '(SUMIFS({$C-1},{$B-1},"<"&B#,{$C-1},">0")+SUMIFS(C$#header:C#above,B$#header:B#above,B#,C$#header:C#above,">0"))';

function applied(sheet: ExampleSheet): void {
  const { first } = sheet.block({ title: "A payment", columns: [input("Amount", [1_000], "amount")] });
  const pay = (formula: string) => formula.replaceAll("$A$pay", `$A$${String(first)}`);
  const balances = [450, 300, -120, 500, 250];
  const rest = (column: string) => `$A$pay-SUM(${column}#first:${column}#above)`;
  const rowsOf = (formula: string, column: string) => [...balances.map(() => formula), rest(column)].map(pay);
  sheet.block({
    title: "What it pays of each invoice: from the top, or the oldest first",
    note: "The credit is applied in full and adds to the cash. The last row is what stays unapplied.",
    columns: [
      input("Invoice", ["INV-1001", "INV-1002", "C-0008", "INV-1003", "INV-1004", "Unapplied"]),
      input(
        "Due",
        [...["2026-09-30", "2026-08-31", "2026-09-15", "2026-08-31", "2026-07-31"].map(dayOf), null],
        "date",
      ),
      input("Balance", [...balances, null], "amount"),
      spill("APPLY_CASH", pay("APPLY_CASH($A$pay,{C-1})"), "amount"),
      plain("D", rowsOf(payable(above), "D"), "amount"),
      check("DE"),
      spill("APPLY_CASH, by due", pay("APPLY_CASH($A$pay,{C-1},{B-1})"), "amount"),
      plain("G", rowsOf(payable(older), "G"), "amount"),
      check("GH"),
    ],
  });
}

interface Payment {
  readonly title: string;
  readonly amount: number;
  readonly text: string;
  readonly tolerance?: number;
  readonly finds: readonly (readonly [invoice: string, applied: number])[];
}

const payments: readonly Payment[] = [
  {
    title: "Its text names two invoices: they are paid in the order of the list",
    amount: 700,
    text: "inv 1002, INV-1001",
    finds: [
      ["INV-1001", 450],
      ["INV-1002", 250],
    ],
  },
  {
    title: "Without a number, the one balance that equals the amount; bank charges within the tolerance",
    amount: 499.95,
    text: "Transfer",
    tolerance: 0.05,
    finds: [["INV-1003", 499.95]],
  },
  {
    title: "Or the only set of balances that adds up to it",
    amount: 380,
    text: "October",
    finds: [
      ["C-0008", -120],
      ["INV-1003", 500],
    ],
  },
  {
    title: "More than the invoice named: a rest stays",
    amount: 320,
    text: "Invoice 1004 INV-1004",
    finds: [
      ["INV-1004", 250],
      ["Unapplied", 70],
    ],
  },
];

function matched(sheet: ExampleSheet): void {
  const list = sheet.block({
    title: "Open invoices",
    note: "Excel has no formula for what follows: beside each answer stands what one expects.",
    columns: [
      input("Invoice", ["INV-1001", "INV-1002", "C-0008", "INV-1003", "INV-1004", "INV-1005"]),
      input("Balance", [450, 300, -120, 500, 250, 75], "amount"),
    ],
  });
  const invoices = `${fixed(list, "A")},${fixed(list, "B")}`;
  for (const { title, amount, text, tolerance = null, finds } of payments)
    sheet.block({
      title,
      columns: [
        input("Text", [text]),
        input("Amount", [amount], "amount"),
        input("Tolerance", [tolerance], "amount"),
        table(`MATCH_PAYMENT(B#first,A#first,${invoices},C#first)`, undefined, "amount"),
        wanted(
          finds.map(([invoice]) => invoice),
          undefined,
          "Expected invoice",
        ),
        wanted(
          finds.map(([, applied]) => applied),
          "amount",
          "Expected",
        ),
        check("DF", "EG"),
      ],
      rows: finds.length,
    });
  sheet.block({
    title: "Nothing is guessed: 750.00 is 450 + 300, and it is 500 + 250",
    columns: [
      input("Text", ["Thank you"]),
      input("Amount", [750], "amount"),
      each("MATCH_PAYMENT", `MATCH_PAYMENT(B#,A#,${invoices})`),
      wanted(["#N/A"]),
      check("CD"),
    ],
  });
}

function cardNumbers(sheet: ExampleSheet): void {
  const texts: readonly [text: string, holds: Cell][] = [
    ["paid with 4111 1111 1111 1111", true],
    ["paid with 4111 1111 1111 1112", false],
    ["IBAN DE02 1203 0000 0000 2020 51", false],
    ["Order 2026-10-31", false],
  ];
  sheet.block({
    title: "Card numbers in a column of texts",
    columns: [
      input(
        "Text",
        texts.map(([text]) => text),
      ),
      spill("CARD_SCAN", "CARD_SCAN({A})", "flag"),
      wanted(
        texts.map(([, holds]) => holds),
        "flag",
      ),
      check("BC"),
    ],
  });
}

export function cashSheet(): ExampleSheet {
  const sheet = new ExampleSheet(
    "Cash",
    "A payment applied to open invoices, the invoices that a payment is for, and card numbers in texts.",
    [36, 16, 18, 16, 16, 20, 20, 16, 10],
  );
  applied(sheet);
  matched(sheet);
  cardNumbers(sheet);
  return sheet.finish();
}
