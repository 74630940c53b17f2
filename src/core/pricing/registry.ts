import { knownValue } from "../base/knownValue";
import { capacity } from "./models/capacity";
import { dynamic } from "./models/dynamic";
import { flat } from "./models/flat";
import { milestone } from "./models/milestone";
import { percentComplete } from "./models/percentComplete";
import { serviceCredit } from "./models/serviceCredit";
import { quantityModels } from "./quantityModels";

export const pricingModels = [
  flat,
  ...quantityModels,
  dynamic,
  capacity,
  milestone,
  percentComplete,
  serviceCredit,
] as const;

export type PricingModelId = (typeof pricingModels)[number]["id"];

const modelById = new Map(pricingModels.map((model) => [model.id, model]));

export function pricingModelOf(id: PricingModelId): (typeof pricingModels)[number] {
  return knownValue(modelById, id);
}
