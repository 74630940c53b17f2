import { createContext, useContext } from "react";
import { makeFormats, type Formats } from "./formats";

/** Texts of one place in the pane: a word, a sentence with parameters, or a group of them. */
export type Translate = <Strings extends object>(strings: Strings) => Strings;

export interface Text {
  /** Strings in the language of the page; the same object each time, so that hooks may depend on what is in it. */
  readonly translate: Translate;
  readonly f: Formats;
}

export const TextContext = createContext<Text>({ translate: (strings) => strings, f: makeFormats("en") });

/** The texts of a place, out of its own file of strings, and how figures are written. */
export function useText<Strings extends object>(
  strings: Strings,
): { readonly t: Strings; readonly f: Formats } {
  const { translate, f } = useContext(TextContext);
  return { t: translate(strings), f };
}

/** How figures and dates are written, for what has no words. */
export const useFormats = (): Formats => useContext(TextContext).f;
