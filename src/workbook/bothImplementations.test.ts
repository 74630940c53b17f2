import { createHash } from "node:crypto";
import { deflateRawSync } from "node:zlib";
import ExcelJS from "exceljs";
import { templatePlan, type PlannedRow, type Snapshot, type WritePlan } from "../core/api";
import { shortExample } from "../../test/support/shortExample";
import { plan, png, sheet, smallWorkbook, worksheet, zipParts } from "../../test/support/testWorkbook";

/** Reader and writer with one of the implementations of deflate beneath them. */
async function load(inBrowser: boolean) {
  jest.resetModules();
  const path = "./zip/deflate/deflate";
  if (inBrowser) jest.doMock(path, () => jest.requireActual<object>("./zip/deflate/deflate.browser"));
  else jest.dontMock(path);
  return {
    ...(await import("./xlsx/read/readWorkbook")),
    ...(await import("./xlsx/package/openPackage")),
    ...(await import("./xlsx/write/applyPlan")),
    ...(await import("./xlsx/package/emptyPackage")),
  };
}

type Implementation = Awaited<ReturnType<typeof load>>;
let node: Implementation;
let browser: Implementation;
beforeAll(async () => {
  node = await load(false);
  browser = await load(true);
});

const hash = (bytes: Uint8Array | Float64Array | Int32Array) =>
  createHash("sha256").update(bytes).digest("hex");

/** A snapshot with long columns as their hashes. */
function digest({ grids, ...rest }: Snapshot): unknown {
  const pictures = rest.pictures.map((picture) => ({ ...picture, bytes: hash(picture.bytes) }));
  const sheets = grids.map(({ columns, ...grid }) => ({
    ...grid,
    columns: columns.map(({ kinds, values, texts }) => [
      hash(kinds),
      hash(values),
      hash(Buffer.from([...texts].join("\0"))),
    ]),
  }));
  return { ...rest, pictures, sheets };
}

async function reading(implementation: Implementation, bytes: Uint8Array): Promise<unknown> {
  const read = await implementation.readWorkbook(bytes);
  return read.ok ? digest(read.snapshot) : read.failure;
}

/** The parts of a file by name, unpacked by zlib whoever packed them. */
function parts(bytes: Uint8Array): Record<string, string> {
  const opened = node.openPackage(bytes);
  if (!opened.ok) throw new Error(opened.failure.message);
  const { archive } = opened.package;
  return Object.fromEntries(archive.names.map((name) => [name, hash(archive.bytes(name))]));
}

function written(
  { openPackage, applyPlan, emptyPackage }: Implementation,
  bytes: Uint8Array | undefined,
  writePlan: WritePlan,
) {
  if (bytes === undefined) return applyPlan(emptyPackage(), writePlan);
  const opened = openPackage(bytes);
  if (!opened.ok) throw new Error(opened.failure.message);
  return applyPlan(opened.package, writePlan);
}

const rows = (count: number): PlannedRow[] =>
  Array.from({ length: count }, (_, row) => [
    { value: `event ${String(row)} é` },
    { value: row * 1.25 },
    { value: row % 2 === 0 },
  ]);

const invoice = sheet("Invoice", {
  rows: rows(1000),
  image: { type: "png", bytes: png(40, 20), row: 0, column: 0, maxWidth: 20, maxHeight: 20 },
  table: { name: "Lines", headerRow: 0, columns: ["a", "b", "c"] },
});

/** A file of another writer, with shared strings. */
async function excelJsBook(): Promise<Uint8Array> {
  const book = new ExcelJS.Workbook();
  const usage = book.addWorksheet("Data");
  for (let row = 0; row < 3000; row++)
    usage.addRow([`text ${String(row % 700)} 😀`, row / 8, new Date(Date.UTC(2026, 9, 1))]);
  return new Uint8Array(await book.xlsx.writeBuffer());
}

const books: readonly (readonly [string, () => Uint8Array | Promise<Uint8Array>])[] = [
  ["the bundled example", shortExample],
  ["the starter workbook", () => written(node, undefined, templatePlan())],
  ["a workbook of another writer", excelJsBook],
  ["a workbook with a picture", () => written(node, zipParts(smallWorkbook()), plan({ sheets: [invoice] }))],
];

