import { png } from "../support/testWorkbook";
import { billingPlan, readFile, starterBook } from "./officeBooks";
import { readBy } from "./books";
import { freshOfficePerTest, written } from "./openedOffice";

const open = freshOfficePerTest();

describe("the logo on the Settings sheet", () => {
  it("is read as from the file, and costs no round trip of its own", async () => {
    const plain = await open(starterBook());
    plain.host.resetCounters();
    await readBy(plain.port);
    const trips = plain.host.roundTrips;
    const file = starterBook(png(40, 20));
    const { host, port } = await open(file);
    host.resetCounters();
    const { pictures } = await readBy(port);
    expect(pictures).toHaveLength(1);
    expect(pictures).toEqual((await readFile(file)).pictures);
    expect(host.roundTrips).toBe(trips);
  });

  it("stands on the invoices that are written", async () => {
    const { host, port, snapshot } = await open(starterBook(png(40, 20)));
    const plan = billingPlan(snapshot);
    await written(port.apply(plan, snapshot));
    const documents = plan.sheets.filter(({ merges }) => merges !== undefined);
    expect(documents.length).toBeGreaterThan(0);
    for (const { name } of documents)
      expect(host.book.sheet(name).shapes.map(({ type }) => type)).toEqual(["Image"]);
  });

  it("is not read from other sheets, nor a picture too large for one", async () => {
    const { host, port } = await open(starterBook());
    const add = (sheet: string, width: number) =>
      host.Excel.run(async (context) => {
        const { shapes } = context.workbook.worksheets.getItem(sheet);
        const picture = shapes.addImage(btoa(String.fromCharCode(...png(40, 20))));
        picture.lockAspectRatio = false;
        picture.width = width;
        picture.height = width;
        await context.sync();
      });
    await add("Usage", 50);
    await add("Settings", 900);
    expect((await readBy(port)).pictures).toEqual([]);
    await add("Settings", 50);
    expect((await readBy(port)).pictures).toHaveLength(1);
  });
});
