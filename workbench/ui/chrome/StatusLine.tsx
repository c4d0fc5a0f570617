import { useEffect } from "react";
import { useSession } from "../session";
import { CloseIcon } from "./icons";

export interface Notice {
  readonly message: string;
  readonly kind: "status" | "error";
}

const statusStays = 4000;

/** One sentence about the last file or command. Failures stay until dismissed. */
export function StatusLine({ notice, onDismiss }: { notice: Notice | null; onDismiss(): void }) {
  const { texts } = useSession();
  useEffect(() => {
    if (notice?.kind !== "status") return;
    const timer = setTimeout(onDismiss, statusStays);
    return () => clearTimeout(timer);
  }, [notice, onDismiss]);
  return (
    <div className="wb-notices">
      <div role="status">{notice?.kind === "status" && <p className="wb-notice">{notice.message}</p>}</div>
      <div role="alert">
        {notice?.kind === "error" && (
          <p className="wb-notice wb-notice-error">
            {notice.message}
            <button
              type="button"
              className="wb-icon"
              aria-label={texts("status.dismiss")}
              onClick={onDismiss}
            >
              <CloseIcon />
            </button>
          </p>
        )}
      </div>
    </div>
  );
}
