/**
 * How an operation ends. An issue is data: `code` picks the sentence in the locales (`issue.<code>`: what
 * happened, what was and was not saved, what to do next), `values` fills it in.
 */
export interface Issue {
  readonly code: string;
  readonly values: Readonly<Record<string, string | number>>;
}

export type Outcome<T> =
  { readonly ok: true; readonly value: T } | { readonly ok: false; readonly issue: Issue };
