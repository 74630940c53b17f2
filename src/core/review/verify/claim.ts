/** What verify can prove and what not, a paragraph each: said wherever somebody may rely on it. */
export const claimOfVerify: readonly string[] = [
  "Every row of Run log and Approvals carries the hash of the row above it; the last hash of Run log, the head, covers all of them. Whoever can write the workbook can write new rows with new hashes too: nothing in a file protects it from the people who keep it. What they change is evident to somebody who noted the head elsewhere, in a mail or on paper, and gives it to verify with --head: no row above it can have changed, gone or moved since.",
  "Without a noted head verify says that the workbook agrees with itself: each document with its seal, with what its inputs come to and with its log. It does not say that nobody wrote all of it anew, that inputs were right, or that a person is who Who says: names are typed, and times are those of the machine or of --as-of. Of a redacted copy personal cells are not checked.",
];
