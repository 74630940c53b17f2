import { monthly, seller, type Pack } from "./pack";

export const telecom: Pack = {
  id: "telecom",
  title: "Telecom",
  help: "Calls by the started minute with a connection fee, data beyond an allowance, line rental in advance.",
  rows: {
    ...seller("Your network Ltd", "GBP", { name: "VAT 20 %", rate: 0.2 }),
    Customers: [{ customerId: "K1", customerName: "Heron Cafe Ltd", city: "Bristol", country: "GB" }],
    Contracts: [monthly("T1", "K1")],
    Meters: [
      { meter: "Call seconds", aggregation: "Sum", unit: "second" },
      { meter: "Data", aggregation: "Sum", unit: "GB" },
    ],
    Prices: [
      {
        contractId: "T1",
        priceId: "T1-LINE",
        product: "Line rental",
        pricingModel: "flat",
        flatFee: 25,
        timing: "Advance",
      },
      {
        contractId: "T1",
        priceId: "T1-CALL",
        product: "Calls",
        pricingModel: "per_unit",
        meter: "Call seconds",
        unit: "second",
        unitPrice: 0.06,
        pricePer: 60,
        flatFee: 0.02,
        ratePer: "Event",
        quantityStep: 60,
        quantityRounding: "Up",
      },
      {
        contractId: "T1",
        priceId: "T1-DATA",
        product: "Data",
        pricingModel: "per_unit",
        meter: "Data",
        unit: "GB",
        unitPrice: 2,
        includedQuantity: 10,
      },
    ],
    Usage: [
      { contractId: "T1", meter: "Call seconds", date: "2026-10-02", quantity: 61, eventId: "C1" },
      { contractId: "T1", meter: "Call seconds", date: "2026-10-09", quantity: 30, eventId: "C2" },
      { contractId: "T1", meter: "Data", date: "2026-10-31", quantity: 14.5, eventId: "D1" },
    ],
  },
};
