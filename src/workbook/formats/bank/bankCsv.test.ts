import { formatDay, parseBankColumns, type BankTableOptions } from "../../../core/api";
import { bankCsv } from "./bankCsv";

function readCsv(text: string, options: BankTableOptions & { readonly say?: string } = {}) {
  const columns = options.say === undefined ? undefined : parseBankColumns(options.say);
  if (columns && "wrong" in columns) throw new Error(columns.wrong);
  return bankCsv.read(Buffer.from(text), "bank.csv", { ...options, ...(columns ? { columns } : {}) });
}

function statementOf(text: string, options: Parameters<typeof readCsv>[1] = {}) {
  const reading = readCsv(text, options);
  if (!reading.ok) throw new Error(reading.failure.message);
  return reading.file.statements[0]!;
}

const rowsOf = (text: string, options: Parameters<typeof readCsv>[1] = {}) =>
  statementOf(text, options).entries.map(({ day, amount }) => `${formatDay(day)} ${amount.toFixed()}`);

test.each([
  ["commas", "Date,Amount\n2026-10-05,1234.50\n2026-10-06,-1\n"],
  ["semicolons and decimal commas", "Buchungstag;Betrag\n05.10.2026;1.234,50\n06.10.2026;-1,00\n"],
  ["tabs", "Date\tAmount\n2026-10-05\t1,234.50\n2026-10-06\t-1.00\n"],
  ["bars", "Date|Amount\n2026-10-05|1234.50\n2026-10-06|-1.00\n"],
  ["debit and credit", "Date,Debit,Credit\n2026-10-05,,1234.50\n2026-10-06,1.00,\n"],
  [
    "debits with a minus, and zeros",
    "Date,Paid out,Paid in\n2026-10-05,0.00,1234.50\n2026-10-06,-1.00,0.00\n",
  ],
  ["a column of directions", "Datum;Af Bij;Bedrag (EUR)\n20261005;Bij;1234,50\n20261006;Af;1,00\n"],
  ["a column of marks", "Date,Amount,DR/CR\n2026-10-05,1234.50,CR\n2026-10-06,1.00,DR\n"],
  ["lines above the header", "My bank\n\nAccount,123\n\nDate,Amount\n2026-10-05,1234.50\n2026-10-06,-1.00\n"],
  ["the value date alone", "Valuta;Betrag\n05.10.2026;1234,50\n06.10.2026;-1\n"],
  ["the value date where there is no other", "Date,Value date,Amount\n2026-10-05,,1234.50\n,2026-10-06,-1\n"],
  ["currencies beside the amounts", 'Date,Amount\n2026-10-05,"€1,234.50"\n2026-10-06,-€1.00\n'],
  ["amounts in brackets", "Date,Amount\n2026-10-05,1234.50\n2026-10-06,(1.00)\n"],
  ["months by name", "Date,Amount\n5 Oct 2026,1234.50\n6 Oct 2026,-1.00\n"],
])("%s", (_, text) => {
  expect(rowsOf(text)).toEqual(["2026-10-05 1234.5", "2026-10-06 -1"]);
});

describe("columns that a person names", () => {
  const expected = ["2026-10-05 10", "2026-10-06 -1"];

  test("by position, without a header", () => {
    const text = "05.10.2026;x;INV-1;10,00\n06.10.2026;y;INV-2;-1,00\n";
    expect(rowsOf(text, { say: "date=1,amount=4,text=3" })).toEqual(expected);
    const [first] = statementOf(text, { say: "date=1,amount=4,text=3" }).entries;
    expect(first?.transactions[0].unstructured).toEqual(["INV-1"]);
  });

  test("by position, below a header that nobody understands", () => {
    expect(rowsOf("päivä;summa\n05.10.2026;10,00\n06.10.2026;-1,00\n", { say: "date=1,amount=2" })).toEqual(
      expected,
    );
  });

  test("by title, before what the titles say by themselves", () => {
    const text = "Date,Booked,Amount,Net\n2026-01-01,2026-10-05,99,10\n2026-01-01,2026-10-06,99,-1\n";
    expect(rowsOf(text, { say: "date=Booked,amount=net" })).toEqual(expected);
  });

  test.each([
    ["date=9,amount=1", "it has no column 9 (--columns date=9)"],
    ["date=0,amount=1", "it has no column 0 (--columns date=0)"],
    ["date=Nowhere", "it has no column headed “Nowhere” (--columns date=Nowhere)"],
  ])("%s is refused", (say, reason) => {
    expect(readCsv("Date,Amount\n2026-10-05,1\n", { say })).toMatchObject({
      ok: false,
      failure: { message: `It is no bank file: ${reason}.` },
    });
  });

  test.each(["", "date", "date=", "=1", "colour=1", "date=1,date=2"])("“%s” names nothing", (say) => {
    expect(parseBankColumns(say)).toHaveProperty("wrong");
  });
});

