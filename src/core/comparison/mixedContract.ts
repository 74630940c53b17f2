import { groupBy } from "../base/groupBy";
import { nameKey } from "../base/name";
import type { Contract, Price } from "../catalog/records";
import type { RatedEffect } from "./effects";
import { isSameTerm } from "./sameTerms";

/** Rows of one price: one after the other in time, of its setup fee, or of its free days. */
export interface PriceFamily {
  readonly product: string;
  readonly isFree: boolean;
  readonly a: readonly Price[];
  readonly b: readonly Price[];
}

interface MixedFamily extends PriceFamily {
  readonly now: readonly Price[];
}

/** A contract of A on its way to what it is in B: what has been taken of B is taken, the rest is still A's. */
export interface MixedContract {
  readonly a: Contract | undefined;
  readonly b: Contract | undefined;
  /** Undefined where the contract is not there yet, or no longer. */
  readonly now: Contract | undefined;
  readonly families: readonly MixedFamily[];
}

const familyKey = ({ priceId, isOnce, isFree }: Price) => JSON.stringify([nameKey(priceId), isOnce, isFree]);

/** The contract as A has it, ready to take one thing after the other from B. */
export function startOf(a: Contract | undefined, b: Contract | undefined): MixedContract {
  const [ofA, ofB] = [groupBy(a?.prices ?? [], familyKey), groupBy(b?.prices ?? [], familyKey)];
  const families = [...new Set([...ofA.keys(), ...ofB.keys()])].map((key): MixedFamily => {
    const rows = { a: ofA.get(key) ?? [], b: ofB.get(key) ?? [] };
    const [first] = [...rows.a, ...rows.b];
    return { ...rows, now: rows.a, product: first!.product, isFree: first!.isFree ?? false };
  });
  return { a, b, now: a, families };
}

/** Whether an effect takes the rows of a price as they are: where one side has none, or they cannot be told apart. */
function takesWhole(effect: RatedEffect, { a, b, isFree }: PriceFamily): boolean {
  if (isFree) return effect.takesFreeDays === true;
  if (a.length === 0) return effect.takesRows === "only in B";
  if (b.length === 0) return effect.takesRows === "only in A";
  return effect.takesRows === "of another number" && a.length !== b.length;
}

function familyAfter(family: MixedFamily, effect: RatedEffect): MixedFamily {
  if (takesWhole(effect, family)) return { ...family, now: family.b };
  if (!effect.price || family.isFree || family.a.length !== family.b.length) return family;
  const now = family.now.map((price, index) => effect.price!(price, family.b[index]!));
  return { ...family, now };
}

function contractAfter({ a, b, now }: MixedContract, effect: RatedEffect): Contract | undefined {
  if (!a) return effect.takesRows === "only in B" ? b : now;
  if (!b) return effect.takesRows === "only in A" ? undefined : now;
  return now && effect.contract ? effect.contract(now, b) : now;
}

/** The contract once an effect has taken its share from B; the same object where that changes nothing. */
export function withEffect(mixed: MixedContract, effect: RatedEffect): MixedContract {
  const families = mixed.families.map((family) => familyAfter(family, effect));
  const contract = contractAfter(mixed, effect);
  const prices = families.flatMap(({ now }) => now);
  const isSame =
    (contract === undefined) === (mixed.now === undefined) &&
    isSameTerm(
      prices,
      mixed.families.flatMap(({ now }) => now),
    ) &&
    (!effect.contract || !contract || !mixed.now || isSameContract(contract, mixed.now));
  return isSame ? mixed : { ...mixed, families, now: contract && { ...contract, prices } };
}

/** The contract with what B keeps back of it, as far as both books have it. */
export function withRules(mixed: MixedContract): MixedContract {
  const { b, now } = mixed;
  if (!b || !now) return mixed;
  const { retention } = b.agreed;
  return { ...mixed, now: { ...now, agreed: { ...now.agreed, retention } } };
}

const decisive = [
  "service",
  "frequency",
  "anchorDay",
  "isSuspended",
  "commitments",
  "commitmentPeriod",
] as const satisfies readonly (keyof Contract)[];

/** What is agreed beside prices; which products a rule is for can be asked of it, not compared. */
function isSameAgreed({ agreed: a }: Contract, { agreed: b }: Contract): boolean {
  const isSame = (x: readonly unknown[], y: readonly unknown[]) => x === y || x.length + y.length === 0;
  return (
    isSame(a.discounts, b.discounts) &&
    isSame(a.commitments, b.commitments) &&
    isSameTerm(a.notToExceed, b.notToExceed) &&
    isSameTerm(a.projects, b.projects)
  );
}

function isSameContract(a: Contract, b: Contract): boolean {
  return decisive.every((field) => isSameTerm(a[field], b[field])) && isSameAgreed(a, b);
}
