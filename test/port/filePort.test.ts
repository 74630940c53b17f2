import { FilePort } from "../../src/workbook/file/filePort";
import { describePort } from "./portContract";

async function open(file: Uint8Array): Promise<FilePort> {
  const opened = await FilePort.open("book.xlsx", file);
  if (!opened.ok) throw new Error(opened.failure.message);
  return opened.value;
}

describePort("a file", async (file) => ({ port: await open(file), close: () => Promise.resolve() }));

describe("a file in the browser", () => {
  it("that is no workbook is told so", async () => {
    const opened = await FilePort.open("notes.txt", new TextEncoder().encode("no workbook"));
    expect(opened).toMatchObject({ ok: false, failure: { code: "UNREADABLE" } });
  });
});
