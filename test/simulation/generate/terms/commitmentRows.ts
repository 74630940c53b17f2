import type { AddTerm } from "./addTerm";
import type { Contract, Price } from "../../year/simulatedYear";
import type { Commitment } from "../../year/terms";
import { isOfOnePeriod, mayHaveChain, money, someProducts } from "./chain";

const mayHaveCommitments = (contract: Contract, frame: Parameters<AddTerm>[2]) =>
  mayHaveChain(contract, frame) && !contract.commitment && !contract.notToExceed && !contract.commitments;

/** A row of Commitments; what is beyond it costs more where all of a run is of one period. */
export const commitmentRows: AddTerm = (contract, draw, frame) => {
  if (!mayHaveCommitments(contract, frame)) return contract;
  const ofContract = draw.chance(0.3) && contract.end !== undefined && contract.renewal === undefined;
  const factor = draw.chance(0.5) && isOfOnePeriod(contract, frame);
  return {
    ...contract,
    commitments: [
      {
        id: "K1",
        amount: money(draw, contract, 100, ofContract ? 9000 : 1200),
        period: ofContract ? "Contract" : "Billing period",
        ...someProducts(draw, contract),
        ...(factor ? { overageFactor: draw.of(["1.5", "1.25", "0.9", "2"]) } : {}),
        ...(draw.chance(0.2) ? { trueUp: "No" } : {}),
      },
    ],
  };
};

/** Rows that stand one on the other, of a period or a year of the contract; all but the first end with a factor. */
export const commitmentStacks: AddTerm = (contract, draw, frame) => {
  if (!mayHaveCommitments(contract, frame) || !isOfOnePeriod(contract, frame)) return contract;
  const ofYear = draw.chance(0.7) && contract.start.endsWith("-01");
  const commitments = Array.from({ length: draw.whole(ofYear ? 1 : 2, 3) }, (_, at): Commitment => ({
    id: `K${String(at + 1)}`,
    amount: money(draw, contract, 50, ofYear ? 5000 : 600),
    period: ofYear ? "Contract year" : "Billing period",
    order: at + 1,
    ...(draw.chance(0.7) ? { overageFactor: draw.of(["1.5", "1.2", "0.8"]) } : {}),
    ...(draw.chance(0.15) ? { trueUp: "No" } : {}),
  }));
  return { ...contract, commitments };
};

/** So many units of a product whose price has nothing but a unit price, in hundreds: a whole number of cents. */
export const commitmentsOfQuantities: AddTerm = (contract, draw, frame) => {
  if (!mayHaveCommitments(contract, frame) || contract.escalations) return contract;
  const plain = contract.prices.filter(
    (price) =>
      price.model === "per_unit" &&
      price.quantity === undefined &&
      price.ratePer === undefined &&
      price.condition === undefined &&
      price.factor === undefined &&
      [price.included, price.discount, price.minimum, price.maximum].every((term) => term === undefined) &&
      contract.prices.filter(({ product }) => product === price.product).length === 1,
  );
  const [first] = plain;
  if (first === undefined) return contract;
  const commitment: Commitment = {
    id: "K1",
    quantity: String(100 * draw.whole(1, 3)),
    period: "Billing period",
    products: [first.product],
    ...(isOfOnePeriod(contract, frame) && draw.chance(0.5) ? { overageFactor: "1.25" } : {}),
  };
  return { ...contract, commitments: [commitment] };
};

const isPlainUsage = ({
  model,
  quantity,
  ratePer,
  aggregation,
  negative,
  condition,
  filter,
  ...price
}: Price) =>
  model === "per_unit" &&
  [quantity, ratePer, aggregation, negative, condition, filter, price.rollover].every((term) => !term) &&
  [price.factor, price.step, price.included, price.minimum, price.maximum].every((term) => !term);

/** An amount of every day; of products whose price tells what each row costs, and of fees by their days. */
export const commitmentsOfDays: AddTerm = (contract, draw, frame) => {
  if (!mayHaveCommitments(contract, frame) || !isOfOnePeriod(contract, frame)) return contract;
  if (contract.discounts || contract.escalations) return contract;
  const isCounted = (price: Price) => price.model === "flat" || isPlainUsage(price);
  // What a day has of a minimum that another price of the product asks for is told by no row.
  const isBounded = ({ minimum, maximum, included }: Price) => Boolean(minimum ?? maximum ?? included);
  const bounded = new Set(contract.prices.filter(isBounded).map(({ product }) => product));
  const usage = contract.prices.filter((price) => isPlainUsage(price) && !bounded.has(price.product));
  if (usage.length === 0) return contract;
  const all = contract.prices.every(isCounted) && draw.chance(0.5);
  const commitment: Commitment = {
    id: "K1",
    amount: money(draw, contract, 1, 90),
    period: "Day",
    ...(all ? {} : { products: [usage[0]?.product ?? ""] }),
    ...(draw.chance(0.5) ? { overageFactor: draw.of(["1.5", "2", "0.9"]) } : {}),
    ...(draw.chance(0.15) ? { trueUp: "No" } : {}),
  };
  return { ...contract, commitments: [commitment] };
};