describe.each(books)("%s", (_, make) => {
  let bytes: Uint8Array;
  beforeAll(async () => {
    bytes = new Uint8Array(await make());
  });

  test("reads the same in browsers as in Node", async () => {
    const inNode = await reading(node, bytes);
    expect(inNode).toHaveProperty("sheets");
    expect(await reading(browser, bytes)).toEqual(inNode);
  });

  test("takes the same plan in browsers as in Node", () => {
    const writePlan = plan({ sheets: [invoice] });
    expect(parts(written(browser, bytes, writePlan))).toEqual(parts(written(node, bytes, writePlan)));
  });
});

describe("a sheet with rows added below", () => {
  const writePlan = plan({ appended: [{ sheet: "Data", firstRow: 3, rows: rows(6_000) }] });

  test("has the same parts, and reads back the same", async () => {
    const bytes = zipParts(smallWorkbook());
    const [inNode, inBrowser] = [written(node, bytes, writePlan), written(browser, bytes, writePlan)];
    expect(parts(inBrowser)).toEqual(parts(inNode));
    // What was packed there is unpacked here, in steps and in pieces, and the other way round.
    const again = plan({ appended: [{ sheet: "Data", firstRow: 6_003, rows: rows(10) }] });
    expect(parts(written(browser, inNode, again))).toEqual(parts(written(node, inBrowser, again)));
    expect(await reading(browser, inNode)).toEqual(await reading(node, inBrowser));
  });

  test("is the same bytes at once and in steps", async () => {
    for (const { openPackage, applyPlan, applyPlanInSteps } of [node, browser]) {
      const opened = openPackage(zipParts(smallWorkbook()));
      if (!opened.ok) throw new Error(opened.failure.message);
      let steps = 0;
      const inSteps = await applyPlanInSteps(opened.package, writePlan, () => void steps++);
      expect(Buffer.compare(inSteps, applyPlan(opened.package, writePlan))).toBe(0);
      expect(steps).toBeGreaterThan(20);
    }
  });
});

describe("a file that is refused", () => {
  const SHEET = "xl/worksheets/sheet1.xml";
  const good = Buffer.from(
    zipParts({
      ...smallWorkbook(),
      [SHEET]: worksheet('<row r="1"><c r="A1"><v>1</v></c></row>'.repeat(20_000)),
    }),
  );

  /** The place of a member's entry in the central directory. */
  const entry = good.lastIndexOf(SHEET) - 46;

  function patched(patch: (file: Buffer) => void): Uint8Array {
    const file = Buffer.from(good);
    patch(file);
    return file;
  }

  const header = good.readUInt32LE(entry + 42);
  const start = header + 30 + SHEET.length;
  /** The entry and the header of the part say the same lie: one that only one of them says is not even opened. */
  const saying = (field: 16 | 20 | 24, value: number) =>
    patched((file) => {
      file.writeUInt32LE(value, entry + field);
      file.writeUInt32LE(value, header + field - 2);
    });

  test.each([
    ["it unpacks to more than it declares", saying(24, 1000)],
    ["it unpacks to less than it declares", saying(24, 2_000_000)],
    ["its checksum is another", saying(16, 1)],
    ["its packed bytes changed", patched((file) => file.fill(0xff, start + 200, start + 240))],
    ["its packed bytes stop early", saying(20, 500)],
    ["it would unpack to more than memory holds", saying(24, 0xf0000000)],
    ["it is a bomb", zipParts({ ...smallWorkbook(), [SHEET]: new Uint8Array(60 * 1024 ** 2) })],
    ["it is cut off", good.subarray(0, -30)],
    ["it is no zip", deflateRawSync(good)],
  ])("because %s is refused alike", async (_, bytes) => {
    const failure = await reading(node, bytes);
    expect(failure).toHaveProperty("code");
    expect(await reading(browser, bytes)).toEqual(failure);
  });

  test("lets nothing through part by part either", () => {
    const lie = saying(24, 1000);
    for (const { openPackage } of [node, browser]) {
      const opened = openPackage(lie);
      if (!opened.ok) throw new Error(opened.failure.message);
      expect(() => opened.package.archive.bytes(SHEET)).toThrow("unpacks to more than it declares");
    }
  });
});
