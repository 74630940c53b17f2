/** The parts of a text between commas or semicolons, without blanks around them: "A-1, A-2; " is. */
export function listOf(text: string): string[] {
  return text
    .split(/[,;]/)
    .map((part) => part.trim())
    .filter((part) => part !== "");
}
