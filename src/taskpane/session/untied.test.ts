import { byDefault, previewOf, sampleBook, sessionOf } from "../../../test/pane/sessionBooks";
import type * as Ties from "../../core/sheets/ties/ties";

jest.mock("../../core/sheets/ties/ties", () => {
  const actual = jest.requireActual<typeof Ties>("../../core/sheets/ties/ties");
  const checkTies = () => {
    throw new actual.UntiedPlan(
      "figures do not agree, nothing was written: INV-1: its lines add up to 9, Subtotal is 10",
    );
  };
  return { ...actual, checkTies };
});

it("shows what does not agree in place of a preview, and has nothing to write", async () => {
  const session = sessionOf(await sampleBook());
  const message =
    "The figures do not agree, nothing was written: INV-1: its lines add up to 9, Subtotal is 10.";
  expect(() => previewOf(session, byDefault)).toThrow(message);
  expect(() => session.ask("preview", "plan", { at: "2026-11-02T09:30:00", user: "tester" })).toThrow(
    "Preview the invoices before they are written.",
  );
});
