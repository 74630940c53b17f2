import {
  billPeriod,
  findImport,
  parsePeriod,
  planImport,
  type Imported,
  type Snapshot,
} from "../../src/core/api";
import { viewCell } from "../../src/core/schema/viewCell";
import { withRows as afterPlan } from "../../src/core/run/withRows";
import { decodeText } from "../../src/workbook/formats/csv/decodeText";
import { readCsv } from "../../src/workbook/formats/csv/readCsv";
import { bytesOf, caseTables, runExport, sha256, snapshotOf, WHEN } from "./caseBook";

const book = snapshotOf(caseTables);

function importFile(id: string, snapshot: Snapshot, bytes: Uint8Array, name: string): Imported {
  const read = readCsv(bytes, name);
  const grid = read.ok ? read.grid : undefined;
  const file = { name, text: decodeText(bytes), grid, table: undefined };
  const result = findImport(id)!.read({ snapshot, file });
  if (!result.ok) throw new Error(result.reason);
  return result.imported;
}

function importText(id: string, snapshot: Snapshot, text: string, name = "deals.csv"): Imported {
  return importFile(id, snapshot, new TextEncoder().encode(text), name);
}

const after = (snapshot: Snapshot, { plan }: Imported) => afterPlan(snapshot, plan);
const codes = ({ issues }: Imported) => issues.map(({ code, value }) => `${code} ${value}`);

const DEALS = [
  "Record ID,Deal Name,Deal Stage,Amount,Close Date,Contract Start Date,Term (months),Company Name,Currency",
  "9001,Platform 2027,Closed Won,1200.00,2026-11-20,2027-01-01,12,Fjord Analytics AS,EUR",
  "9002,Pilot,Appointment scheduled,500,2026-11-21,,,Fjord Analytics AS,EUR",
  "9003,Extras,Closed Won,250k,2026-11-22,2027-01-01,12,Fjord Analytics AS,EUR",
  "9004,Seats,Closed Won,€1.2M,2026-11-22,2027-01-01,12,Fjord Analytics AS,EUR",
  "9005,Support,Closed Won,€1,000.50,2026-11-23,2027-02-01,,Duinzicht Logistiek BV,EUR",
].join("\n");

describe("deals", () => {
  const text = DEALS.replace("€1,000.50", '"€1,000.50"');
  const imported = importText("hubspot-deals", book, text);
  const next = after(book, imported);

  it("that are won become draft contracts with a price, and their customer where it is missing", () => {
    expect(imported.added).toEqual([
      { table: "Customers", rows: 1 },
      { table: "Contracts", rows: 2 },
      { table: "Prices", rows: 2 },
    ]);
    expect(imported.rows).toBe(5);
    expect(imported.leftOut).toEqual([
      { reason: "deals that are not won or not active", rows: 1 },
      { reason: "rows with a cell that cannot be read", rows: 2 },
    ]);
    const prices = next.grids.find(({ sheet }) => sheet === "Prices")!;
    expect([prices.rowCount, ...prices.columns[4]!.values.slice(-2)]).toEqual([7, 100, 100]);
    const contracts = next.grids.find(({ sheet }) => sheet === "Contracts")!;
    expect(contracts.columns.some(({ texts }) => [...texts].includes("Draft"))).toBe(true);
    const ids = [...contracts.columns[1]!.texts];
    expect([ids.includes("C-003"), ids.includes("Fjord Analytics AS")]).toEqual([true, true]);
  });

  it("hold no invoice, whatever their prices lack: drafts are not billed", () => {
    const billed = billPeriod(next, { period: parsePeriod("2027-02"), asOf: undefined, giveNumbers: false });
    if (!billed.ok) throw new Error("there is a period");
    const { held, issues } = billed.run;
    expect(issues.map(({ code, holds }) => [code, ...holds])).toContainEqual(["PRICE_INCOMPLETE", "9005"]);
    expect(held.map(({ contractId }) => contractId)).toEqual([]);
  });

  it("say what is wrong with them by the line of the file", () => {
    expect(codes(imported)).toEqual(
      expect.arrayContaining([
        "NOT_A_NUMBER 250k",
        "NOT_A_NUMBER €1.2M",
        "DRAFT_CONTRACT 9001",
        "TERM_MISSING 9005",
      ]),
    );
    const { at } = imported.issues.find(({ value }) => value === "250k")!;
    expect([at.sheet, at.line]).toEqual(["deals.csv", 4]);
    expect(imported.findings.map(({ code, contractId }) => [code, contractId])).toEqual([
      ["DEAL_WITHOUT_CONTRACT", "9001"],
      ["DEAL_WITHOUT_CONTRACT", "9005"],
    ]);
  });

  it("are written with a sheet of what they say otherwise", () => {
    const options = { when: WHEN, who: "", engineVersion: "1", sha256 };
    const plan = planImport(findImport("hubspot-deals")!, "deals.csv", imported, book, options);
    const found = plan?.sheets.find(({ name }) => name === "Import findings");
    expect(found?.rows.map(([, code]) => code?.value)).toEqual([
      "Code",
      ...Array<string>(2).fill("DEAL_WITHOUT_CONTRACT"),
    ]);
  });

  it("add nothing when they come again, and say where contract and deal differ", () => {
    const again = importText("hubspot-deals", next, text);
    expect([again.added, again.findings]).toEqual([[], []]);
    expect(
      planImport(findImport("hubspot-deals")!, "deals.csv", again, next, {
        when: WHEN,
        who: "",
        engineVersion: "1",
        sha256,
      }),
    ).toBeUndefined();
    const other = text.replace("1200.00", "1320").replace("2027-01-01,12", "2027-01-15,24");
    const changed = importText("hubspot-deals", next, other);
    expect(changed.findings.map(({ code, cause }) => `${code} ${cause.split(" ")[0]!}`)).toEqual([
      "QUOTE_MISMATCH value",
      "QUOTE_MISMATCH start",
      "QUOTE_MISMATCH the",
    ]);
  });
});

