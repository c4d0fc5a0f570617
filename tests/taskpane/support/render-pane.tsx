import "./dom-matchers";
import { configure, render, type RenderResult } from "@testing-library/react";
import { createDOMRenderer, RendererProvider } from "@fluentui/react-components";
import userEvent, { type UserEvent } from "@testing-library/user-event";
import { Pane } from "../../../src/taskpane/Pane";
import type { Card } from "../../../src/workbook/card";
import { fakeEnvironment, type FakeEnvironment } from "./fake-environment";

// Asking for computed styles of every element is what makes role queries slow; nothing here is hidden by style.
configure({ defaultHidden: true, asyncUtilTimeout: 15_000 });
jest.setTimeout(30_000);

/** Names every class and writes no rule: jsdom would try thousands of them on each element whose name is asked for. */
const styleless = { ...createDOMRenderer(document), insertCSSRules: () => undefined };

export interface ShownPane {
  readonly user: UserEvent;
  readonly environment: FakeEnvironment;
  readonly view: RenderResult;
}

/** The whole pane, as the runtime mounts it. */
export function showPane(card: Card, environment: FakeEnvironment = fakeEnvironment()): ShownPane {
  const user = userEvent.setup({ delay: null });
  const view = render(
    <RendererProvider renderer={styleless}>
      <Pane card={card} environment={environment} />
    </RendererProvider>,
  );
  return { user, environment, view };
}
