/** A plan that cannot be carried out on this workbook; nothing has been written. */
export class PlanError extends Error {
  constructor(message: string) {
    super(message);
    this.name = "PlanError";
  }
}
