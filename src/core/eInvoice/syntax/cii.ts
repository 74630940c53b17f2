import type { GroupId, TermId } from "../semantic";
import { addressTerms, type AddressGroup } from "./addressTerms";
import { allowanceTerms, type AllowanceTerms } from "./allowanceTerms";
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
    term("ram:DepartmentName", name, { isOnlyRead: true }),
    element("ram:TelephoneUniversalCommunication", [term("ram:CompleteNumber", phone)]),
    element("ram:EmailURIUniversalCommunication", [term("ram:URIID", email)]),
  ]);
}

const electronicAddress = (id: TermId) =>
  element("ram:URIUniversalCommunication", [term("ram:URIID", id, { scheme: "schemeID" })]);

const taxNumber = (id: TermId, scheme: "VA" | "FC") =>
  element("ram:SpecifiedTaxRegistration", [term("ram:ID", id, { constant: ["schemeID", scheme] })]);

/** An identifier without a list, or one of ISO 6523. */
const identifier = (id: TermId): XmlElement[] => [
  term("ram:ID", id, { takes: "unlisted" }),
  term("ram:GlobalID", id, { scheme: "schemeID", takes: "listed" }),
];

function organisation(registration: TermId, tradingName?: TermId): XmlElement {
  return element("ram:SpecifiedLegalOrganization", [
    term("ram:ID", registration, { scheme: "schemeID" }),
    ...(tradingName === undefined ? [] : [term("ram:TradingBusinessName", tradingName)]),
  ]);
}

const seller = groupElement("ram:SellerTradeParty", "BG-4", [
  ...identifier("BT-29"),
  term("ram:Name", "BT-27"),
  term("ram:Description", "BT-33"),
  organisation("BT-30", "BT-28"),
  contact("BG-6", "BT-41", "BT-42", "BT-43"),
  address("BG-5"),
  electronicAddress("BT-34"),
  taxNumber("BT-31", "VA"),
  taxNumber("BT-32", "FC"),
]);

const buyer = groupElement("ram:BuyerTradeParty", "BG-7", [
  ...identifier("BT-46"),
  term("ram:Name", "BT-44"),
  organisation("BT-47", "BT-45"),
  contact("BG-9", "BT-56", "BT-57", "BT-58"),
  address("BG-8"),
  electronicAddress("BT-49"),
  taxNumber("BT-48", "VA"),
]);

function allowanceOrCharge(group: GroupId, isCharge: boolean, terms: AllowanceTerms): XmlElement {
  return groupElement("ram:SpecifiedTradeAllowanceCharge", group, [
    element("ram:ChargeIndicator", [fixed("udt:Indicator", String(isCharge))]),
    term("ram:CalculationPercent", terms.percent),
    term("ram:BasisAmount", terms.base),
    term("ram:ActualAmount", terms.amount),
    term("ram:ReasonCode", terms.reasonCode),
    term("ram:Reason", terms.reason),
    ...(terms.category !== undefined && terms.rate !== undefined
      ? [
          element("ram:CategoryTradeTax", [
            vatType,
            term("ram:CategoryCode", terms.category),
            term("ram:RateApplicablePercent", terms.rate),
          ]),
        ]
      : []),
  ]);
}

const product = element("ram:SpecifiedTradeProduct", [
  term("ram:GlobalID", "BT-157", { scheme: "schemeID" }),
  term("ram:SellerAssignedID", "BT-155"),
  term("ram:BuyerAssignedID", "BT-156"),
  term("ram:Name", "BT-153"),
  term("ram:Description", "BT-154"),
  groupElement("ram:ApplicableProductCharacteristic", "BG-32", [
    term("ram:Description", "BT-160"),
    term("ram:Value", "BT-161"),
  ]),
  element("ram:DesignatedProductClassification", [
    term("ram:ClassCode", "BT-158", { scheme: "listID", attribute: ["listVersionID", "BT-158-2"] }),
  ]),
  element("ram:OriginTradeCountry", [term("ram:ID", "BT-159")]),
]);

const priceOfLine = element("ram:SpecifiedLineTradeAgreement", [
  element("ram:BuyerOrderReferencedDocument", [term("ram:LineID", "BT-132")]),
  groupElement("ram:GrossPriceProductTradePrice", "BG-29", [
    term("ram:ChargeAmount", "BT-148"),
    element("ram:AppliedTradeAllowanceCharge", [
      element("ram:ChargeIndicator", [fixed("udt:Indicator", "false")]),
      term("ram:ActualAmount", "BT-147"),
    ]),
  ]),
  groupElement(
    "ram:NetPriceProductTradePrice",
    "BG-29",
    [
      term("ram:ChargeAmount", "BT-146"),
      term("ram:BasisQuantity", "BT-149", { attribute: ["unitCode", "BT-150"] }),
    ],
    { isSameGroup: true },
  ),
]);

const line = groupElement("ram:IncludedSupplyChainTradeLineItem", "BG-25", [
  element("ram:AssociatedDocumentLineDocument", [
    term("ram:LineID", "BT-126"),
    element("ram:IncludedNote", [term("ram:Content", "BT-127")]),
  ]),
  product,
  priceOfLine,
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
    allowanceOrCharge("BG-27", false, allowanceTerms["BG-27"]),
    allowanceOrCharge("BG-28", true, allowanceTerms["BG-28"]),
    element("ram:SpecifiedTradeSettlementLineMonetarySummation", [term("ram:LineTotalAmount", "BT-131")]),
    element("ram:AdditionalReferencedDocument", [
      term("ram:IssuerAssignedID", "BT-128"),
      fixed("ram:TypeCode", "130"),
    ]),
    element("ram:ReceivableSpecifiedTradeAccountingAccount", [term("ram:ID", "BT-133")]),
  ]),
]);

