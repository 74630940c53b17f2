import { monthly, seller, type Pack } from "./pack";

export const saas: Pack = {
  id: "saas",
  title: "Software as a service",
  help: "Seats with a discount for the first periods, calls in tiers, a price that rises each year.",
  rows: {
    ...seller("Your software Ltd", "GBP", { name: "VAT 20 %", rate: 0.2 }),
    Customers: [{ customerId: "K1", customerName: "Kestrel Ltd", city: "York", country: "GB" }],
    Contracts: [monthly("S1", "K1")],
    Meters: [{ meter: "API calls", aggregation: "Sum", unit: "call" }],
    Prices: [
      {
        contractId: "S1",
        priceId: "S1-SEAT",
        product: "Seats",
        pricingModel: "per_unit",
        quantity: 10,
        unit: "seat",
        unitPrice: 20,
        timing: "Advance",
      },
      {
        contractId: "S1",
        priceId: "S1-API",
        product: "API calls",
        pricingModel: "graduated",
        meter: "API calls",
        unit: "call",
        tiers: "10000: 0.001; *: 0.0008",
      },
    ],
    Discounts: [{ discountId: "START", contractId: "S1", products: "Seats", percent: 10, periods: 3 }],
    Escalations: [
      { escalationId: "YEARLY", contractId: "S1", products: "Seats", from: "2027-10-01", percent: 3 },
    ],
    Usage: [{ contractId: "S1", meter: "API calls", date: "2026-10-31", quantity: 15000, eventId: "E1" }],
  },
};
