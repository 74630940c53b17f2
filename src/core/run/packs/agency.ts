import { monthly, seller, type Pack } from "./pack";

export const agency: Pack = {
  id: "agency",
  title: "Agency",
  help: "Hours by role, materials with a margin and a cap; a project that is paid by milestones.",
  rows: {
    ...seller("Your agency LLC", "USD", { name: "Sales tax 0 %", rate: 0 }),
    "Tax codes": [{ taxCode: "STD", rate: 0, name: "No sales tax", category: "Z" }],
    Customers: [{ customerId: "K1", customerName: "Finch Inc", city: "Portland", country: "US" }],
    Contracts: [{ ...monthly("A1", "K1"), notToExceed: 4000 }, monthly("A2", "K1")],
    Meters: [
      { meter: "Hours", aggregation: "Sum", unit: "hour" },
      { meter: "Materials", aggregation: "Sum", unit: "USD" },
    ],
    Prices: [
      {
        contractId: "A1",
        priceId: "A1-SENIOR",
        product: "Senior consultant",
        pricingModel: "per_unit",
        meter: "Hours",
        unit: "hour",
        unitPrice: 200,
        condition: "Role = Senior",
      },
      {
        contractId: "A1",
        priceId: "A1-JUNIOR",
        product: "Junior consultant",
        pricingModel: "per_unit",
        meter: "Hours",
        unit: "hour",
        unitPrice: 100,
        condition: "Role = Junior",
      },
      {
        contractId: "A1",
        priceId: "A1-MATERIAL",
        product: "Materials",
        pricingModel: "percentage",
        meter: "Materials",
        unitPrice: 1.15,
      },
      {
        contractId: "A2",
        priceId: "A2-SITE",
        product: "New site",
        pricingModel: "milestone",
        flatFee: 10000,
      },
    ],
    Milestones: [
      {
        contractId: "A2",
        milestone: "Concept",
        percent: 30,
        reached: "2026-10-15",
        evidence: "signed 15 October",
      },
      { contractId: "A2", milestone: "Launch", percent: 70, due: "2026-12-01" },
    ],
    Usage: [
      { contractId: "A1", meter: "Hours", date: "2026-10-08", quantity: 10, eventId: "H1", Role: "Senior" },
      { contractId: "A1", meter: "Hours", date: "2026-10-21", quantity: 17, eventId: "H2", Role: "Junior" },
      { contractId: "A1", meter: "Materials", date: "2026-10-22", quantity: 500, eventId: "M1" },
    ],
  },
};
