import type { GroupId, TermId } from "../semantic";
import { addressTerms, type AddressGroup } from "./addressTerms";
import { amount, element, fixed, groupElement, term, type XmlElement } from "./xmlTree";

const dateString = (id: TermId, prefix = "udt") =>
  term(`${prefix}:DateTimeString`, id, { isCompactDate: true, constant: ["format", "102"] });

const day = (name: string, id: TermId) => element(name, [dateString(id)]);
const reference = (name: string, id: TermId) => element(name, [term("ram:IssuerAssignedID", id)]);
const vatType = fixed("ram:TypeCode", "VAT");

function address(group: AddressGroup): XmlElement {
  const terms = addressTerms[group];
  return groupElement("ram:PostalTradeAddress", group, [
    term("ram:PostcodeCode", terms.code),
    term("ram:LineOne", terms.street),
    term("ram:LineTwo", terms.street2),
    term("ram:LineThree", terms.street3),
    term("ram:CityName", terms.city),
    term("ram:CountryID", terms.country),
    term("ram:CountrySubDivisionName", terms.region),
  ]);
}

function contact(group: GroupId, name: TermId, phone: TermId, email: TermId): XmlElement {
  return groupElement("ram:DefinedTradeContact", group, [
    term("ram:PersonName", name),
    element("ram:TelephoneUniversalCommunication", [term("ram:CompleteNumber", phone)]),
    element("ram:EmailURIUniversalCommunication", [term("ram:URIID", email)]),
  ]);
}

const electronicAddress = (id: TermId) =>
  element("ram:URIUniversalCommunication", [term("ram:URIID", id, { scheme: "schemeID" })]);

const taxNumber = (id: TermId, scheme: "VA" | "FC") =>
  element("ram:SpecifiedTaxRegistration", [term("ram:ID", id, { constant: ["schemeID", scheme] })]);

const seller = groupElement("ram:SellerTradeParty", "BG-4", [
  term("ram:ID", "BT-29"),
  term("ram:Name", "BT-27"),
  term("ram:Description", "BT-33"),
  element("ram:SpecifiedLegalOrganization", [
    term("ram:ID", "BT-30", { scheme: "schemeID" }),
    term("ram:TradingBusinessName", "BT-28"),
  ]),
  contact("BG-6", "BT-41", "BT-42", "BT-43"),
  address("BG-5"),
  electronicAddress("BT-34"),
  taxNumber("BT-31", "VA"),
  taxNumber("BT-32", "FC"),
]);

const buyer = groupElement("ram:BuyerTradeParty", "BG-7", [
  term("ram:ID", "BT-46"),
  term("ram:Name", "BT-44"),
  element("ram:SpecifiedLegalOrganization", [
    term("ram:ID", "BT-47", { scheme: "schemeID" }),
    term("ram:TradingBusinessName", "BT-45"),
  ]),
  contact("BG-9", "BT-56", "BT-57", "BT-58"),
  address("BG-8"),
  electronicAddress("BT-49"),
  taxNumber("BT-48", "VA"),
]);

const line = groupElement("ram:IncludedSupplyChainTradeLineItem", "BG-25", [
  element("ram:AssociatedDocumentLineDocument", [
    term("ram:LineID", "BT-126"),
    element("ram:IncludedNote", [term("ram:Content", "BT-127")]),
  ]),
  element("ram:SpecifiedTradeProduct", [
    term("ram:GlobalID", "BT-157", { scheme: "schemeID" }),
    term("ram:SellerAssignedID", "BT-155"),
    term("ram:BuyerAssignedID", "BT-156"),
    term("ram:Name", "BT-153"),
    term("ram:Description", "BT-154"),
  ]),
  element("ram:SpecifiedLineTradeAgreement", [
    groupElement("ram:NetPriceProductTradePrice", "BG-29", [
      term("ram:ChargeAmount", "BT-146"),
      term("ram:BasisQuantity", "BT-149", { attribute: ["unitCode", "BT-150"] }),
    ]),
  ]),
  element("ram:SpecifiedLineTradeDelivery", [
    term("ram:BilledQuantity", "BT-129", { attribute: ["unitCode", "BT-130"] }),
  ]),
  element("ram:SpecifiedLineTradeSettlement", [
    groupElement("ram:ApplicableTradeTax", "BG-30", [
      vatType,
      term("ram:CategoryCode", "BT-151"),
      term("ram:RateApplicablePercent", "BT-152"),
    ]),
    groupElement("ram:BillingSpecifiedPeriod", "BG-26", [
      day("ram:StartDateTime", "BT-134"),
      day("ram:EndDateTime", "BT-135"),
    ]),
    element("ram:SpecifiedTradeSettlementLineMonetarySummation", [term("ram:LineTotalAmount", "BT-131")]),
    element("ram:ReceivableSpecifiedTradeAccountingAccount", [term("ram:ID", "BT-133")]),
  ]),
]);

