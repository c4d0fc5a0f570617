import type { Browser, LaunchOptions } from "playwright-core";

export const findBrowser: () => string | null;
export function requireBrowser(): string;
export const launchBrowser: (options?: LaunchOptions) => Promise<Browser>;
