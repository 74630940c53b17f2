import type ExcelJS from "exceljs";
import type { Role } from "./sheet";

const color = (argb: string) => ({ argb: `FF${argb}` });
const fill = (argb: string): ExcelJS.Fill => ({ type: "pattern", pattern: "solid", fgColor: color(argb) });
const line = { style: "thin", color: color("BFBFBF") } as const;
const font = (more: Partial<ExcelJS.Font> = {}) => ({ name: "Calibri", size: 11, ...more });
const INK = "1F3864";

/** How a cell looks by what it is for. */
export const looks: Readonly<Record<Role, Partial<ExcelJS.Style>>> = {
  title: { font: font({ size: 16, bold: true, color: color(INK) }) },
  text: { font: font({ color: color("595959") }) },
  heading: { font: font({ size: 12, bold: true, color: color(INK) }) },
  formulaText: { font: font({ name: "Consolas", size: 10, color: color("38761D") }) },
  header: {
    font: font({ bold: true, color: color("FFFFFF") }),
    fill: fill(INK),
  },
  input: { font: font({ color: color("0000FF") }), border: { bottom: line } },
  result: { font: font(), fill: fill("E2EFDA"), border: { bottom: line } },
  plain: { font: font({ color: color("7F7F7F") }), border: { bottom: line } },
  check: {
    font: font({ color: color("38761D") }),
    border: { bottom: line },
  },
  total: { font: font({ bold: true, color: color(INK) }), alignment: { horizontal: "left" } },
  link: { font: font({ underline: true, color: color("0563C1") }) },
};

/** What makes a difference catch the eye. */
export const alarm: Partial<ExcelJS.Style> = {
  font: { bold: true, color: color("9C0006") },
  fill: { type: "pattern", pattern: "solid", bgColor: color("FFC7CE") },
};
