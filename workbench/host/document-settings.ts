/** `Office.context.document.settings`: values are JSON texts on the wire and values in the book. */
import type { Book } from "../book/book";

export class DocumentSettings {
  /** Names the page has been told; only those can be missing because it removed them. */
  private told = new Set<string>();

  constructor(private readonly book: Book) {}

  pairs(): [string, string][] {
    const pairs = [...this.book.settings].map(([key, value]): [string, string] => [
      key,
      JSON.stringify(value),
    ]);
    this.told = new Set(pairs.map(([key]) => key));
    return pairs;
  }

  /** A save always carries all settings of the page. */
  save(pairs: readonly (readonly [string, string])[]): void {
    const saved = new Set(pairs.map(([key]) => key));
    for (const key of this.told) if (!saved.has(key)) this.book.settings.delete(key);
    for (const [key, text] of pairs) this.book.settings.set(key, JSON.parse(text));
    this.told = saved;
  }
}
