const DISCOUNT = /#SKONTO#TAGE=\d+#PROZENT=\d+\.\d{2}(?:#BASISBETRAG=-?\d+\.\d{2})?#$/;

/** Lines of the terms that begin with # are discounts in a fixed form; one at the end has a line break behind it. */
export function areDiscounts(terms: string, is: "a line" | "the end of a line"): boolean {
  const lines = terms.split(/\r?\n/);
  const offers = lines.filter((line) => line.trim().startsWith("#"));
  if (offers.length === 0) return true;
  const hasForm = (line: string) => {
    const found = DISCOUNT.exec(line);
    return found !== null && (is === "the end of a line" || found.index === 0);
  };
  return offers.every((line) => hasForm(line.trim())) && !(lines.at(-1) ?? "").trim().startsWith("#");
}
