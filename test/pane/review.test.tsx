/** @jest-environment jsdom */
import "@testing-library/jest-dom";
import { act, fireEvent, screen, waitFor, within } from "@testing-library/react";
import userEvent from "@testing-library/user-event";
import { goTo } from "../../src/taskpane/state/location";
import { viewCell } from "../../src/core/schema/viewCell";
import { cellsOf, readBy } from "../port/books";
import { withPlan } from "../port/memoryBook";
import type { MemoryPort } from "../port/memoryPort";
import type { FakeServices } from "./fakeServices";
import { button, expectAccessible } from "./onScreen";
import { renderPane } from "./renderPane";
import { billedBook, cheaperFile, issuedBook, servicesOf } from "./reviewBook";

const patience = { timeout: 5_000 };

/** The pane over two drafts, at a report of a tab. */
async function open(report?: string, fake = servicesOf(billedBook())): Promise<FakeServices> {
  renderPane(fake);
  await button("Read again");
  act(() => goTo(report === undefined ? { view: "review" } : { view: "review", report }));
  return fake;
}

/** The cells of a column of a sheet, from the top. */
async function column(port: MemoryPort, sheet: string, title: string): Promise<string[]> {
  const grid = (await readBy(port)).grids.find(({ sheet: name }) => name === sheet)!;
  const at = grid.columns.findIndex((_, index) => viewCell(grid, 0, index).text === title);
  return Array.from({ length: grid.rowCount - 1 }, (_, row) => viewCell(grid, row + 1, at).text);
}

const press = async (name: string) => userEvent.click(await screen.findByRole("button", { name }, patience));

/** Selects all and does an act as somebody. */
async function doAll(name: string, by: string, reason = "") {
  await press("Select all shown");
  await press(name);
  const field = await screen.findByRole("textbox", { name: "Your name" }, patience);
  await userEvent.clear(field);
  await userEvent.type(field, by);
  if (reason !== "") await userEvent.type(screen.getByRole("textbox", { name: "Reason" }), reason);
}

/** Presses a button once it can be pressed. */
async function pressOnceAble(name: string) {
  await waitFor(
    () => expect(screen.getByRole("button", { name })).not.toHaveAttribute("aria-disabled", "true"),
    patience,
  );
  await press(name);
}

describe("documents in Review", () => {
  it("are submitted at once, approved as far as the Policy lets somebody, and issued", async () => {
    const { port, services } = await open();
    await doAll("Submit", "Ann");
    expect(await screen.findByText("2 documents", {}, patience)).toBeInTheDocument();
    expect(screen.getByText("EUR 200.00")).toBeInTheDocument();
    await expectAccessible();
    await pressOnceAble("Submit");
    expect(await screen.findByText(/Submit written: .*Approvals/, {}, patience)).toBeInTheDocument();
    expect(await column(port, "Invoices", "Status")).toEqual(["In review", "In review"]);
    // The name is asked for once.
    expect(services.preparedBy.name()).toBe("Ann");
    await expectAccessible();
    await doAll("Approve", "Ben");
    // His limit is 100.
    expect(await screen.findByText("1 document", {}, patience)).toBeInTheDocument();
    expect(await screen.findByText(/EUR 120\.00 is above the limit of Ben/)).toBeInTheDocument();
    await pressOnceAble("Approve");
    await screen.findByText(/Approve written/, {}, patience);
    expect(await column(port, "Invoices", "Status")).toEqual(["In review", "Approved"]);
    await doAll("Issue", "Cleo");
    expect(
      await screen.findByText(/it is In review; issue takes Approved/, {}, patience),
    ).toBeInTheDocument();
    await pressOnceAble("Issue");
    await screen.findByText(/Issue written/, {}, patience);
    expect(await column(port, "Invoices", "Invoice number")).toEqual([
      "DRAFT-K1-2026-10-EUR",
      expect.stringMatching(/^INV-/) as string,
    ]);
    await press("Undo");
    await screen.findByText("Issue is undone.", {}, patience);
    expect(await column(port, "Invoices", "Status")).toEqual(["In review", "Approved"]);
  });

  it("are rejected with a reason alone, and nothing is written once the workbook was edited", async () => {
    const { port } = await open();
    await doAll("Submit", "Ann");
    await pressOnceAble("Submit");
    await screen.findByText(/Submit written/, {}, patience);
    await doAll("Reject", "Cleo");
    const reject = await button("Reject");
    expect(reject).toHaveAttribute("aria-disabled", "true");
    await userEvent.type(screen.getByRole("textbox", { name: "Reason" }), "Wrong price");
    await waitFor(() => expect(reject).not.toHaveAttribute("aria-disabled", "true"), patience);
    act(() => port.type("Prices", [{ at: { sheet: "Prices", row: 1, column: 5 }, value: 0.6 }]));
    await press("Reject");
    expect(await screen.findByText(/Prices was edited meanwhile/, {}, patience)).toBeInTheDocument();
    expect(await column(port, "Invoices", "Status")).toEqual(["In review", "In review"]);
    await pressOnceAble("Reject");
    await screen.findByText(/Reject written: .*Error register/, {}, patience);
    expect(await column(port, "Invoices", "Status")).toEqual(["Draft", "Draft"]);
    expect(await column(port, "Error register", "Root cause")).toEqual(["Wrong price", "Wrong price"]);
  });
});

