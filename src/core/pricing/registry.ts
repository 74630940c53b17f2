import { knownValue } from "../base/knownValue";
import { capacity } from "./models/capacity";
import { dynamic } from "./models/dynamic";
import { flat } from "./models/flat";
import { graduated } from "./models/graduated";
import { graduatedPercentage } from "./models/graduatedPercentage";
import { milestone } from "./models/milestone";
import { packageModel } from "./models/package";
import { percentComplete } from "./models/percentComplete";
import { percentage } from "./models/percentage";
import { perUnit } from "./models/perUnit";
import { serviceCredit } from "./models/serviceCredit";
import { stairstep } from "./models/stairstep";
import { volume } from "./models/volume";

export const pricingModels = [
  flat,
  perUnit,
  graduated,
  volume,
  packageModel,
  stairstep,
  percentage,
  graduatedPercentage,
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
