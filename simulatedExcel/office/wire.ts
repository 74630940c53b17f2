import { fault } from "../workbook/fault";

/** Values of requests, checked: what is of another kind is InvalidArgument. */
export function textOf(value: unknown): string {
  if (typeof value !== "string") throw fault("InvalidArgument", `${JSON.stringify(value)} is no text`);
  return value;
}

export function numberOf(value: unknown): number {
  if (typeof value !== "number") throw fault("InvalidArgument", `${JSON.stringify(value)} is no number`);
  return value;
}

export function booleanOf(value: unknown): boolean {
  if (typeof value !== "boolean") {
    throw fault("InvalidArgument", `${JSON.stringify(value)} is neither true nor false`);
  }
  return value;
}

export function recordOf(value: unknown): Readonly<Record<string, unknown>> {
  if (typeof value !== "object" || value === null || Array.isArray(value)) {
    throw fault("InvalidArgument", `${JSON.stringify(value)} is no object`);
  }
  return value as Record<string, unknown>;
}

export function isAbsent(value: unknown): value is null | undefined {
  return value === null || value === undefined;
}

/** One of the names that Excel knows. */
export function oneOf<T extends string>(names: readonly T[]): (value: unknown) => T {
  return (value) => {
    const found = names.find((name) => name === value);
    if (found === undefined) {
      throw fault("InvalidArgument", `${JSON.stringify(value)} is none of ${names.join(", ")}`);
    }
    return found;
  };
}

const colourNames: Readonly<Record<string, string>> = {
  black: "#000000",
  white: "#FFFFFF",
  red: "#FF0000",
  green: "#008000",
  blue: "#0000FF",
  yellow: "#FFFF00",
  orange: "#FFA500",
  gray: "#808080",
  grey: "#808080",
  purple: "#800080",
};

/** `#RRGGBB` for that, without the `#`, or for a colour of HTML. */
export function colourOf(value: unknown): string {
  const text = textOf(value);
  const known = colourNames[text.toLowerCase()];
  if (known !== undefined) return known;
  const match = /^#?([0-9a-f]{6})$/i.exec(text);
  if (!match) throw fault("InvalidArgument", `"${text}" is no colour`);
  return `#${match[1]!.toUpperCase()}`;
}
