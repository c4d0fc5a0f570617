import { useMemo } from "react";
import { errorText } from "../error-text";
import { useSession } from "../session";
import type { Workbench } from "../workbench";
import { xlsxType } from "./xlsx-files";

/** Opening and saving from the title bar; both say in the status line how it went. */
export function useFiles(workbench: Workbench): { open(file: File): Promise<void>; save(): Promise<void> } {
  const { documentName, notify, texts } = useSession();
  return useMemo(
    () => ({
      open: async (file) => {
        notify(texts("status.opening", { name: file.name }));
        try {
          await workbench.open(new Uint8Array(await file.arrayBuffer()), file.name);
        } catch (error) {
          notify(texts("error.open", { name: file.name, reason: errorText(error) }), "error");
        }
      },
      save: async () => {
        notify(texts("status.saving"));
        try {
          download(await workbench.save(), `${documentName}.xlsx`);
          notify(texts("status.saved", { name: `${documentName}.xlsx` }));
        } catch (error) {
          notify(texts("error.save", { reason: errorText(error) }), "error");
        }
      },
    }),
    [workbench, documentName, notify, texts],
  );
}

export function download(bytes: Uint8Array<ArrayBuffer>, name: string): void {
  const link = document.createElement("a");
  link.href = URL.createObjectURL(new Blob([bytes], { type: xlsxType }));
  link.download = name;
  link.click();
  setTimeout(() => URL.revokeObjectURL(link.href), 10_000);
}
