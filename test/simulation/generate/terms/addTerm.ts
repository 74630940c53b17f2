import type { Contract, SimulatedYear } from "../../year/simulatedYear";
import type { Draw } from "../draw";

/** Puts a term into a contract that it goes with; else gives the contract as it is. */
export type AddTerm = (contract: Contract, draw: Draw, frame: Omit<SimulatedYear, "contracts">) => Contract;
