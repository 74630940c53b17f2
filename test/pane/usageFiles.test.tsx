/** @jest-environment jsdom */
import "@testing-library/jest-dom";
import { fireEvent, screen, within } from "@testing-library/react";
import userEvent from "@testing-library/user-event";
import { inlineClient } from "../../src/taskpane/client/inlineClient";
import { MemoryPort } from "../port/memoryPort";
import { servicesOver } from "./fakeServices";
import { button, expectAccessible } from "./onScreen";
import { renderPane } from "./renderPane";
import { bookOfSheets, newSession } from "./sessionBooks";

const TITLES = ["Event ID", "Contract ID", "Meter", "Date", "Quantity"];
const fileOf = (name: string, id: string, quantity: number) =>
  new File([`${TITLES.join(",")}\n${id},A,Calls,2026-04-05,${String(quantity)}\n`], name, {
    lastModified: 1,
  });

/** The pane over contracts and prices, and no sheet of usage. */
async function showBook(): Promise<void> {
  const { snapshot } = await bookOfSheets({
    Contracts: [
      ["Contract ID", "Customer ID", "Customer name", "Start date", "Currency"],
      ["A", "C-1", "Ann Ltd", 46_023, "EUR"],
    ],
    Prices: [
      ["Contract ID", "Product", "Meter", "Pricing model", "Unit price"],
      ["A", "Calls", "Calls", "per_unit", 1],
    ],
  });
  renderPane(servicesOver(new MemoryPort(snapshot), inlineClient(newSession)));
}

const block = async () => within(await screen.findByRole("region", { name: "Usage files" }));

it("takes usage files that are chosen or let go of over it, and bills them", async () => {
  await showBook();
  await userEvent.upload((await block()).getByLabelText("Usage files"), fileOf("a.csv", "E-1", 2));
  expect(await screen.findByText(/its rows are written into Usage/)).toBeInTheDocument();
  const files = [fileOf("a.csv", "E-1", 2), fileOf("b.csv", "E-2", 40)];
  fireEvent.drop(document.querySelector('[data-drop="usage"]')!, { dataTransfer: { files } });
  expect(await screen.findByText("b.csv")).toBeInTheDocument();
  // The one that is there already is not taken twice.
  expect((await block()).getAllByRole("listitem")).toHaveLength(2);
  await expectAccessible();
  await userEvent.click(await button("Check"));
  await userEvent.click(await button("Preview invoices"));
  expect((await screen.findAllByText(/42\.00/)).length).toBeGreaterThan(0);
  expect(screen.getByRole("row", { name: /^Usage new 2$/ })).toBeInTheDocument();
  await userEvent.click(await button("Back"));
  await userEvent.click(await button("Back"));
  await userEvent.click(await screen.findByRole("button", { name: "Leave out b.csv" }));
  expect(await screen.findByText("a.csv")).toBeInTheDocument();
  expect(screen.queryByText("b.csv")).not.toBeInTheDocument();
});

it("says what is wrong with a file, and goes on without it", async () => {
  await showBook();
  await userEvent.upload(
    (await block()).getByLabelText("Usage files"),
    new File(["Hello"], "letter.csv", { lastModified: 1 }),
  );
  expect(await screen.findByText(/letter\.csv: Usage has no column “Meter”/)).toBeInTheDocument();
  expect((await block()).queryByRole("listitem")).not.toBeInTheDocument();
});
