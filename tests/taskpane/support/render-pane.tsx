import "./dom-matchers";
import { configure, render, type RenderResult } from "@testing-library/react";
import userEvent, { type UserEvent } from "@testing-library/user-event";
import { Pane } from "../../../src/taskpane/Pane";
import type { Card } from "../../../src/workbook/card";
import { fakeEnvironment, type FakeEnvironment } from "./fake-environment";

// Asking for computed styles of every element is what makes role queries slow; nothing here is hidden by style.
configure({ defaultHidden: true, asyncUtilTimeout: 15_000 });
jest.setTimeout(30_000);

export interface ShownPane {
  readonly user: UserEvent;
  readonly environment: FakeEnvironment;
  readonly view: RenderResult;
}

/** The whole pane, as the runtime mounts it. */
export function showPane(card: Card, environment: FakeEnvironment = fakeEnvironment()): ShownPane {
  const user = userEvent.setup({ delay: null });
  const view = render(<Pane card={card} environment={environment} />);
  return { user, environment, view };
}