/** Issued invoices: submitted, approved and issued through the engine. */
async function openIssued(report?: string): Promise<FakeServices> {
  return open(report, servicesOf(issuedBook()));
}

const tamper = (port: MemoryPort, sheet: string, row: number, columnAt: number, value: string | number) =>
  act(() => port.type(sheet, [{ at: { sheet, row, column: columnAt }, value }]));

describe("Verify workbook", () => {
  it("says PASS, then FAIL with what was expected and found, and leads to the cell", async () => {
    const { port } = await openIssued("verify");
    expect(await screen.findByText("2 passed, 0 failed", {}, patience)).toBeInTheDocument();
    const head = document.querySelector("code")!.textContent;
    expect(head).toMatch(/^[0-9a-f]{64}$/);
    await expectAccessible();
    const before = await readBy(port);
    const lines = before.grids.find(({ sheet }) => sheet === "Invoice lines")!;
    const amount = lines.columns.findIndex((_, index) => viewCell(lines, 0, index).text === "Amount");
    tamper(port, "Invoice lines", 1, amount, 1);
    await screen.findByText(/Invoice lines was edited since/, {}, patience);
    await pressOnceAble("Verify again");
    expect(await screen.findByText("1 passed, 1 failed", {}, patience)).toBeInTheDocument();
    await userEvent.click(screen.getByRole("button", { name: /FAIL/ }));
    expect(screen.getAllByText("120")[0]).toBeInTheDocument();
    const cell = screen.getAllByRole("button", { name: /^'Invoice lines'!/ })[0]!;
    await userEvent.click(cell);
    expect(port.revealed.at(-1)).toEqual([{ sheet: "Invoice lines", row: 1, column: amount }]);
    await expectAccessible();
    await userEvent.type(screen.getByRole("textbox", { name: "Head hash" }), `${"0".repeat(64)}{Enter}`);
    expect(await screen.findByText(/Log truncated/, {}, patience)).toBeInTheDocument();
  });
});

describe("Compare workbooks", () => {
  it("tells what the difference comes from, down to the cell", async () => {
    const { port } = await openIssued("compare");
    await screen.findByRole("button", { name: "Choose workbook" }, patience);
    await userEvent.upload(screen.getByLabelText("Other workbook"), await cheaperFile());
    const eur = within(await screen.findByRole("region", { name: /^EUR \+24\.00/ }, patience));
    expect(eur.getByText("Prices")).toBeInTheDocument();
    expect(eur.getByText("Total in cheaper.xlsx").nextSibling).toHaveTextContent("176.00");
    expect(eur.getByText("Total in this workbook").nextSibling).toHaveTextContent("200.00");
    await userEvent.click(screen.getByRole("button", { name: /^Alder Ltd/ }));
    await userEvent.click(await screen.findByRole("button", { name: "Prices!F2" }));
    expect(port.revealed.at(-1)).toEqual([{ sheet: "Prices", row: 1, column: 5 }]);
    await expectAccessible();
    await pressOnceAble("Write to workbook");
    expect(await screen.findByText("Comparison written: Comparison.", {}, patience)).toBeInTheDocument();
  });
});

