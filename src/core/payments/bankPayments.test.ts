import { collectIssues } from "../issues/collectIssues";
import { dayOf } from "../calendar/day";
import { Decimal } from "../money/decimal";
import { paymentsOfBank } from "./bankPayments";
import type { BankBalance, BankEntry, BankStatement, BankTransaction } from "./bankStatement";

const day = dayOf(2026, 10, 5);
const balance = (amount: string, currency = "EUR"): BankBalance => ({
  amount: new Decimal(amount),
  currency,
  day,
});

const transaction = (fields: Partial<BankTransaction> = {}): BankTransaction => ({
  amount: undefined,
  bankId: undefined,
  endToEndIds: [],
  structured: [],
  unstructured: [],
  notes: [],
  isReturn: false,
  payer: undefined,
  payerAccount: undefined,
  ...fields,
});

const entry = (amount: string, fields: Partial<BankEntry> = {}): BankEntry => ({
  line: 7,
  day,
  valueDay: undefined,
  amount: new Decimal(amount),
  currency: "EUR",
  bankId: undefined,
  isReversal: false,
  method: undefined,
  transactions: [transaction()],
  ...fields,
});

function read(entries: readonly BankEntry[], fields: Partial<BankStatement> = {}) {
  const statement: BankStatement = {
    line: 1,
    id: "1",
    account: "ACC",
    currency: "EUR",
    opening: undefined,
    closing: undefined,
    entries,
    faults: [],
    pending: [],
    ...fields,
  };
  const { report, list } = collectIssues();
  const file = { name: "file", format: "test", statements: [statement] };
  const { payments, statements } = paymentsOfBank(
    file,
    { currency: "USD", hash: (text) => `${text.length.toString(16).padStart(4, "0")}0123456789abcdef` },
    report,
  );
  return { payments, summary: statements[0]!, issues: list() };
}

const amountsOf = (entries: readonly BankEntry[]) =>
  read(entries).payments.map(({ amount }) => amount.toFixed());

test("money in and what of it is taken back are payments; other money out and nothing are counted", () => {
  const entries = [entry("10"), entry("-3"), entry("-4", { isReversal: true }), entry("0")];
  const { payments, summary } = read(entries);
  expect(payments.map(({ amount }) => amount.toFixed())).toEqual(["10", "-4"]);
  expect(summary).toMatchObject({ entries: 4, credits: 1, debits: 2 });
  expect([summary.creditAmount.toFixed(), summary.debitAmount.toFixed()]).toEqual(["10", "7"]);
});

describe("a batch", () => {
  const part = (amount: string | undefined, text = "") =>
    transaction({
      amount: amount === undefined ? undefined : new Decimal(amount),
      unstructured: [text],
      payer: text,
    });

  test.each([
    ["adds up", ["1", "2"], ["1", "2"]],
    ["does not add up", ["1", "1"], ["3"]],
    ["does not say all amounts", ["3", undefined], ["3"]],
    ["has one of the other sign", ["4", "-1"], ["3"]],
    ["is one transaction", ["2"], ["3"]],
  ])("that %s", (_, amounts, rows) => {
    const [first, ...others] = amounts.map((amount) => part(amount));
    expect(amountsOf([entry("3", { transactions: [first!, ...others] })])).toEqual(rows);
  });

  test("that is one row has the texts of all and the payer of none", () => {
    const { payments } = read([entry("3", { transactions: [part("1", "A"), part("1", "B")] })]);
    expect(payments).toMatchObject([{ reference: "A; B", payer: "" }]);
  });

  test("that was taken back is negative row by row", () => {
    expect(amountsOf([entry("-3", { isReversal: true, transactions: [part("-1"), part("-2")] })])).toEqual([
      "-1",
      "-2",
    ]);
  });

  test("shares the bank's id, so that text and number tell its rows apart", () => {
    const [one, two, three] = read([
      entry("6", {
        bankId: "B-1",
        transactions: [part("2", "x"), part("2", "x"), { ...part("2"), bankId: "T-3" }],
      }),
    ]).payments.map(({ bankEntry }) => bankEntry);
    expect([one, two, three]).toEqual([
      "ACC|B-1|2026-10-05|2|x x|1",
      "ACC|B-1|2026-10-05|2|x x|2",
      "ACC|T-3|2026-10-05|2",
    ]);
  });
});

test("of money out only what was returned is a payment, part by part where a batch adds up", () => {
  const part = (amount: string, isReturn: boolean) => transaction({ amount: new Decimal(amount), isReturn });
  const { payments, summary } = read([
    entry("-5", { transactions: [part("-3", true), part("-2", false)] }),
    entry("-7", { transactions: [part("-7", true)] }),
    // It does not add up, so nobody knows how much of it was returned.
    entry("-9", { transactions: [part("-3", true), part("-2", false)] }),
  ]);
  expect(payments.map(({ amount }) => amount.toFixed())).toEqual(["-3", "-7"]);
  expect(summary.notPayments).toBe(1);
});

test("what the bank says of an amount stands behind the texts, and tells no entry from another", () => {
  const said = (notes: readonly string[]) =>
    read([entry("5", { transactions: [transaction({ unstructured: ["INV-1"], notes })] })]).payments[0]!;
  expect(said(["charges EUR 0.20"]).reference).toBe("INV-1; charges EUR 0.20");
  expect(said(["charges EUR 0.20"]).bankEntry).toBe(said([]).bankEntry);
});

