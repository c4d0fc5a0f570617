import { makeStyles, tokens } from "@fluentui/react-components";
import { useCardState } from "../card-context";
import { ViewFrame } from "../elements/ViewFrame";
import { useTexts } from "../language";
import { useRouting, type DrillIn } from "../routing";
import { About } from "./About";
import { AsOf } from "./AsOf";
import { Cadence } from "./Cadence";
import { Criteria } from "./Criteria";
import { GroupScoring } from "./GroupScoring";
import { LanguageChoice } from "./LanguageChoice";
import { Person } from "./Person";
import { SampleData } from "./SampleData";
import { SettingRow, useSettingRows } from "./setting-rows";

const useStyles = makeStyles({
  list: { margin: `${tokens.spacingVerticalS} 0 0`, padding: 0, listStyleType: "none" },
});

/** What needs a whole card is not offered while the workbook is damaged. */
const needsCard = new Set<DrillIn["kind"]>(["criteria", "cadence", "groups", "as-of", "sample"]);

/** Each line shows the value in force, so that most questions are answered without opening it. */
export function Settings() {
  const styles = useStyles();
  const texts = useTexts();
  const state = useCardState();
  const { place } = useRouting();
  const rows = useSettingRows().filter(({ kind }) => state.kind === "ready" || !needsCard.has(kind));
  const opened = place.drillIn?.kind;
  if (opened === "person") return <Person />;
  if (opened === "language") return <LanguageChoice />;
  if (opened === "about") return <About />;
  if (state.kind === "ready") {
    if (opened === "criteria") return <Criteria />;
    if (opened === "cadence") return <Cadence />;
    if (opened === "groups") return <GroupScoring />;
    if (opened === "as-of") return <AsOf />;
    if (opened === "sample") return <SampleData />;
  }
  return (
    <ViewFrame title={texts("area.settings")}>
      <ul className={styles.list}>
        {rows.map((row) => (
          <SettingRow key={row.kind} {...row} />
        ))}
      </ul>
    </ViewFrame>
  );
}
