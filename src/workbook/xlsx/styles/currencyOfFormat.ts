import { currencyMarkIn } from "../../../core/api";

/**
 * The sign or code of money that a format code shows: € of `€ #,##0.00` and `[$€-407] #,##0.00`, USD of `[$USD] 0.00`.
 * `[$-409]` names only a language, colours and conditions nothing.
 */
export function currencyOfFormat(code: string): string | undefined {
  const [positive = ""] = code.split(";");
  const shown = positive
    .replace(/\[\$([^[\]-]*)(?:-[^[\]]*)?\]/g, " $1 ")
    .replace(/\[[^[\]]*\]/g, "")
    .replace(/[_*]./g, "")
    .replace(/["\\]/g, "");
  return currencyMarkIn(shown);
}