it("bills what a deal with a discount comes to, and finds it so when it comes again", () => {
  const text =
    "Record ID,Deal Name,Deal Stage,Amount,Contract Start Date,Term (months),Company Name,Currency,Discount\n" +
    "9010,Platform,Closed Won,12000,2027-01-01,12,Fjord Analytics AS,EUR,10%\n";
  const next = after(book, importText("hubspot-deals", book, text));
  const contracts = next.grids.find(({ sheet }) => sheet === "Contracts")!;
  const active = {
    sheets: [],
    removedSheets: [],
    appended: [],
    edits: contracts.columns
      .map((_, column) => ({ sheet: "Contracts", row: contracts.rowCount - 1, column }))
      .filter(({ row, column }) => viewCell(contracts, row, column).text === "Draft")
      .map((at) => ({ at, value: "Active" })),
  };
  const billed = billPeriod(afterPlan(next, active), {
    period: parsePeriod("2027-01"),
    asOf: undefined,
    giveNumbers: false,
  });
  if (!billed.ok) throw new Error(billed.reason);
  const own = billed.run.invoices.find(({ contractId }) => contractId === "9010");
  expect(own?.subtotal.toFixed(2)).toBe("1000.00");
  expect(importText("hubspot-deals", next, text).findings).toEqual([]);
});

it("takes subscriptions and customers by the headers of their systems", () => {
  const stripe = importText(
    "stripe-subscriptions",
    book,
    "id,Customer ID,Customer Email,Plan,Quantity,Currency,Interval,Amount,Status,Start Date (UTC)\n" +
      "sub_1,cus_1,a@b.example,Team,3,eur,year,400.00,active,2026-05-01\nsub_2,cus_2,,Team,1,eur,month,9,canceled,2026-05-01\n",
  );
  expect(stripe.added.map(({ table, rows }) => `${table} ${String(rows)}`)).toEqual([
    "Customers 1",
    "Contracts 1",
    "Prices 1",
  ]);
  const prices = stripe.plan.appended.find(({ sheet }) => sheet === "Prices")!;
  expect(prices.rows.slice(0, 1)[0]!.map((cell) => cell?.value.toString())).toContain("100");
  const contacts =
    "*ContactName,AccountNumber,EmailAddress,POCity\nNova Oy,N-1,x@nova.example,Oulu\nDuinzicht Logistiek BV,,,\n";
  expect(importText("xero-contacts", book, contacts, "Contacts.csv").added).toEqual([
    { table: "Customers", rows: 1 },
  ]);
  expect(importText("quickbooks-customers", book, "Customer,Email\nNova Oy,x@nova.example\n").added).toEqual([
    { table: "Customers", rows: 1 },
  ]);
});

