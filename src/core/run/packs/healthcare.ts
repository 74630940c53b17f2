import { monthly, seller, type Pack } from "./pack";

export const healthcare: Pack = {
  id: "healthcare",
  title: "Healthcare",
  help: "Claims by volume, members by their peak, and a credit where the service was down.",
  rows: {
    ...seller("Your claims Inc", "USD", { name: "No sales tax", rate: 0 }),
    "Tax codes": [{ taxCode: "STD", rate: 0, name: "No sales tax", category: "Z" }],
    Customers: [{ customerId: "K1", customerName: "Plover Health", city: "Denver", country: "US" }],
    Contracts: [monthly("H1", "K1")],
    Meters: [
      { meter: "Claims", aggregation: "Sum", unit: "claim" },
      { meter: "Members", aggregation: "Max", unit: "member" },
    ],
    Prices: [
      {
        contractId: "H1",
        priceId: "H1-CLAIM",
        product: "Claims",
        pricingModel: "volume",
        meter: "Claims",
        unit: "claim",
        tiers: "1000: 0.50; *: 0.40",
      },
      {
        contractId: "H1",
        priceId: "H1-MEMBER",
        product: "Members",
        pricingModel: "per_unit",
        meter: "Members",
        unit: "member",
        unitPrice: 4,
      },
      {
        contractId: "H1",
        priceId: "H1-SLA",
        product: "Service credit",
        pricingModel: "service_credit",
        meter: "Uptime",
        ofProduct: "Members",
        tiers: "99.9: 0; 99: 0.10; *: 0.25",
      },
    ],
    Results: [{ contractId: "H1", measure: "Uptime", period: "2026-10-01", value: 99.5, status: "Audited" }],
    Usage: [
      { contractId: "H1", meter: "Claims", date: "2026-10-31", quantity: 1200, eventId: "E1" },
      { contractId: "H1", meter: "Members", date: "2026-10-12", quantity: 300, eventId: "E2" },
    ],
  },
};
