/** What Range.removeDuplicates answers. */
import { defineModel } from "./host-object";

defineModel<{ readonly removed: number; readonly uniqueRemaining: number }>({
  className: "RemoveDuplicatesResult",
  read: { Removed: ({ removed }) => removed, UniqueRemaining: ({ uniqueRemaining }) => uniqueRemaining },
});
