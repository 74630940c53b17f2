import type { Decimal } from "../../core/api";

/** Amounts and quantities have at most 15 digits in a workbook, so a JSON number holds them exactly. */
export const numberJson = (value: Decimal): number => value.toNumber();
