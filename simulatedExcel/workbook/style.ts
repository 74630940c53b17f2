/** How a cell looks. Flat, so that a format of many cells is read and written key by key. */
export interface Style {
  readonly numberFormat: string;
  /** `#RRGGBB`, or "" without a fill. */
  readonly fill: string;
  readonly pattern: string;
  readonly fontName: string;
  readonly fontSize: number;
  readonly fontColor: string;
  readonly bold: boolean;
  readonly italic: boolean;
  readonly underline: string;
  readonly strikethrough: boolean;
  readonly horizontal: string;
  readonly vertical: string;
  readonly wrap: boolean;
  readonly indent: number;
  readonly shrink: boolean;
  readonly orientation: number;
  /** `style weight #color`, or "" without a line. */
  readonly top: string;
  readonly bottom: string;
  readonly left: string;
  readonly right: string;
  readonly locked: boolean;
  readonly formulaHidden: boolean;
}

export type StyleKey = keyof Style;
export type StylePatch = Partial<Style>;

export const plainStyle: Style = Object.freeze({
  numberFormat: "General",
  fill: "",
  pattern: "",
  fontName: "Calibri",
  fontSize: 11,
  fontColor: "#000000",
  bold: false,
  italic: false,
  underline: "None",
  strikethrough: false,
  horizontal: "General",
  vertical: "Bottom",
  wrap: false,
  indent: 0,
  shrink: false,
  orientation: 0,
  top: "",
  bottom: "",
  left: "",
  right: "",
  locked: true,
  formulaHidden: false,
});

const styleKeys = Object.keys(plainStyle) as StyleKey[];
const pool = new Map<string, Style>([[JSON.stringify(Object.values(plainStyle)), plainStyle]]);

/** What a patch makes of a style: the same few are asked for a million times. */
const made = new Map<Style, Map<string, Style>>();

/** Equal styles are one object, so that a million cells share a few. */
export function restyle(style: Style, patch: StylePatch): Style {
  const patchKey = JSON.stringify(patch);
  const madeOfThis = made.get(style) ?? new Map<string, Style>();
  made.set(style, madeOfThis);
  const known = madeOfThis.get(patchKey) ?? pooled({ ...style, ...patch });
  madeOfThis.set(patchKey, known);
  return known;
}

function pooled(style: Style): Style {
  const key = JSON.stringify(styleKeys.map((property) => style[property]));
  const known = pool.get(key) ?? Object.freeze(style);
  pool.set(key, known);
  return known;
}

const differences = new Map<Style, StylePatch>();

/** What differs from a plain cell. */
export function styleDifference(style: Style): StylePatch {
  const known = differences.get(style);
  if (known) return known;
  const difference: StylePatch = Object.fromEntries(
    styleKeys.filter((key) => style[key] !== plainStyle[key]).map((key) => [key, style[key]]),
  );
  differences.set(style, difference);
  return difference;
}
