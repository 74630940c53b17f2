import {
  createDOMRenderer,
  FluentProvider,
  RendererProvider,
  webLightTheme,
} from "@fluentui/react-components";
import type { ReactNode } from "react";

/**
 * Classes without their rules: jsdom lays nothing out, and would try every rule on every element that a query by role
 * asks about. What is seen and in which colours is for the browser tests.
 */
const withoutRules = { ...createDOMRenderer(), insertCSSRules: () => undefined };

/** Fluent as the page has it around its screens. */
export function InFluent({ children }: { readonly children: ReactNode }) {
  return (
    <RendererProvider renderer={withoutRules}>
      <FluentProvider theme={webLightTheme}>{children}</FluentProvider>
    </RendererProvider>
  );
}
