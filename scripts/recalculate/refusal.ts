/** Ends the program with a sentence for its user: nothing could be compared. */
export class Refusal extends Error {}