it.each([
  [
    "salesforce-opportunities",
    "Opportunity ID,Opportunity Name,Account Name,Stage,Amount,Close Date,Contract Start Date,Contract Term\n" +
      "006A,Pro,Nova Oy,Closed Won,2400,2026-10-01,2026-11-01,24\n006B,Pro,Nova Oy,Closed Lost,9,2026-10-01,2026-11-01,24\n",
    "100",
  ],
  [
    "chargebee-subscriptions",
    "Subscription Id,Customer Id,Customer Company,Plan Id,Plan Quantity,Plan Amount,Billing Period Unit,Currency Code,Status,Started At\n" +
      "S1,c1,Nova Oy,pro,2,1200,year,EUR,active,2026-10-01\nS2,c1,Nova Oy,pro,1,5,year,EUR,cancelled,2026-10-01\n",
    "200",
  ],
])("takes what runs of %s as the flat fee of a month", (id, text, fee) => {
  const { added, plan } = importText(id, book, text);
  expect(added.map(({ table, rows }) => [table, rows])).toEqual([
    ["Customers", 1],
    ["Contracts", 1],
    ["Prices", 1],
  ]);
  const prices = plan.appended.find(({ sheet }) => sheet === "Prices")!;
  expect(prices.rows.slice(0, 1)[0]!.map((cell) => cell?.value.toString())).toContain(fee);
});

describe("whole tables", () => {
  const odd = snapshotOf({
    ...caseTables,
    Customers: [
      ...caseTables.Customers!,
      { "Customer ID": "0042", "Customer name": "'=1+1", "Our remark": "2026-01-31", City: '"Ö", ​\nzwei' },
      { "Customer ID": "43", "Customer name": "@x", "Our remark": "-5", "Postal code": "00501" },
    ],
  });
  const empty: Snapshot = { ...odd, grids: [] };
  const cellsOf = (snapshot: Snapshot) =>
    runExport("json", snapshot).files.map(({ content }) => (content.kind === "text" ? content.text : ""));

  it("come back from csv as they were, every field and type", () => {
    let back = empty;
    const { files } = runExport("csv", odd);
    for (const { path, content } of files) {
      const name = path.split("/")[1]!;
      const text = content.kind === "text" ? content.text : "";
      back = after(back, importText("csv", back, text, name));
    }
    expect(cellsOf(back)).toEqual(cellsOf(odd));
    const kinds = (snapshot: Snapshot, sheet: string) =>
      snapshot.grids
        .find((grid) => grid.sheet === sheet)!
        .columns.map((column) => [...column.kinds].join(""));
    for (const { sheet } of odd.grids)
      if (sheet !== "Tax codes" && sheet !== "Invoice lines")
        expect(kinds(back, sheet)).toEqual(kinds(odd, sheet));
    const [again] = files.filter(({ path }) => path.endsWith("Customers.csv"));
    const same = importText(
      "csv",
      back,
      again!.content.kind === "text" ? again!.content.text : "",
      "Customers.csv",
    );
    expect(same.added).toEqual([]);
  });

  it("come back from json as they were", () => {
    const [json] = [...bytesOf(runExport("json", odd)).values()];
    const imported = importText("json", empty, json!.toString(), "all.json");
    expect(cellsOf(after(empty, imported))).toEqual(cellsOf(odd));
    expect(importText("json", odd, json!.toString(), "all.json").added).toEqual([]);
  });

  it.each([
    ["csv", "Units.csv", 'Meter,Unit\n"api",calls\n'],
    ["csv", "Units.csv", '"Meter",Unit\n"api",calls\n'],
    ["json", "all.json", '{ "tables": { "Units": [{ "Meter": "api", "Unit": "calls" }] } }'],
  ])("come back from %s with a byte order mark: %s, %j", (id, name, text) => {
    const plain = importText(id, empty, text, name);
    expect(plain.added).toEqual([{ table: "Units", rows: 1 }]);
    const marked = `\ufeff${text}`;
    for (const bytes of [Buffer.from(marked), Buffer.from(marked, "utf16le")])
      expect(importFile(id, empty, bytes, name).plan).toEqual(plain.plan);
  });

  it("are narrowed by a filter in both tables of documents", () => {
    const holds = ({ invoiceNumber }: { readonly invoiceNumber: string }) =>
      invoiceNumber === "INV-2026-0001";
    const rows = new Map(
      runExport("csv", book, { holds }).files.map((file) => [file.path.split("/")[1], file.rows]),
    );
    expect([rows.get("Invoices.csv"), rows.get("Invoice lines.csv"), rows.get("Customers.csv")]).toEqual([
      1, 4, 4,
    ]);
  });
});
