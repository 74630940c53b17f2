import { findOffice, type OfficeContext } from "./office";

/** 0 for black to 1 for white, of #rrggbb or rgb(r, g, b); undefined for what has no colour. */
export function luminanceOf(color: string): number | undefined {
  const hex = /^#([\da-f]{2})([\da-f]{2})([\da-f]{2})$/i.exec(color.trim());
  const parts = hex
    ? hex.slice(1).map((part) => parseInt(part, 16))
    : (/^rgb\(([\d.]+)[ ,]+([\d.]+)[ ,]+([\d.]+)\)$/i.exec(color.trim())?.slice(1).map(Number) ?? []);
  const [red, green, blue] = parts;
  if (red === undefined || green === undefined || blue === undefined) return undefined;
  return (0.2126 * red + 0.7152 * green + 0.0722 * blue) / 255;
}

/** Office may know; Excel on the web does not, and then its background or the system decides. */
export function isDark(
  officeTheme: OfficeContext["officeTheme"] | undefined,
  systemIsDark: boolean,
): boolean {
  if (officeTheme?.isDarkTheme !== undefined) return officeTheme.isDarkTheme;
  const luminance = luminanceOf(officeTheme?.bodyBackgroundColor ?? "");
  return luminance === undefined ? systemIsDark : luminance < 0.5;
}

const darkSystem = () => window.matchMedia("(prefers-color-scheme: dark)");

export const readIsDark = () => isDark(findOffice()?.context?.officeTheme, darkSystem().matches);

/** Calls back when the answer may be another one: some hosts change their theme without a word. */
export function onThemeChange(listener: () => void): () => void {
  const system = darkSystem();
  system.addEventListener("change", listener);
  document.addEventListener("visibilitychange", listener);
  return () => {
    system.removeEventListener("change", listener);
    document.removeEventListener("visibilitychange", listener);
  };
}
