import growth from "./growth.json";
import group from "./group.json";
import identity from "./identity.json";
import imported from "./import.json";
import kept from "./kept.json";
import ruleSettings from "./rule-settings.json";
import selfTest from "./self-test.json";
import timeline from "./timeline.json";
import unread from "./unread.json";
import valuesCopy from "./values-copy.json";

/** What views say that come after the first paint: loaded with them. */
export const viewTexts = {
  growth,
  group,
  identity,
  selfTest,
  issues: { notRead: unread.refused, valuesCopy: valuesCopy.issues },
  pane: {
    import: imported,
    kept,
    ...ruleSettings,
    ...timeline,
    unread: unread.view,
    valuesCopy: valuesCopy.view,
  },
};
