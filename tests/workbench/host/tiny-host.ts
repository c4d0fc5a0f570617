import type { FunctionMetadata } from "../../../workbench/book/functions/function-runtime";
import { createHost } from "../../../workbench/host/create-host";
import type { Host, HostOptions } from "../../../workbench/host/host";
import {
  openOfficeFrame,
  type OfficeFrame,
  type OfficeFrameOptions,
} from "../../../workbench/host/node-frame";
import { TinyBook, tinyModelOf, tinyRoot } from "./tiny-book";

export interface TinyHost {
  readonly book: TinyBook;
  readonly host: Host;
}

export function tinyHost(options: Partial<HostOptions> = {}, functions: FunctionMetadata[] = []): TinyHost {
  const book = new TinyBook();
  const addIn = { id: "fix", displayName: "Fixture", namespace: "FIX", functions, taskpaneUrl: "" };
  const host = createHost(
    { book: book.asBook(), flavour: "win32", locale: "en-US", addIn, ...options },
    { root: tinyRoot, modelOf: tinyModelOf },
  );
  return { book, host };
}

export async function tinyFrame(
  options: Partial<HostOptions> = {},
  functions: FunctionMetadata[] = [],
  page: OfficeFrameOptions = {},
): Promise<TinyHost & { frame: OfficeFrame }> {
  const tiny = tinyHost(options, functions);
  return { ...tiny, frame: await openOfficeFrame(tiny.host, page) };
}

/** Waits until a condition holds; fails with its text when it never does. */
export async function eventually(
  condition: () => boolean,
  what: string,
  milliseconds = 5_000,
): Promise<void> {
  const end = Date.now() + milliseconds;
  while (!condition()) {
    if (Date.now() > end) throw new Error(`never happened: ${what}`);
    await new Promise((done) => setTimeout(done, 10));
  }
}
