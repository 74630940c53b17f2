import { FilePort } from "../../src/workbook/file/filePort";
import { starterBook } from "./officeBooks";
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

  it("whose reading breaks off is not said to be written", async () => {
    const isCancelled = () => {
      throw new Error("cell says 42");
    };
    const opened = await FilePort.open("book.xlsx", starterBook(), { isCancelled });
    expect(opened).toMatchObject({
      failure: {
        code: "UNKNOWN",
        message: "The file could not be read; copy the details if it keeps failing.",
      },
    });
  });
});
