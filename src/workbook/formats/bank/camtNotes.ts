import type { XmlElement } from "../../xml/xml";
import { elementAt, textAt } from "./camtText";

/** USD 1000.00, as the file has it. */
function written(amount: XmlElement | undefined): string | undefined {
  const value = amount && textAt(amount);
  return value === undefined ? undefined : `${amount?.attribute("Ccy") ?? ""} ${value}`.trim();
}

/** Charges that the bank kept, or took beside: in themselves, and since the third version record by record. */
export function chargeNotes(element: XmlElement): string[] {
  return element.childrenNamed("Chrgs").flatMap((charges) => {
    const records = [charges, ...charges.childrenNamed("Rcrd")];
    return records.flatMap((record) => {
      const amount = written(record.child("Amt"));
      return amount === undefined ? [] : [`charges ${amount}`];
    });
  });
}

/** What was instructed in another currency, at which rate it was changed, and what it cost. */
export function amountNotes(element: XmlElement, currency: string): string[] {
  const instructed = elementAt(element, "AmtDtls", "InstdAmt");
  const amount = instructed?.child("Amt");
  const isForeign = amount && amount.attribute("Ccy") !== currency;
  const rates = ["InstdAmt", "TxAmt", "CntrValAmt"].flatMap(
    (name) => elementAt(element, "AmtDtls", name, "CcyXchg")?.child("XchgRate") ?? [],
  );
  const rate = rates[0] && textAt(rates[0]);
  return [
    ...(isForeign ? [`instructed ${written(amount) ?? ""}`] : []),
    ...(rate === undefined ? [] : [`rate ${rate}`]),
    ...chargeNotes(element),
  ];
}

/** Why money went back: the reason's code, and what is said besides. */
export function returnNotes(element: XmlElement): string[] {
  const returned = element.child("RtrInf");
  if (!returned) return [];
  const reason = textAt(returned, "Rsn", "Cd") ?? textAt(returned, "Rsn", "Prtry") ?? "";
  const more = returned.childrenNamed("AddtlInf").flatMap((text) => textAt(text) ?? []);
  return [["returned", reason, ...more].filter((text) => text !== "").join(" ")];
}
