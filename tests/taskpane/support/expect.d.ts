/** Types of what `dom-matchers.ts` adds. */
declare namespace jest {
  interface Matchers<R> {
    toHaveFocus(): R;
    toHaveValue(value: string): R;
    toHaveTextContent(text: string | RegExp): R;
    toBeInTheDocument(): R;
  }
}
