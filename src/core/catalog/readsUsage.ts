import type { Price } from "./records";

/** Whether a price takes rows of Usage: it has a meter, which is no measure of Results and no pay of Placements. */
export const readsUsage = ({ isFixed, isMeasured = false }: Price): boolean => !isFixed && !isMeasured;
