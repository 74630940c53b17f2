/** @jest-environment jsdom */
import "@testing-library/jest-dom";
import { act, screen, waitFor } from "@testing-library/react";
import userEvent from "@testing-library/user-event";
import { goTo } from "../../src/taskpane/state/location";
import { viewCell } from "../../src/core/schema/viewCell";
import { readBy } from "../port/books";
import type { MemoryPort } from "../port/memoryPort";
import type { FakeServices } from "./fakeServices";
import { button, expectAccessible } from "./onScreen";
import { renderPane } from "./renderPane";
import { billedBook, servicesOf } from "./reviewBook";

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
