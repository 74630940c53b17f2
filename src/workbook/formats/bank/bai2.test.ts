import { formatDay } from "../../../core/api";
import { bai2File } from "../../../../test/support/bankFiles";
import { bai2 } from "./bai2";

function statementsOf(text: string) {
  const reading = bai2.read(Buffer.from(text), "file", {});
  if (!reading.ok) throw new Error(reading.failure.message);
  return reading.file.statements;
}

const withRecords = (currency: string, ...records: readonly string[]) =>
  statementsOf(
    [
      "01,A,B,261031,1,1,,,2/",
      `02,A,B,1,261005,,${currency},2/`,
      "03,4711,,/",
      ...records,
      "49,0,1/",
      "98,0,1,1/",
      "99,0,1,1/",
    ].join("\n"),
  )[0]!;

test.each([
  ["EUR", "16,165,12345,Z,,,x", "123.45"],
  ["JPY", "16,165,12345,Z,,,x", "12345"],
  ["BHD", "16,165,12345,Z,,,x", "12.345"],
  ["", "16,165,12345,,,,x", "123.45"],
  ["USD", "16,399,1,Z/", "0.01"],
  ["USD", "16,400,1,Z/", "-0.01"],
  ["USD", "16,699,1,Z/", "-0.01"],
])("in %s %s is %s", (currency, record, amount) => {
  const { entries } = withRecords(currency, record);
  expect(entries.map((entry) => entry.amount.toFixed())).toEqual([amount]);
});

test.each([
  ["no funds", "16,165,100,,BR,CR,INV-1, INV-2"],
  ["immediate funds", "16,165,100,0,BR,CR,INV-1, INV-2"],
  ["funds over days", "16,165,100,S,100,0,0,BR,CR,INV-1, INV-2"],
  ["funds of a day", "16,165,100,V,261006,1200,BR,CR,INV-1, INV-2"],
  ["distributed funds", "16,165,100,D,2,0,50,1,50,BR,CR,INV-1, INV-2"],
  ["a continued record", "16,165,100,D,2,0,50/\n88,1,50,BR,CR/\n88,INV-1, INV-2"],
])("text and references stand behind %s", (_, record) => {
  const [entry] = withRecords("USD", record).entries;
  expect(entry?.transactions[0]).toMatchObject({ structured: ["CR"], unstructured: ["INV-1, INV-2", "BR"] });
});

test("a value date is that of its funds", () => {
  const [entry] = withRecords("USD", "16,165,100,V,261006,,,,x").entries;
  expect(entry?.valueDay === undefined ? "" : formatDay(entry.valueDay)).toBe("2026-10-06");
});

test("balances are ledger balances, also on continued lines and behind other summaries", () => {
  const [statement] = statementsOf(
    bai2File.replace(
      "03,4711,,010,100000,,,015,115650,,/",
      "03,4711,,040,1,,,072,5,,V,261006,,010,-100000,,/\n88,015,+115650,,/",
    ),
  );
  expect([statement?.opening?.amount.toFixed(), statement?.closing?.amount.toFixed()]).toEqual([
    "-1000",
    "1156.5",
  ]);
});

test("the currency of an account goes before that of its group", () => {
  const [statement] = statementsOf(bai2File.replace("03,4711,,", "03,4711,jpy,"));
  expect([statement?.currency, statement?.entries[0]?.amount.toFixed()]).toEqual(["JPY", "11900"]);
});

test("an entry that cannot be read is told with its line; a remark is no entry", () => {
  const { entries, faults } = withRecords(
    "USD",
    "16,165,1x,Z/",
    "16,920,100,Z/",
    "16,890,,,,,remark/",
    "16,165,,Z/",
    "16,165,5,Z/",
  );
  expect(entries).toHaveLength(1);
  expect(faults.map(({ line, value }) => [line, value])).toEqual([
    [4, "1x"],
    [5, "920"],
    [7, ""],
  ]);
});

test("distributed funds that count wrong end the record, not the reading", () => {
  const { entries } = withRecords("USD", "16,165,100,D,999,1/", "16,165,100,D,-9,1/");
  expect(entries).toHaveLength(2);
});

test("a date of a group that is none spoils its entries alone", () => {
  const [statement] = statementsOf(bai2File.replace("261005", "269905"));
  expect(statement?.faults.map(({ value }) => value)).toEqual(["269905", "269905", "269905"]);
});
