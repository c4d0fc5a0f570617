import { TextDecoder, TextEncoder } from "node:util";
// Fluent's MessageBar and Overflow observe sizes, which jsdom has not.
class SilentObserver {
  observe(): void {}
  unobserve(): void {}
  disconnect(): void {}
}
Object.assign(globalThis, { ResizeObserver: SilentObserver, IntersectionObserver: SilentObserver });

// Browsers have both; jsdom has neither.
Object.assign(globalThis, { TextDecoder, TextEncoder });
