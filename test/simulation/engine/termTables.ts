import type { Cell } from "../../properties/support/sheets";
import type { Row } from "../../vectors/book";
import { day, month, monthOf, type Month } from "../year/day";
import type { Contract, SimulatedYear } from "../year/simulatedYear";
import type { Milestone } from "../year/terms";

/** The customer of all contracts, where there is one. */
export const customerId = "K";

export const number = (text: string | undefined): Cell => (text === undefined ? undefined : Number(text));
export const date = (iso: string | undefined): Cell => (iso === undefined ? undefined : { date: day(iso) });

/** The cells of a row that say something. */
export const said = (row: Row): Row =>
  Object.fromEntries(Object.entries(row).filter(([, cell]) => cell !== undefined));

/** Whoever has terms: a contract, or the customer of all. */
type Party<Terms extends keyof Contract = never> = Pick<Contract, "id" | Terms>;

/** Ids of rules are told apart by whose they are. */
export const idOf = (contract: Party, id: string): string => `${contract.id} ${id}`;

/** A unit of its own for every contract, so that each has its rates. */
export const unitOf = (contract: Contract): string => `CREDITS${contract.id}`;

const discountRows = (contract: Contract): Row[] =>
  (contract.discounts ?? []).map((discount) => ({
    "Discount ID": idOf(contract, discount.id),
    "Contract ID": contract.id,
    Products: discount.products?.join("; "),
    Percent: number(discount.percent),
    Amount: number(discount.amount),
    From: date(discount.from),
    To: date(discount.to),
    Periods: discount.periods,
    Carry: discount.carry && "Yes",
    Order: discount.order,
  }));

const commitmentRows = (contract: Party<"commitments">): Row[] =>
  (contract.commitments ?? []).map((commitment) => ({
    "Commitment ID": idOf(contract, commitment.id),
    "Contract ID": contract.id,
    Products: commitment.products?.join("; "),
    Amount: number(commitment.amount),
    Quantity: number(commitment.quantity),
    Period: commitment.period,
    Order: commitment.order,
    "Overage factor": number(commitment.overageFactor),
    "True-up": commitment.trueUp,
  }));

const grantRows = (contract: Party<"unitGrants" | "grants" | "taxCode">): Row[] => [
  ...(contract.unitGrants ?? []).map((grant) => ({
    "Grant ID": idOf(contract, grant.id),
    "Contract ID": contract.id,
    Units: number(grant.units),
    Product: grant.product,
    From: date(grant.from),
    To: date(grant.to),
  })),
  ...(contract.grants ?? []).map((grant) => ({
    "Grant ID": idOf(contract, grant.id),
    "Contract ID": contract.id,
    Amount: number(grant.amount),
    From: date(grant.from),
    To: date(grant.to),
    Priority: grant.priority,
    Source: grant.price === undefined ? "Free" : "Paid",
    Price: number(grant.price),
    "Tax code": grant.price === undefined ? undefined : contract.taxCode,
  })),
];

const levelRows = (contract: Contract): Row[] =>
  (contract.levels ?? []).map(({ product, date: on, quantity }) => ({
    "Contract ID": contract.id,
    Product: product,
    Date: date(on),
    Quantity: number(quantity),
  }));

const escalationRows = (contract: Contract): Row[] =>
  (contract.escalations ?? []).map((escalation) => ({
    "Escalation ID": idOf(contract, escalation.id),
    "Contract ID": contract.id,
    Products: escalation.products?.join("; "),
    From: date(escalation.from),
    Every: escalation.every,
    Percent: number(escalation.percent),
    Index: escalation.index && idOf(contract, escalation.id),
    "Base value": number(escalation.index?.base),
    Lag: escalation.index?.lag,
    Cap: number(escalation.cap),
    Floor: number(escalation.floor),
  }));

const indexRows = (contract: Contract): Row[] =>
  (contract.escalations ?? []).flatMap(({ id, index }) =>
    Object.entries(index?.values ?? {}).map(([of, value]) => ({
      Index: idOf(contract, id),
      Month: date(`${of}-01`),
      Value: number(value),
    })),
  );

const isShown = ({ reached, evidenceArrives }: Milestone, run: Month) =>
  reached !== undefined && (evidenceArrives === undefined || month(evidenceArrives) <= run);

