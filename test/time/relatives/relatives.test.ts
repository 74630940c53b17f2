import { answersOf, wantedOf } from "./chain";
import { changedPrices } from "./changedPrices";
import { daysOfService } from "./daysOfService";

describe.each(Object.entries({ ...changedPrices, ...daysOfService }))("%s", (_, each) => {
  it(each.arithmetic, () => {
    expect(answersOf(each)).toEqual(wantedOf(each));
  });
});
