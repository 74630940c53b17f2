import type { CellStyle } from "../plan";

/** One accent, one grey for what comes second, two light ones for rules and bands. */
export const colors = {
  accent: "1F3A5F",
  muted: "667080",
  rule: "D3D9E0",
  band: "F1F4F7",
  white: "FFFFFF",
  warning: "8A4B00",
  warningBand: "FFF1DC",
} as const;

export const sizes = { small: 8, heading: 9, text: 10, company: 13, title: 24, due: 12 } as const;

/** In number formats: room as wide as two brackets, where a figure would touch what follows. */
export const AIR_AFTER = "_)_)";
/** In digits. */
export const AIR_WIDTH = 1.2;
const AIR_BEFORE = "_(";

const text: CellStyle = { size: sizes.text, vertical: "top" };
const small: CellStyle = { size: sizes.small, vertical: "top", color: colors.muted };

const header: CellStyle = {
  size: sizes.heading,
  bold: true,
  color: colors.accent,
  fill: colors.band,
  vertical: "center",
};

/** Looks of an invoice sheet. Equal styles are one object, so that the writer meets few of them. */
export const styles = {
  text: { ...text, wrap: true },
  strong: { ...text, bold: true, wrap: true },
  small: { ...small, wrap: true },
  remark: { ...small, italic: true, wrap: true },
  company: { size: sizes.company, bold: true, color: colors.accent, vertical: "top", wrap: true },
  title: { size: sizes.title, bold: true, color: colors.accent, vertical: "center" },
  label: { ...text, color: colors.muted },
  caption: { size: sizes.small, bold: true, color: colors.accent, vertical: "top" },
  headerLeft: header,
  headerRight: { ...header, align: "right" },
  contract: { ...text, bold: true, color: colors.accent },
  total: { ...text, bold: true },
  headerQuantity: { ...header, align: "right", format: `@${AIR_AFTER}` },
  due: {
    size: sizes.due,
    bold: true,
    color: colors.white,
    fill: colors.accent,
    vertical: "center",
    format: `${AIR_BEFORE}@`,
  },
  /** The band that says that a document is a draft or void. */
  notValid: {
    ...text,
    bold: true,
    color: colors.warning,
    fill: colors.warningBand,
    vertical: "center",
    format: `${AIR_BEFORE}@`,
  },
  rule: { fill: colors.rule },
} as const satisfies Record<string, CellStyle>;
