// Models whose amount follows from a quantity alone; functions in cells have them as well.
import { graduated } from "./models/graduated";
import { graduatedPercentage } from "./models/graduatedPercentage";
import { packageModel } from "./models/package";
import { percentage } from "./models/percentage";
import { perUnit } from "./models/perUnit";
import { stairstep } from "./models/stairstep";
import { volume } from "./models/volume";

export const quantityModels = [
  perUnit,
  graduated,
  volume,
  packageModel,
  stairstep,
  percentage,
  graduatedPercentage,
] as const;