const documents = [
  groupElement("ram:AdditionalReferencedDocument", "BG-24", [
    term("ram:IssuerAssignedID", "BT-122"),
    term("ram:URIID", "BT-124"),
    fixed("ram:TypeCode", "916"),
    term("ram:Name", "BT-123"),
    term("ram:AttachmentBinaryObject", "BT-125", { scheme: "mimeCode", attribute: ["filename", "BT-125-2"] }),
  ]),
  element("ram:AdditionalReferencedDocument", [
    term("ram:IssuerAssignedID", "BT-17"),
    fixed("ram:TypeCode", "50"),
  ]),
  element("ram:AdditionalReferencedDocument", [
    term("ram:IssuerAssignedID", "BT-18"),
    fixed("ram:TypeCode", "130"),
  ]),
];

const agreement = element("ram:ApplicableHeaderTradeAgreement", [
  term("ram:BuyerReference", "BT-10"),
  seller,
  buyer,
  groupElement("ram:SellerTaxRepresentativeTradeParty", "BG-11", [
    term("ram:Name", "BT-62"),
    address("BG-12"),
    taxNumber("BT-63", "VA"),
  ]),
  reference("ram:SellerOrderReferencedDocument", "BT-14"),
  reference("ram:BuyerOrderReferencedDocument", "BT-13"),
  reference("ram:ContractReferencedDocument", "BT-12"),
  ...documents,
  element("ram:SpecifiedProcuringProject", [term("ram:ID", "BT-11")]),
]);

const delivery = element(
  "ram:ApplicableHeaderTradeDelivery",
  [
    groupElement("ram:ShipToTradeParty", "BG-13", [
      ...identifier("BT-71"),
      term("ram:Name", "BT-70"),
      address("BG-15"),
    ]),
    groupElement("ram:ActualDeliverySupplyChainEvent", "BG-13", [day("ram:OccurrenceDateTime", "BT-72")], {
      isSameGroup: true,
    }),
    reference("ram:DespatchAdviceReferencedDocument", "BT-16"),
    reference("ram:ReceivingAdviceReferencedDocument", "BT-15"),
  ],
  { isRequired: true },
);

const paymentMeans = groupElement("ram:SpecifiedTradeSettlementPaymentMeans", "BG-16", [
  term("ram:TypeCode", "BT-81"),
  term("ram:Information", "BT-82"),
  groupElement("ram:ApplicableTradeSettlementFinancialCard", "BG-18", [
    term("ram:ID", "BT-87"),
    term("ram:CardholderName", "BT-88"),
  ]),
  groupElement("ram:PayerPartyDebtorFinancialAccount", "BG-19", [term("ram:IBANID", "BT-91")]),
  groupElement("ram:PayeePartyCreditorFinancialAccount", "BG-17", [
    term("ram:IBANID", "BT-84"),
    term("ram:AccountName", "BT-85"),
    term("ram:ProprietaryID", "BT-84", { isOnlyRead: true }),
  ]),
  groupElement("ram:PayeeSpecifiedCreditorFinancialInstitution", "BG-17", [term("ram:BICID", "BT-86")], {
    isSameGroup: true,
  }),
]);

const settlement = element("ram:ApplicableHeaderTradeSettlement", [
  term("ram:CreditorReferenceID", "BT-90", { from: "top" }),
  term("ram:PaymentReference", "BT-83", { from: "BG-16" }),
  term("ram:TaxCurrencyCode", "BT-6"),
  term("ram:InvoiceCurrencyCode", "BT-5"),
  groupElement("ram:PayeeTradeParty", "BG-10", [
    ...identifier("BT-60"),
    term("ram:Name", "BT-59"),
    organisation("BT-61"),
  ]),
  paymentMeans,
  groupElement("ram:ApplicableTradeTax", "BG-23", [
    term("ram:CalculatedAmount", "BT-117"),
    vatType,
    term("ram:ExemptionReason", "BT-120"),
    term("ram:BasisAmount", "BT-116"),
    term("ram:CategoryCode", "BT-118"),
    term("ram:ExemptionReasonCode", "BT-121"),
    element("ram:TaxPointDate", [term("udt:DateString", "BT-7", { from: "top", isCompactDate: true })]),
    term("ram:DueDateTypeCode", "BT-8", { from: "top" }),
    term("ram:RateApplicablePercent", "BT-119"),
  ]),
  groupElement("ram:BillingSpecifiedPeriod", "BG-14", [
    day("ram:StartDateTime", "BT-73"),
    day("ram:EndDateTime", "BT-74"),
  ]),
  allowanceOrCharge("BG-20", false, allowanceTerms["BG-20"]),
  allowanceOrCharge("BG-21", true, allowanceTerms["BG-21"]),
  element("ram:SpecifiedTradePaymentTerms", [
    term("ram:Description", "BT-20"),
    day("ram:DueDateDateTime", "BT-9"),
    term("ram:DirectDebitMandateID", "BT-89", { from: "top" }),
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

/** UN/CEFACT Cross Industry Invoice D16B. */
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