describe("What if", () => {
  it("prices every final document again while the slider moves, and writes nothing but the sheet", async () => {
    const { port } = await openIssued("whatIf");
    const before = await readBy(port);
    const slider = await screen.findByRole("slider", { name: "Change" }, patience);
    fireEvent.change(slider, { target: { value: "10" } });
    expect(await screen.findByText("EUR 200.00 → 212.00", {}, patience)).toBeInTheDocument();
    expect(screen.getByText("0 customers would pay less, 1 more")).toBeInTheDocument();
    await userEvent.selectOptions(
      screen.getByRole("combobox", { name: "Price" }),
      screen.getByText(/Base · Flat fee/),
    );
    await userEvent.clear(screen.getByRole("textbox", { name: "New figure" }));
    await userEvent.type(screen.getByRole("textbox", { name: "New figure" }), "70");
    expect(await screen.findByText("EUR 200.00 → 190.00", {}, patience)).toBeInTheDocument();
    expect(screen.getByText("1 customer would pay less, 0 more")).toBeInTheDocument();
    await expectAccessible();
    expect(await readBy(port)).toEqual(before);
    await pressOnceAble("Write What-if sheet");
    expect(await screen.findByText("What-if written: What-if.", {}, patience)).toBeInTheDocument();
  });
});

describe("Issued invoice changed", () => {
  const changed = () => screen.findByRole("group", { name: "Issued invoice changed" }, patience);

  it("is said when a row is edited, and what was issued is put back with its formulas", async () => {
    const { port } = await openIssued();
    await screen.findByRole("button", { name: /Alder/ }, patience);
    expect(screen.queryByRole("group", { name: "Issued invoice changed" })).not.toBeInTheDocument();
    const before = await readBy(port);
    const invoices = before.grids.find(({ sheet }) => sheet === "Invoices")!;
    const at = (title: string) =>
      invoices.columns.findIndex((_, i) => viewCell(invoices, 0, i).text === title);
    const bar = () => within(screen.getByRole("group", { name: "Issued invoice changed" }));
    tamper(port, "Invoices", 1, at("Total"), "much");
    await changed();
    expect(bar().getByText("much")).toBeInTheDocument();
    tamper(port, "Invoices", 1, at("Status"), "Draft");
    expect(await screen.findByText("Draft", {}, patience)).toBeInTheDocument();
    tamper(port, "Invoice lines", 1, 3, "P9");
    await bar().findByText("P9", {}, patience);
    await expectAccessible();
    await userEvent.click(bar().getAllByRole("button", { name: /^Invoices!.*/ })[0]!);
    expect(port.revealed.at(-1)).toEqual([{ sheet: "Invoices", row: 1, column: at("Status") }]);
    await pressOnceAble("Restore");
    await screen.findByText(/Restore written/, {}, patience);
    expect(cellsOf(await readBy(port))).toEqual(cellsOf(before));
    await waitFor(() => expect(screen.queryByRole("group", { name: "Issued invoice changed" })).toBeNull());
  });

  it("is said of a workbook that is opened so, with lines that came and are gone", async () => {
    const book = issuedBook();
    const lines = book.grids.find(({ sheet }) => sheet === "Invoice lines")!;
    const number = viewCell(lines, 1, 0).text;
    const edits = [
      { at: { sheet: "Invoice lines", row: 2, column: 0 }, value: number },
      { at: { sheet: "Invoice lines", row: 2, column: 1 }, value: 7 },
    ];
    const tampered = withPlan(book, { sheets: [], removedSheets: [], appended: [], edits });
    const { port } = await open(undefined, servicesOf(tampered));
    const bar = within(await changed());
    expect(bar.getByText("Line added")).toBeInTheDocument();
    expect(bar.getByText("Line missing")).toBeInTheDocument();
    await pressOnceAble("Restore");
    await screen.findByText(/Restore written/, {}, patience);
    expect(cellsOf(await readBy(port))).toEqual(cellsOf(book));
  });
});
