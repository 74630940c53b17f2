import { currencyMarkIn } from "../../../core/api";

/** Quoted text, an escaped sign, a currency in brackets, a colour or condition, and what only takes room. */
const PIECES = /"([^"]*)"|\\(.)|\[\$([^[\]-]*)(?:-[^[\]]*)?\]|\[[^[\]]*\]|[_*].|general|(.)/gisu;

/**
 * The words that a format code writes behind a number, or before it where there are none behind: ct of `0.0" ct"`,
 * €/100 kWh of `0.00 "€/100 kWh"`. Money alone and what scales the number itself (`0.0,"k"`) are no unit.
 */
export function unitOfFormat(code: string): string | undefined {
  const [positive = ""] = code.split(/;(?=(?:[^"]*"[^"]*")*[^"]*$)/);
  let before = "";
  let behind = "";
  let hasFigure = false;
  let scales = false;
  for (const [piece, quoted, escaped, money, plain] of positive.matchAll(PIECES)) {
    const text = quoted ?? escaped ?? money;
    if (/^general$/i.test(piece) || (plain !== undefined && "0#?".includes(plain))) {
      hasFigure = true;
      scales = false;
      behind = "";
    } else if (plain === ",") scales = hasFigure;
    else if (text !== undefined || (plain !== undefined && !".%eE+".includes(plain))) {
      if (hasFigure) behind += text ?? plain ?? "";
      else before += text ?? plain ?? "";
    }
  }
  if (scales) return undefined;
  const unit = [behind, before].map((text) => text.trim()).find((text) => /[\p{L}¢‰]/u.test(text));
  return unit === undefined || unit === currencyMarkIn(unit) ? undefined : unit;
}
