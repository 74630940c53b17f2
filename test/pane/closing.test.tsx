/** @jest-environment jsdom */
import "@testing-library/jest-dom";
import { act, screen, waitFor } from "@testing-library/react";
import userEvent from "@testing-library/user-event";
import { goTo } from "../../src/taskpane/state/location";
import { cellsOf, readBy } from "../port/books";
import { button, expectAccessible } from "./onScreen";
import { renderPane } from "./renderPane";
import { issuedBook, servicesOf } from "./reviewBook";

const patience = { timeout: 5_000 };

/** The pane over issued invoices of October, at a report of More. */
async function open(report: string, fake = servicesOf(issuedBook())) {
  renderPane(fake);
  await button("Read again");
  await act(async () => goTo({ view: "more", report }));
  return fake;
}

async function pressOnceAble(name: string) {
  const able = () =>
    expect(screen.getByRole("button", { name })).not.toHaveAttribute("aria-disabled", "true");
  await waitFor(able, patience);
  await userEvent.click(screen.getByRole("button", { name }));
}

describe("Checklist", () => {
  it("shows what every check says, closes the period, and opens it again with a reason", async () => {
    const { port } = await open("checklist");
    expect(await screen.findByText("Nothing keeps this period open.", {}, patience)).toBeInTheDocument();
    expect(screen.getByRole("combobox", { name: "State of Verified" })).toHaveValue("open");
    const before = cellsOf(await readBy(port));
    await userEvent.type(screen.getByRole("textbox", { name: "Your name" }), "Cleo");
    await expectAccessible();
    await pressOnceAble("Close period");
    expect(await screen.findByText(/^Closed by Cleo on/, {}, patience)).toBeInTheDocument();
    expect(await readBy(port).then(cellsOf)).toMatchObject({ "Closed periods!A2": "2 2026-10" });
    const reopen = await button("Reopen period");
    expect(reopen).toHaveAttribute("aria-disabled", "true");
    await userEvent.type(screen.getByRole("textbox", { name: "Reason" }), "Late usage");
    await pressOnceAble("Reopen period");
    expect(await screen.findByText("Nothing keeps this period open.", {}, patience)).toBeInTheDocument();
    await pressOnceAble("Undo");
    await screen.findByText("Reopen period is undone.", {}, patience);
    await pressOnceAble("Undo");
    await screen.findByText("Close period is undone.", {}, patience);
    expect(cellsOf(await readBy(port))).toEqual(before);
  });

  it("leaves a period open whose documents were edited, and says why", async () => {
    const fake = servicesOf(issuedBook());
    fake.port.type("Prices", [{ at: { sheet: "Prices", row: 1, column: 5 }, value: 0.7 }]);
    await open("checklist", fake);
    expect(await screen.findByText(/to go\.$/, {}, patience)).toBeInTheDocument();
    expect(await button("Close period")).toHaveAttribute("aria-disabled", "true");
    await userEvent.selectOptions(
      screen.getByRole("combobox", { name: "State of Reconciled" }),
      "Not needed",
    );
    expect(await screen.findByText("Checklist written: Checklist.", {}, patience)).toBeInTheDocument();
    await waitFor(
      () => expect(screen.getByRole("combobox", { name: "State of Reconciled" })).toHaveValue("not_needed"),
      patience,
    );
  });
});

describe("Error register", () => {
  it("shows errors by cause, and keeps what people say of them", async () => {
    const errors = [
      ["Date", "Cause", "Invoice number", "Amount", "Currency", "Owner", "Root cause", "State"],
      ["2026-11-02", "Price", "DRAFT-K1", 120, "EUR", null, "Old price list", "Open"],
      ["2026-11-03", null, "DRAFT-K2", 80, "EUR", null, null, "Open"],
    ];
    const { port } = await open("errors", servicesOf(issuedBook({ "Error register": errors })));
    await userEvent.click(await screen.findByRole("button", { name: /DRAFT-K2/ }, patience));
    await expectAccessible();
    await userEvent.selectOptions(screen.getByRole("combobox", { name: "Cause" }), "Late");
    await userEvent.type(screen.getByRole("textbox", { name: "Owner" }), "Ann");
    await userEvent.clear(screen.getByRole("textbox", { name: "State" }));
    await userEvent.type(screen.getByRole("textbox", { name: "State" }), "Closed");
    await pressOnceAble("Save");
    await screen.findByText("DRAFT-K2 is saved.", {}, patience);
    const cells = cellsOf(await readBy(port));
    expect([cells["Error register!B3"], cells["Error register!F3"], cells["Error register!H3"]]).toEqual(
      ["Late", "Ann", "Closed"].map((text) => expect.stringContaining(text) as string),
    );
    expect(await screen.findByText("Open (1)", {}, patience)).toBeInTheDocument();
  });
});

describe("Card numbers", () => {
  it("are found in cells, masked but for four digits, and back once it is undone", async () => {
    const notes = [["Note"], ["Card 4111 1111 1111 1111, paid"], ["Invoice 4111"]];
    const { port } = await open("cards", servicesOf(issuedBook({ Notes: notes })));
    expect(await screen.findByText(/\*+1111 Visa|1111/, {}, patience)).toBeInTheDocument();
    expect(document.body).not.toHaveTextContent("4111 1111 1111 1111");
    await userEvent.click(await screen.findByRole("button", { name: "Notes!A2" }));
    expect(port.revealed.at(-1)).toEqual([{ sheet: "Notes", row: 1, column: 0 }]);
    await expectAccessible();
    await pressOnceAble("Mask");
    expect(await screen.findByText("No payment card number was found.", {}, patience)).toBeInTheDocument();
    expect(cellsOf(await readBy(port))["Notes!A2"]).toMatch(/Card \*[* ]+1111, paid/);
    await pressOnceAble("Undo");
    await screen.findByText("Mask is undone.", {}, patience);
    expect(cellsOf(await readBy(port))["Notes!A2"]).toContain("4111 1111 1111 1111");
  });
});

describe("Contract", () => {
  it("shows what is billed of the period, the prices in force and how they came about, on the day that is chosen", async () => {
    await open("contract");
    expect(await screen.findByRole("heading", { name: "Prices in force" }, patience)).toBeInTheDocument();
    expect(screen.getByText("A final document bills it.")).toBeInTheDocument();
    expect(screen.getAllByRole("row").at(-1)).toHaveTextContent(/^Total/);
    await expectAccessible();
    await userEvent.type(screen.getByLabelText("On"), "1999-12-31");
    expect(await screen.findByText("No price is in force on this day.", {}, patience)).toBeInTheDocument();
    expect(screen.getByText("The contract has no billing period on this day.")).toBeInTheDocument();
  });
});
