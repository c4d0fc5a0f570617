import { preloadViews } from "../../../src/taskpane/shell/later-views";

// As in a pane that has been open for a moment: views are there when they are asked for.
beforeAll(preloadViews);
