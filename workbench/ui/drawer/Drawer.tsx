import { CloseIcon } from "../chrome/icons";
import { useSession } from "../session";
import { BatchLog } from "./BatchLog";
import { FaultSwitches } from "./FaultSwitches";
import type { LoggedBatches } from "./use-batches";

interface DrawerProps {
  readonly batches: LoggedBatches;
  onClose(): void;
}

/** For whoever builds an add-in: faults on the left, what crossed the wire on the right. */
export function Drawer({ batches, onClose }: DrawerProps) {
  const { texts } = useSession();
  return (
    <section className="wb-drawer" aria-label={texts("drawer")}>
      <FaultSwitches />
      <BatchLog batches={batches} />
      <button
        type="button"
        className="wb-icon wb-drawer-close"
        title={texts("drawer.close")}
        aria-label={texts("drawer.close")}
        onClick={onClose}
      >
        <CloseIcon />
      </button>
    </section>
  );
}
