import { FluentProvider, makeStyles } from "@fluentui/react-components";
import { useEffect, useState } from "react";
import type { Card } from "../workbook/card";
import { AnnouncerProvider } from "./announcer";
import { CardProvider, useEnvironment } from "./card-context";
import type { PaneEnvironment } from "./environment";
import { LanguageProvider, usePaneLanguage } from "./language";
import { themes } from "./pane-theme";
import { RefreshingProvider } from "./refreshing";
import { RoutingProvider } from "./routing";
import { Shell } from "./shell/Shell";

// Not on the provider: it hands its class on to portals, which would then cover the pane.
const useStyles = makeStyles({ whole: { height: "100vh" } });

function ThemedPane() {
  const styles = useStyles();
  const environment = useEnvironment();
  const { language } = usePaneLanguage();
  const [theme, setTheme] = useState(environment.theme);
  useEffect(() => environment.onThemeChange(setTheme), [environment]);
  useEffect(() => {
    document.documentElement.lang = language;
  }, [language]);
  return (
    <FluentProvider theme={themes[theme]} lang={language}>
      <AnnouncerProvider>
        <RefreshingProvider>
          <RoutingProvider start={environment.start}>
            <div className={styles.whole}>
              <Shell />
            </div>
          </RoutingProvider>
        </RefreshingProvider>
      </AnnouncerProvider>
    </FluentProvider>
  );
}

export function Pane({ card, environment }: { card: Card; environment: PaneEnvironment }) {
  return (
    <CardProvider card={card} environment={environment}>
      <LanguageProvider>
        <ThemedPane />
      </LanguageProvider>
    </CardProvider>
  );
}