describe("the key of an entry", () => {
  const keysOf = (entries: readonly BankEntry[]) => read(entries).payments.map(({ bankEntry }) => bankEntry);
  const saying = (text: string) => ({ transactions: [transaction({ unstructured: [text] })] as const });

  test("is that of the bank, whatever the text and the zeros", () => {
    const [one] = keysOf([entry("8.850", { bankId: "B-1", ...saying("x") })]);
    expect(one).toBe("ACC|B-1|2026-10-05|8.85");
    expect(keysOf([entry("8.85", { bankId: "B-1", ...saying("y") })])).toEqual([one]);
  });

  test("is without an id the text and a number among equals", () => {
    expect(keysOf([entry("1", saying("a|b")), entry("1", saying("c")), entry("1", saying("a|b"))])).toEqual([
      "ACC||2026-10-05|1|a/b|1",
      "ACC||2026-10-05|1|c|1",
      "ACC||2026-10-05|1|a/b|2",
    ]);
  });

  test("gives the payment its id", () => {
    expect(read([entry("1", { bankId: "B" })]).payments[0]?.paymentId).toBe("BANK-001201234567");
  });
});

test("a payment says all that the bank said of it", () => {
  const said = transaction({
    unstructured: ["INV-1", "E2E"],
    structured: ["RF18"],
    endToEndIds: ["E2E"],
    payer: "ACME",
    payerAccount: "NL91",
  });
  expect(read([entry("5", { method: "NTRF", transactions: [said] })]).payments).toMatchObject([
    {
      date: day,
      currency: "EUR",
      reference: "INV-1; E2E; RF18",
      method: "NTRF",
      payer: "ACME",
      payerAccount: "NL91",
    },
  ]);
});

describe("balances", () => {
  const gap = (
    opening: BankBalance | undefined,
    closing: BankBalance | undefined,
    fields: Partial<BankStatement> = {},
  ) => {
    const { summary, issues } = read([entry("8.85")], { opening, closing, ...fields });
    return [summary.gap?.toFixed(), issues.map(({ code }) => code)];
  };

  test.each([
    ["that add up", balance("18.15"), balance("27.00"), ["0", []]],
    ["that do not", balance("18.15"), balance("27.05"), ["-0.05", ["BANK_BALANCE"]]],
    ["of which one misses", undefined, balance("27.05"), [undefined, []]],
    ["in two currencies", balance("18.15"), balance("27.05", "SEK"), [undefined, []]],
    [
      "in another currency than the entries",
      balance("18.15", "SEK"),
      balance("27.05", "SEK"),
      [undefined, []],
    ],
  ])("%s", (_, opening, closing, expected) => {
    expect(gap(opening, closing)).toEqual(expected);
  });

  test("are told beside an entry that cannot be read, and say that it is not counted", () => {
    const faults = [{ line: 3, reason: "its amount cannot be read", value: "x" }];
    expect(gap(balance("1"), balance("27"), { faults })).toEqual(["-17.15", ["BANK_ENTRY", "BANK_BALANCE"]]);
    const { issues } = read([entry("8.85")], { opening: balance("1"), closing: balance("27"), faults });
    expect(issues[1]?.message).toBe(
      "the statement of ACC does not add up: opening 1 and entries of 8.85 are not closing 27; " +
        "the gap is −17.15; 1 entry could not be read and is not counted",
    );
  });

  test("that add up in spite of an entry that cannot be read are told by the entry alone", () => {
    const faults = [{ line: 3, reason: "its amount cannot be read", value: "x" }];
    expect(gap(balance("18.15"), balance("27"), { faults })).toEqual(["0", ["BANK_ENTRY"]]);
  });

  test("say what is missing, where the statement begins", () => {
    const { issues } = read([entry("8.85")], {
      opening: balance("18.15"),
      closing: balance("27.05"),
      line: 4,
    });
    expect(issues).toMatchObject([
      {
        severity: "warning",
        value: "−0.05",
        at: { sheet: "file", line: 4 },
        message:
          "the statement of ACC does not add up: opening 18.15 and entries of 8.85 are not closing 27.05; the gap is −0.05",
      },
    ]);
  });
});

test.each([
  ["more decimals than the currency", entry("1.005"), "EUR has 2 decimals and its amount more"],
  [
    "decimals of a currency without",
    entry("1.5", { currency: "JPY" }),
    "JPY has 0 decimals and its amount more",
  ],
  [
    "decimals where Settings name the currency",
    entry("1.005", { currency: "" }),
    "USD has 2 decimals and its amount more",
  ],
  ["a currency that is none", entry("1", { currency: "EURO" }), "its currency is no ISO 4217 code"],
  ["too many digits", entry("12345678901234.56"), "its amount has more than 15 digits"],
])("an entry with %s is told, and no payment", (_, wrong, reason) => {
  const { payments, summary, issues } = read([wrong, entry("2")]);
  expect([payments.length, summary.entries]).toEqual([1, 1]);
  expect(issues).toMatchObject([{ code: "BANK_ENTRY", severity: "error", at: { sheet: "file", line: 7 } }]);
  expect(issues[0]?.message).toContain(reason);
});

test("entries that wait are told once", () => {
  expect(read([], { pending: [5, 9] }).issues).toMatchObject([
    { code: "BANK_PENDING", severity: "info", value: "2", at: { line: 5 } },
  ]);
});
