import { createContext, useContext } from "react";
import { en, type Strings } from "./en";
import { makeFormats, type Formats } from "./formats";

export interface Text {
  readonly t: Strings;
  readonly f: Formats;
}

export const TextContext = createContext<Text>({ t: en, f: makeFormats("en") });

/** The texts of the pane and how figures are written. */
export const useText = () => useContext(TextContext);
