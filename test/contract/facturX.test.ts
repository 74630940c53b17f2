import { readFileSync } from "node:fs";
import { join } from "node:path";
import { unzlibSync } from "fflate";
import tables from "../documents/cases/book.json";
import { newFolder, ratebook } from "../support/commandLine";
import { writeBook } from "../support/workbookFixture";

interface FilesJson {
  readonly files: readonly { readonly name: string; readonly path: string; readonly sha256: string }[];
  readonly leftOut: readonly unknown[];
  readonly issues: readonly { readonly code: string; readonly sheet: string }[];
}

type Row = Readonly<Record<string, string | number>>;

async function bookIn(folder: string, settings: Row = {}) {
  const sheets = tables as unknown as Readonly<Record<string, readonly Row[]>>;
  const kept = (sheets.Settings ?? []).filter(({ Key }) => !(String(Key) in settings));
  const more = Object.entries(settings).map(([Key, Value]) => ({ Key, Value }));
  await writeBook(join(folder, "book.xlsx"), { ...sheets, Settings: [...kept, ...more] });
}

async function run(folder: string, ...args: readonly string[]): Promise<FilesJson> {
  const { stdout, stderr } = await ratebook([...args, "--json"], folder);
  expect(stderr).toBe("");
  return JSON.parse(stdout) as FilesJson;
}

/** Every stream of a PDF, unpacked where it is packed. */
function streamsOf(bytes: Uint8Array): string[] {
  const raw = Buffer.from(bytes).toString("latin1");
  return [...raw.matchAll(/<< \/Length (\d+)( \/Filter \/FlateDecode)?[^>]*(?:>>[^>]*)*?>>\nstream\n/g)].map(
    (found) => {
      const start = found.index + found[0].length;
      const data = bytes.subarray(start, start + Number(found[1]));
      return Buffer.from(found[2] === undefined ? data : unzlibSync(data)).toString("utf8");
    },
  );
}

it("writes Factur-X as a PDF that holds the XML of the same document, twice the same bytes", async () => {
  const folder = newFolder();
  await bookIn(folder);
  const inPdf = await run(folder, "e-invoice", "book.xlsx", "--profile", "factur-x", "--out", "pdf");
  const alone = await run(folder, "e-invoice", "book.xlsx", "--profile", "zugferd", "--xml", "--out", "xml");
  expect([inPdf.files.length, alone.files.length, inPdf.leftOut]).toEqual([7, 7, []]);
  const bytes = readFileSync(join(folder, inPdf.files[0]!.path));
  const xml = readFileSync(join(folder, alone.files[0]!.path), "utf8");
  const streams = streamsOf(bytes);
  expect(xml).toContain("<rsm:CrossIndustryInvoice");
  expect(streams).toContain(xml);
  expect(streams.find((stream) => stream.includes("<fx:ConformanceLevel>"))).toContain(
    "<fx:ConformanceLevel>EN 16931</fx:ConformanceLevel>",
  );
  for (const part of ["/AFRelationship /Alternative", "/EmbeddedFiles", "/GTS_PDFA1"])
    expect(bytes.toString("latin1")).toContain(part);
  const again = await run(folder, "e-invoice", "book.xlsx", "--profile", "factur-x", "--out", "again");
  expect(again.files.map(({ sha256 }) => sha256)).toEqual(inPdf.files.map(({ sha256 }) => sha256));
});

it("tells of documents what is worth knowing, in issues", async () => {
  const folder = newFolder();
  await bookIn(folder, { "Company IBAN": "DE89 3704 0044 0532 0130 01" });
  const { files, issues } = await run(folder, "documents", "book.xlsx", "--invoices", "INV-2026-0001");
  expect(files).toHaveLength(1);
  expect(issues.map(({ code, sheet }) => [code, sheet])).toEqual([["NO_PAYMENT_CODE", "Settings"]]);
});
