/** @jest-environment jsdom */
import "@testing-library/jest-dom";
import { act, screen, waitFor } from "@testing-library/react";
import userEvent from "@testing-library/user-event";
import { goTo } from "../../src/taskpane/state/location";
import type { MadeDocuments } from "../../src/taskpane/reports/documents/view";
import { fakeServices } from "./fakeServices";
import { expectAccessible } from "./onScreen";
import { renderPane } from "./renderPane";

const files = Array.from({ length: 25 }, (_, index) => ({
  number: `INV-${String(index + 1)}`,
  customer: "Acme Ltd",
  name: `INV-${String(index + 1)}.pdf`,
}));
const at = { sheet: "Customers", row: 3, column: 4 };
const leftOut = [
  { invoiceNumber: "INV-99", code: "BR-11", field: "Customers.Country", message: "names no country", at },
];

const saved: string[] = [];
const asked: number[] = [];
let letGo: () => void = () => undefined;

function show() {
  const profile = { id: "xrechnung-3.0", title: "XRechnung 3.0", help: "For authorities in Germany." };
  const made = (from: number): MadeDocuments => ({
    files: files.slice(from, from + 10).map(({ name }) => ({ name, bytes: new Uint8Array([1]) })),
    leftOut: [],
  });
  const fake = fakeServices({
    documents: {
      profileViews: () => Promise.resolve([profile]),
      preview: () => Promise.resolve({ files, leftOut, remarks: [] }),
      make: (_request: never, from: number) =>
        new Promise<MadeDocuments>((resolve) => {
          asked.push(from);
          letGo = () => resolve(made(from));
        }),
      archive: () => Promise.resolve(new Uint8Array([2])),
    },
  });
  renderPane(fake);
}

beforeAll(() => {
  Element.prototype.scrollIntoView = () => undefined;
  const arrayBuffer = () => Promise.resolve(new ArrayBuffer(4));
  Object.assign(globalThis, { fetch: () => Promise.resolve({ ok: true, arrayBuffer }) });
  Object.assign(URL, { createObjectURL: () => "blob:x", revokeObjectURL: () => undefined });
  HTMLAnchorElement.prototype.click = function click(this: HTMLAnchorElement) {
    saved.push(this.download);
  };
});

const press = (name: string | RegExp) => userEvent.click(screen.getByRole("button", { name }));
const next = (from: number) => waitFor(() => expect(asked.at(-1)).toBe(from));

it("shows documents and what is left out, makes them in parts, can be cancelled, and saves one file of all", async () => {
  show();
  act(() => goTo({ view: "more", report: "documents" }));
  expect(
    await screen.findByRole("option", { name: "XRechnung 3.0" }, { timeout: 10_000 }),
  ).toBeInTheDocument();
  expect(screen.getByRole("button", { name: "Make files" })).toHaveAttribute("aria-disabled", "true");
  await press("Show documents");
  expect(await screen.findByText("INV-25", {}, { timeout: 5_000 })).toBeInTheDocument();
  expect(screen.getByText("names no country", { exact: false })).toBeInTheDocument();
  await expectAccessible();

  await press("Make 25 files");
  await next(0);
  act(() => letGo());
  await next(10);
  expect(screen.getByText("Making 10 of 25")).toBeInTheDocument();
  await press("Cancel");
  act(() => letGo());
  await waitFor(() => expect(screen.queryByRole("progressbar")).not.toBeInTheDocument());
  expect([saved, asked]).toEqual([[], [0, 10]]);

  await press("Make 25 files");
  for (const from of [0, 10, 20]) {
    await next(from);
    act(() => letGo());
  }
  await waitFor(() => expect(saved).toEqual(["documents.zip"]));
});
