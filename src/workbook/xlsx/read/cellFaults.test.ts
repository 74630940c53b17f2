import { worksheet } from "../../../../test/support/testWorkbook";
import { readFailure, workbookOf, type TestParts } from "../../../../test/support/testReading";

const row = (cells: string): TestParts => ({ rows: `<row r="1">${cells}</row>` });
const inline = (address: string, content: string): string =>
  `<c r="${address}" t="inlineStr"><is>${content}</is></c>`;

describe("what Excel would not read is a failure that names the cell", () => {
  const failureOf = async (parts: TestParts): Promise<string> => {
    const { code, message } = await readFailure(workbookOf(parts));
    expect(code).toBe("DAMAGED");
    return message;
  };

  test.each([
    ["two values", '<c r="B1"><v>1</v><v>2</v></c>', "B1: it holds more than one value"],
    ["two numbers", '<c r="B1"><v>1 2</v></c>', "B1: “1 2” is no number"],
    ["blanks", '<c r="B1"><v> </v></c>', "B1: “ ” is no number"],
    ["a hexadecimal number", '<c r="B1"><v>0x1F</v></c>', "B1: “0x1F” is no number"],
    ["an infinity", '<c r="B1"><v>Infinity</v></c>', "B1: “Infinity” is no number"],
    ["an element in a value", '<c r="B1"><v>1<b/></v></c>', "B1: its value is more than text"],
    ["two texts", inline("B1", "<t>a</t></is><is><t>b</t>"), "B1: it holds more than one value"],
    ["a text in a number", '<c r="B1"><is><t>1</t></is></c>', "B1: it holds a value that is not of its kind"],
    [
      "a value in a text",
      '<c r="B1" t="inlineStr"><v>1</v></c>',
      "B1: it holds a value that is not of its kind",
    ],
    ["text outside a value", '<c r="B1">5</c>', "B1: “5” stands outside any value"],
    ["a text that is not there", '<c r="B1" t="s"><v>1</v></c>', "B1: the workbook has no text number “1”"],
    ["a text before the first", '<c r="B1" t="s"><v>-1</v></c>', "B1: the workbook has no text number “-1”"],
    ["half a text", '<c r="B1" t="s"><v>0.5</v></c>', "B1: the workbook has no text number “0.5”"],
    ["no number of a text", '<c r="B1" t="s"><v>x</v></c>', "B1: the workbook has no text number “x”"],
    [
      "a format that is not there",
      '<c r="B1" s="9"><v>0.2</v></c>',
      "B1: the workbook does not have the format",
    ],
    ["no boolean", '<c r="B1" t="b"><v>2</v></c>', "B1: “2” is neither true nor false"],
    ["an unknown kind", '<c r="B1" t="x"><v>2</v></c>', "B1: its kind “x” is not known"],
    ["no character", inline("B1", "<t>&#0;</t>"), "B1: “&#0;” stands for no character"],
    ["no entity", '<c r="B1" t="str"><v>R&D</v></c>', "B1: “&” stands for no character"],
    ["a cell twice", '<c r="B1"><v>1</v></c><c r="B1"><v>2</v></c>', "B1: it stands there twice"],
    ["a cell twice without a name", '<c r="B1"/><c/><c r="C1"/>', "C1: it stands there twice"],
    ["cells out of order", '<c r="C1"/><c r="B1"/>', "B1: it stands to the right of later cells"],
    ["two references", '<c r="B1" r="C1"/>', "it names its place twice"],
    ["a cell of another row", '<c r="B2"/>', "row 1: its cell “B2” names another row"],
    ["a cell far below", '<c r="A99999999999999999999"/>', "names another row"],
    ["no reference", '<c r="B"/>', "row 1: “B” is no cell"],
    ["a reference of other letters", '<c r="Ä1"/>', "row 1: “Ä1” is no cell"],
    ["a column beyond the last", '<c r="XFE1"/>', "a sheet of Excel ends with column XFD"],
    [
      "a column far beyond the last",
      '<c r="AAAAAAAAAAAAAAAAAAAA1"/>',
      "a sheet of Excel ends with column XFD",
    ],
    ["attributes that are none", "<c r=B1/>", "the attributes of a tag are not well formed"],
  ])("%s", async (_, cells, message) => {
    expect(await failureOf({ ...row(cells), texts: "<si><t>only</t></si>" })).toContain(message);
  });

  test.each([
    ["a row twice", '<row r="2"/><row r="2"/>', "row 2: it stands there twice"],
    ["rows out of order", '<row r="2"/><row r="1"/>', "row 1: it stands below row 2"],
    ["a row beyond the last", '<row r="1048577"/>', "row “1048577”: a sheet of Excel ends with row 1048576"],
    [
      "a row far beyond the last",
      '<row r="99999999999999999999"/>',
      "a sheet of Excel ends with row 1048576",
    ],
    ["no row", '<row r="1e3"/>', "row “1e3”: this is no number of a row"],
    ["row 0", '<row r="0"/>', "row “0”: this is no number of a row"],
    [
      "a row after the last without a number",
      '<row r="1048576"/><row/>',
      "a sheet of Excel ends with row 1048576",
    ],
    ["rows twice", "</sheetData><sheetData>", "it lists its rows twice"],
    ["a document type", "<!DOCTYPE x>", "it has a document type"],
    [
      "a text that no cell holds",
      `<row>${inline("A1", `<t>${"x".repeat(1_048_577)}</t>`)}</row>`,
      "longer than a cell",
    ],
    ["elements without end", "<c>".repeat(2000), "nest too deep"],
    ["a tag without end", `<row r="${"1".repeat(3_000_000)}`, "a tag does not end"],
  ])("%s", async (_, rows, message) => {
    expect(await failureOf({ rows })).toContain(message);
  });

  test("bytes of another encoding than the part says", async () => {
    const sheet = Buffer.from(worksheet(`<row r="1">${inline("A1", "<t>é</t>")}</row>`), "latin1");
    expect(await failureOf({ sheet })).toContain(
      'The sheet "Data" is damaged (it holds bytes that are no UTF-8)',
    );
  });
});

test("a few cells at the far end of many columns are refused before memory is taken for them", async () => {
  const cells = Array.from({ length: 30 }, () => "<c><v>1</v></c>").join("");
  const failure = await readFailure(workbookOf({ rows: `<row r="1048576">${cells}</row>` }));
  expect(failure).toEqual({
    code: "UNSUPPORTED",
    message:
      'The sheet "Data" has cells so far apart that it does not fit into memory; delete what stands far from its tables, such as T1048576, and save it again.',
  });
});
