import { screen } from "@testing-library/react";
import axe from "axe-core";

/** The button of a name, once it is there. */
export const button = (name: string | RegExp) => screen.findByRole("button", { name });

/** Holds the page to axe. */
export async function expectAccessible(): Promise<void> {
  // Colours need a real browser. What jsdom lays out nowhere has no size to judge either.
  const { violations } = await axe.run(document.body, {
    rules: { "color-contrast": { enabled: false }, region: { enabled: false } },
  });
  expect(violations.map(({ id, nodes }) => `${id}: ${nodes.map(({ html }) => html).join("\n")}`)).toEqual([]);
}
