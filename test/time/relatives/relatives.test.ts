import { answersOf, wantedOf } from "./chain";
import { changedPrices } from "./changedPrices";
import { commitments } from "./commitments";
import { creditsAndTax } from "./creditsAndTax";
import { daysOfService } from "./daysOfService";
import { lateUsage } from "./lateUsage";
import { splitPeriods } from "./splitPeriods";

const relatives = {
  ...changedPrices,
  ...daysOfService,
  ...creditsAndTax,
  ...lateUsage,
  ...commitments,
  ...splitPeriods,
};

describe.each(Object.entries(relatives))("%s", (_, relative) => {
  it(relative.arithmetic, () => {
    expect(answersOf(relative)).toEqual(wantedOf(relative));
  });
});