const milestoneRows = (contract: Contract, run: Month): Row[] =>
  (contract.milestones ?? []).map((milestone) => ({
    "Contract ID": contract.id,
    Milestone: milestone.name,
    Product: milestone.product,
    Amount: number(milestone.amount),
    Percent: number(milestone.percent),
    Reached: date(milestone.reached),
    Evidence: isShown(milestone, run) ? "signed" : undefined,
  }));

const progressRows = (contract: Contract): Row[] =>
  (contract.progress ?? []).map(({ product, date: on, percent }) => ({
    "Contract ID": contract.id,
    Product: product,
    Date: date(on),
    Percent: number(percent),
  }));

const resultRows = (contract: Contract, run: Month): Row[] =>
  (contract.results ?? [])
    .filter(({ arrives }) => month(arrives) <= run)
    .map(({ product, month: of, value, status, evidenceArrives }) => ({
      "Contract ID": contract.id,
      Measure: idOf(contract, product),
      Period: date(`${of}-01`),
      Value: number(value),
      Status: status,
      Evidence: evidenceArrives === undefined || month(evidenceArrives) <= run ? "report" : undefined,
    }));

/** Who leaves is told when it happens. */
const placementRows = (contract: Contract, run: Month): Row[] =>
  (contract.placements ?? [])
    .filter(({ start }) => monthOf(day(start)) <= run)
    .map(({ id, start, pay, left }) => ({
      "Placement ID": idOf(contract, id),
      "Contract ID": contract.id,
      Start: date(start),
      Pay: number(pay),
      Left: left !== undefined && monthOf(day(left)) <= run ? date(left) : undefined,
    }));

const rateRows = (contract: Contract): Row[] =>
  (contract.rates ?? []).map(({ date: on, rate }) => ({
    Date: date(on),
    From: unitOf(contract),
    To: contract.currency,
    Rate: number(rate),
  }));

/** Columns of Contracts that stand in the book only where some contract says something in them. */
export const contractTermCells = ({ notToExceed, retention, renewal }: Contract): Row =>
  said({
    "Not to exceed": number(notToExceed),
    "Retention %": number(retention?.percent),
    "Retention release": date(retention?.release),
    Renewal: renewal && "Auto",
    "Renewal term": renewal?.term,
  });

export const depositRows = (contract: Contract): Row[] =>
  (contract.deposits ?? []).map(({ id, date: on, amount }) => ({
    "Adjustment ID": idOf(contract, id),
    "Contract ID": contract.id,
    Date: date(on),
    Amount: number(amount),
    Description: "deposit",
    "Reason code": "DEPOSIT",
    "Tax code": contract.taxCode,
    "Invoice number": undefined,
  }));

/** Tables of what is agreed beside prices, by their names. */
const tables: Readonly<Record<string, (contract: Contract, run: Month) => Row[]>> = {
  Discounts: discountRows,
  Commitments: commitmentRows,
  Grants: grantRows,
  Quantities: levelRows,
  Escalations: escalationRows,
  Indices: indexRows,
  Milestones: milestoneRows,
  Progress: progressRows,
  Results: resultRows,
  "Exchange rates": rateRows,
  Placements: placementRows,
};

export const namesOfTermTables = Object.keys(tables);

/** Rows of the customer of all contracts, which are the same but for whom they name. */
const customerTables = ({ customer }: SimulatedYear): Readonly<Record<string, readonly Row[]>> => {
  const ofCustomer = ({ "Contract ID": _, ...row }: Row): Row => ({ ...row, "Customer ID": customerId });
  return {
    Commitments: commitmentRows({ id: customerId, ...customer }).map(ofCustomer),
    Grants: grantRows({ id: customerId, ...customer }).map(ofCustomer),
  };
};

/** The tables that have a row. */
export const termTables = (year: SimulatedYear, run: Month): Record<string, readonly Row[]> => {
  const ofCustomer = customerTables(year);
  return Object.fromEntries(
    Object.entries(tables)
      .map(
        ([name, rowsOf]) =>
          [
            name,
            [...year.contracts.flatMap((contract) => rowsOf(contract, run)), ...(ofCustomer[name] ?? [])],
          ] as const,
      )
      .filter(([, rows]) => rows.length > 0),
  );
};
