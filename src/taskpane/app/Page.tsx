import { FluentProvider, webDarkTheme, webLightTheme } from "@fluentui/react-components";
import { useMemo, useSyncExternalStore, type ReactNode } from "react";
import { findOffice } from "../office";
import { makeFormats } from "../strings/formats";
import { TextContext, type Translate } from "../strings/text";
import { onThemeChange, readIsDark } from "../theme";
import { ErrorBoundary } from "./ErrorBoundary";

/** Figures are written as in the workbook; in a plain browser, as in the browser. */
const formats = makeFormats(findOffice()?.context?.contentLanguage ?? navigator.language);

/** What surrounds everything: theme, language and the last safety net. */
export function Page({
  children,
  translate,
}: {
  readonly children: ReactNode;
  readonly translate: Translate;
}) {
  const text = useMemo(() => ({ translate, f: formats }), [translate]);
  const isDark = useSyncExternalStore(onThemeChange, readIsDark);
  return (
    <FluentProvider theme={isDark ? webDarkTheme : webLightTheme}>
      <TextContext value={text}>
        {/* Not a class of the provider: it gives its own to whatever it lays over the page. */}
        <div className="page">
          <ErrorBoundary>{children}</ErrorBoundary>
        </div>
      </TextContext>
    </FluentProvider>
  );
}
