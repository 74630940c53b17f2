/** examples/functions/book.json: the first sheet's texts, and the files of the other sheets in their order. */
export interface BookTexts {
  readonly title: string;
  readonly paragraphs: readonly string[];
  readonly sheets: readonly string[];
}
