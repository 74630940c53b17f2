/** @jest-environment jsdom */
import "@testing-library/jest-dom";
import { act, screen } from "@testing-library/react";
import userEvent from "@testing-library/user-event";
import { fakeServices } from "./fakeServices";
import { invoiceRow } from "./fakeViews";
import { renderPane } from "./renderPane";

const button = (name: string) => screen.findByRole("button", { name });

it("a view that breaks leaves the others alone, and comes back when it is reset", async () => {
  const log = jest.spyOn(console, "error").mockImplementation();
  const broken = { ...invoiceRow(1), customer: undefined } as unknown as ReturnType<typeof invoiceRow>;
  const invoices = jest
    .fn(() => Promise.resolve([invoiceRow(1)] as const))
    .mockResolvedValueOnce([{ ...broken, total: undefined } as unknown as typeof broken]);
  renderPane(fakeServices({ review: { view: invoices } }));
  await button("Check");
  await userEvent.click(screen.getByRole("tab", { name: "Review" }));
  expect(await screen.findByRole("heading", { name: "This view has stopped" })).toBeInTheDocument();
  for (const name of ["Reload", "Copy details"]) expect(await button(name)).toBeInTheDocument();
  await userEvent.click(await button("Reset view"));
  expect(await screen.findByText("Customer number 1")).toBeInTheDocument();
  await userEvent.click(screen.getByRole("tab", { name: "Bill" }));
  expect(await button("Check")).toBeInTheDocument();
  log.mockRestore();
});

it("a promise that nobody waits for is told of", async () => {
  renderPane(fakeServices());
  await button("Check");
  act(() => {
    const event = Object.assign(new Event("unhandledrejection"), { reason: new Error("cell says 42") });
    window.dispatchEvent(event);
  });
  expect(await screen.findByText(/went wrong in the background/)).toBeInTheDocument();
  expect(screen.queryByText(/42/)).not.toBeInTheDocument();
});
