import { FluentProvider, Title3, webLightTheme } from "@fluentui/react-components";
import { createRoot } from "react-dom/client";

export function mountEmpty(root: HTMLElement): void {
  createRoot(root).render(
    <FluentProvider theme={webLightTheme}>
      <Title3>Empty</Title3>
    </FluentProvider>,
  );
}
