/** @jest-environment jsdom */
import { openOfficeHost } from "./officeHost";

it("opens in the document of a test that has one, twice, and leaves it as it was", async () => {
  for (const value of [1, 2]) {
    const host = await openOfficeHost();
    await host.Excel.run(async (context) => {
      context.workbook.worksheets
        .getFirst()
        .getRange("A1")
        .set({ values: [[value]] });
      await context.sync();
    });
    expect(host.snapshot().sheets[0]!.cells).toEqual({ A1: { value } });
    expect(host.requests[0]!.bytesOut).toBeGreaterThan(100);
    await host.close();
    expect(host.faults).toEqual([]);
  }
  expect("Excel" in globalThis).toBe(false);
  expect(document.querySelectorAll("script")).toHaveLength(0);
  expect(typeof history.pushState).toBe("function");
});
