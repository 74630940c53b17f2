import type { Group } from "../semantic";
import { ciiTree } from "./cii";
import { ublTree } from "./ubl";
import { writeXml } from "./writeXml";
import type { DocumentElement } from "./xmlTree";

const UBL = "urn:oasis:names:specification:ubl:schema:xsd:";
const CEFACT = "urn:un:unece:uncefact:data:standard:";

const documentOf = ({ isCreditNote }: Group): DocumentElement => (isCreditNote ? "CreditNote" : "Invoice");

/** The writers, by what `e-invoice --syntax` calls them. */
export const syntaxes = {
  ubl: (invoice: Group): string => {
    const document = documentOf(invoice);
    const namespaces = [
      ["xmlns", `${UBL}${document}-2`],
      ["xmlns:cac", `${UBL}CommonAggregateComponents-2`],
      ["xmlns:cbc", `${UBL}CommonBasicComponents-2`],
    ] as const;
    return writeXml({ name: document, namespaces, tree: ublTree, document }, invoice);
  },
  cii: (invoice: Group): string => {
    const namespaces = [
      ["xmlns:rsm", `${CEFACT}CrossIndustryInvoice:100`],
      ["xmlns:ram", `${CEFACT}ReusableAggregateBusinessInformationEntity:100`],
      ["xmlns:qdt", `${CEFACT}QualifiedDataType:100`],
      ["xmlns:udt", `${CEFACT}UnqualifiedDataType:100`],
    ] as const;
    const document = documentOf(invoice);
    return writeXml({ name: "rsm:CrossIndustryInvoice", namespaces, tree: ciiTree, document }, invoice);
  },
} as const;

export type SyntaxId = keyof typeof syntaxes;