describe("dates that can be read in two ways", () => {
  const unclear = "Date,Amount\n03/04/2026,1\n05/06/2026,2\n";

  test("are settled by one that cannot", () => {
    expect(rowsOf(`${unclear}25/06/2026,3\n`)).toEqual(["2026-04-03 1", "2026-06-05 2", "2026-06-25 3"]);
  });

  test("are settled by what a person says", () => {
    expect(rowsOf(unclear, { dates: "mdy" })).toEqual(["2026-03-04 1", "2026-05-06 2"]);
    expect(rowsOf(unclear, { dates: "dmy" })).toEqual(["2026-04-03 1", "2026-06-05 2"]);
  });

  test("the column goes before what a person says", () => {
    expect(rowsOf(`${unclear}25/06/2026,3\n`, { dates: "mdy" })[0]).toBe("2026-04-03 1");
  });

  test("are faults otherwise", () => {
    expect(statementOf(unclear).faults).toEqual([
      {
        line: 2,
        value: "03/04/2026",
        reason: "Date can mean two days; say which comes first with --dates dmy, mdy or ymd",
      },
      {
        line: 3,
        value: "05/06/2026",
        reason: "Date can mean two days; say which comes first with --dates dmy, mdy or ymd",
      },
    ]);
  });
});

test("rows that are no movement are none", () => {
  const { entries, faults } = statementOf(
    "Date,Text,Amount,Balance\n2026-09-30,Brought forward,,100.00\n\n2026-10-05,INV-1,1.00,101.00\n,Total,1.00,\nprinted on,,,\n",
  );
  expect([entries.length, faults]).toEqual([1, []]);
});

test.each([
  ["2026-10-05,", "it has no amount", ""],
  ["2026-10-05,much", "Amount cannot be read", "much"],
  [",5", "it has no date", ""],
  ["someday,5", "Date cannot be read", "someday"],
])("%s is told with its line, the others are read", (row, reason, value) => {
  const { entries, faults } = statementOf(`Date,Amount\n${row}\n2026-10-06,1\n`);
  expect([entries.length, faults]).toEqual([1, [{ line: 2, reason, value }]]);
});

test("a row with money in and out, or with a direction that is none, is a fault", () => {
  expect(statementOf("Date,Debit,Credit\n2026-10-05,1,2\n").faults).toEqual([
    { line: 2, reason: "Debit and Credit are both filled", value: "1 and 2" },
  ]);
  expect(statementOf("Date,Amount,DR/CR\n2026-10-05,1,?\n").faults).toMatchObject([{ value: "?" }]);
});

test("an amount that can mean two is settled by the others, or a fault", () => {
  expect(rowsOf("Date;Amount\n2026-10-05;1.234\n2026-10-06;0,50\n")[0]).toBe("2026-10-05 1234");
  expect(statementOf("Date;Amount\n2026-10-05;1.234\n").faults).toMatchObject([{ value: "1.234" }]);
});

test("what is pending is told, and not read", () => {
  const { entries, pending } = statementOf("Date,Amount,Status\n2026-10-05,1,PENDING\n2026-10-06,2,Booked\n");
  expect([entries.length, pending]).toEqual([1, [2]]);
});

test("accounts are statements of their own; one above the table is that of all rows", () => {
  const reading = readCsv("Account,Date,Amount\nA,2026-10-05,1\nB,2026-10-05,2\nA,2026-10-06,3\n");
  if (!reading.ok) throw new Error(reading.failure.message);
  expect(reading.file.statements.map(({ account, entries }) => [account, entries.length])).toEqual([
    ["A", 2],
    ["B", 1],
  ]);
  expect(statementOf("IBAN,DE02 1203 0000 0000 2020 51\nDate,Amount\n2026-10-05,1\n").account).toBe(
    "DE02120300000000202051",
  );
});

test("every column of text is one", () => {
  const [entry] = statementOf(
    "Date,Amount,Description,Memo,Reference,Transaction ID,Payer,Ccy\n2026-10-05,1,one,two,three,id-7,ACME,usd\n",
  ).entries;
  expect(entry).toMatchObject({
    bankId: "id-7",
    currency: "USD",
    transactions: [{ payer: "ACME", unstructured: ["one", "three", "two"] }],
  });
});

test.each([
  ["no dates", "Name,Amount\nx,1\n", "it has no column of dates"],
  ["no amounts", "Date,Name\n2026-10-05,x\n", "it has no column Amount, and none of Debit and Credit"],
  ["no rows", "Date,Amount\n", "it has no row with a date and an amount"],
])("a file with %s is no bank file", (_, text, reason) => {
  const reading = readCsv(text);
  expect(reading.ok ? "" : reading.failure.message).toContain(reason);
});

describe("what a CSV has no mark for", () => {
  test.each<readonly [string, boolean]>([
    ["Buchungstext;RUECKLASTSCHRIFT", true],
    ["Buchungstext;SEPA-Lastschr. Retoure", true],
    ["Verwendungszweck;Rückbuchung INV-1", true],
    ["Verwendungszweck;RETURN MS03 INV-1", true],
    ["Verwendungszweck;Miete, keine Retoure", false],
    ["Verwendungszweck;Returns Ltd", false],
    ["Buchungstext;ÜBERWEISUNG", false],
  ])("money in that was taken back, by %s: %s", (column, isReversal) => {
    const [title, cell] = column.split(";");
    const [entry] = statementOf(`Datum;Betrag;${title!}\n05.10.2026;-10,00;${cell!}\n`).entries;
    expect(entry?.isReversal).toBe(isReversal);
  });

  test("an IBAN that differs is the payers', one that does not is nobody's", () => {
    const accounts = (...ibans: readonly string[]) =>
      statementOf(
        `Datum;Betrag;IBAN\n${ibans.map((iban) => `05.10.2026;1,00;${iban}\n`).join("")}`,
      ).entries.map(({ transactions }) => transactions[0].payerAccount);
    expect(accounts("DE01", "DE02")).toEqual(["DE01", "DE02"]);
    expect(accounts("DE01", "DE01")).toEqual([undefined, undefined]);
  });
});