const agreement = element("ram:ApplicableHeaderTradeAgreement", [
  term("ram:BuyerReference", "BT-10"),
  seller,
  buyer,
  reference("ram:SellerOrderReferencedDocument", "BT-14"),
  reference("ram:BuyerOrderReferencedDocument", "BT-13"),
  reference("ram:ContractReferencedDocument", "BT-12"),
]);

const delivery = element(
  "ram:ApplicableHeaderTradeDelivery",
  [
    groupElement("ram:ShipToTradeParty", "BG-13", [address("BG-15")]),
    groupElement("ram:ActualDeliverySupplyChainEvent", "BG-13", [day("ram:OccurrenceDateTime", "BT-72")], {
      isSameGroup: true,
    }),
    reference("ram:DespatchAdviceReferencedDocument", "BT-16"),
    reference("ram:ReceivingAdviceReferencedDocument", "BT-15"),
  ],
  { isRequired: true },
);

const settlement = element("ram:ApplicableHeaderTradeSettlement", [
  term("ram:PaymentReference", "BT-83", { from: "BG-16" }),
  term("ram:TaxCurrencyCode", "BT-6"),
  term("ram:InvoiceCurrencyCode", "BT-5"),
  groupElement("ram:SpecifiedTradeSettlementPaymentMeans", "BG-16", [
    term("ram:TypeCode", "BT-81"),
    term("ram:Information", "BT-82"),
    groupElement("ram:PayeePartyCreditorFinancialAccount", "BG-17", [
      term("ram:IBANID", "BT-84"),
      term("ram:AccountName", "BT-85"),
    ]),
    groupElement("ram:PayeeSpecifiedCreditorFinancialInstitution", "BG-17", [term("ram:BICID", "BT-86")], {
      isSameGroup: true,
    }),
  ]),
  groupElement("ram:ApplicableTradeTax", "BG-23", [
    term("ram:CalculatedAmount", "BT-117"),
    vatType,
    term("ram:ExemptionReason", "BT-120"),
    term("ram:BasisAmount", "BT-116"),
    term("ram:CategoryCode", "BT-118"),
    term("ram:ExemptionReasonCode", "BT-121"),
    term("ram:RateApplicablePercent", "BT-119"),
  ]),
  groupElement("ram:BillingSpecifiedPeriod", "BG-14", [
    day("ram:StartDateTime", "BT-73"),
    day("ram:EndDateTime", "BT-74"),
  ]),
  element("ram:SpecifiedTradePaymentTerms", [
    term("ram:Description", "BT-20"),
    day("ram:DueDateDateTime", "BT-9"),
  ]),
  groupElement("ram:SpecifiedTradeSettlementHeaderMonetarySummation", "BG-22", [
    term("ram:LineTotalAmount", "BT-106"),
    term("ram:ChargeTotalAmount", "BT-108"),
    term("ram:AllowanceTotalAmount", "BT-107"),
    term("ram:TaxBasisTotalAmount", "BT-109"),
    amount("ram:TaxTotalAmount", "BT-110"),
    term("ram:RoundingAmount", "BT-114"),
    term("ram:GrandTotalAmount", "BT-112"),
    term("ram:TotalPrepaidAmount", "BT-113"),
    term("ram:DuePayableAmount", "BT-115"),
  ]),
  groupElement("ram:InvoiceReferencedDocument", "BG-3", [
    term("ram:IssuerAssignedID", "BT-25"),
    element("ram:FormattedIssueDateTime", [dateString("BT-26", "qdt")]),
  ]),
  element("ram:ReceivableSpecifiedTradeAccountingAccount", [term("ram:ID", "BT-19")]),
]);

/** UN/CEFACT Cross Industry Invoice D16B, as far as documents of a book go. */
export const ciiTree: readonly XmlElement[] = [
  element("rsm:ExchangedDocumentContext", [
    element("ram:BusinessProcessSpecifiedDocumentContextParameter", [term("ram:ID", "BT-23")]),
    element("ram:GuidelineSpecifiedDocumentContextParameter", [term("ram:ID", "BT-24")]),
  ]),
  element("rsm:ExchangedDocument", [
    term("ram:ID", "BT-1"),
    term("ram:TypeCode", "BT-3"),
    day("ram:IssueDateTime", "BT-2"),
    groupElement("ram:IncludedNote", "BG-1", [term("ram:Content", "BT-22")]),
  ]),
  element("rsm:SupplyChainTradeTransaction", [line, agreement, delivery, settlement]),
];
