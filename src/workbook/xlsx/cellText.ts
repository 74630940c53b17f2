/** Excel's limit of one cell, in UTF-16 units. */
export const LONGEST_TEXT = 32_767;

/** A text as far as a cell holds it, never cut between the two halves of a character outside the basic plane. */
export function cutText(text: string, longest = LONGEST_TEXT): string {
  if (text.length <= longest) return text;
  const isHalf = /[\ud800-\udbff]/.test(text[longest - 1]!);
  return text.slice(0, isHalf ? longest - 1 : longest);
}
