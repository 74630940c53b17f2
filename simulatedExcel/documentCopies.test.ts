import { openOfficeHost } from "./index";

describe("copies of the document", () => {
  it("are handed over in slices, two at once at most", async () => {
    const host = await openOfficeHost();
    host.user.edit("Sheet1", "A1", "as it was");
    const { document } = host.Office.context;
    const open = () =>
      new Promise<Office.AsyncResult<Office.File>>((resolve) =>
        document.getFileAsync(host.Office.FileType.Compressed, { sliceSize: 65_536 }, resolve),
      );
    const first = await open();
    host.user.edit("Sheet1", "A1", "later");
    const slice = await new Promise<Office.AsyncResult<Office.Slice>>((resolve) =>
      first.value.getSliceAsync(0, resolve),
    );
    const bytes = Uint8Array.from(slice.value.data as number[]);
    expect(bytes.length).toBe(first.value.size);
    expect(first.value.sliceCount).toBe(1);
    await open();
    expect(String((await open()).status)).toBe("failed");
    await new Promise((resolve) => first.value.closeAsync(resolve));
    expect(String((await open()).status)).toBe("succeeded");
    await host.load(bytes);
    expect(host.snapshot().sheets[0]!.cells["A1"]).toMatchObject({ value: "as it was" });
    await host.close();
  });
});
