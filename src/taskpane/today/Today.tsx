import type { ReactElement } from "react";
import { useCardState, useModel } from "../card-context";
import { ViewFrame } from "../elements/ViewFrame";
import { usePaneLanguage } from "../language";
import { FirstHint } from "./FirstHint";
import { HandledRow } from "./HandledRow";
import { NothingDue } from "./NothingDue";
import { MixedSample } from "./MixedSample";
import { NotRead } from "./NotRead";
import { OwnerChoice } from "./OwnerChoice";
import { useOwnerFilter } from "./owner-filter";
import { ReviewTile } from "./ReviewTile";
import { ActionRow, TouchRow, WarningRow } from "./rows";
import { Section } from "./Section";
import { countToday, todayOf, type Warning } from "./today-list";
import { placed, useHandled, type Handled, type TodayLine } from "./use-handled";

interface Drawn {
  readonly key: string;
  readonly draw: (line: TodayLine) => ReactElement;
  readonly name: string;
}

/** Rows of a section with the lines handled in it. */
function drawn(section: TodayLine["section"], rows: readonly Drawn[], handled: Handled): ReactElement[] {
  const lines = handled.lines.filter((line) => line.section === section);
  return placed(rows, lines).map((row, index) =>
    "draw" in row ? (
      row.draw({ key: row.key, section, index, name: row.name })
    ) : (
      <HandledRow key={row.key} line={row} handled={handled} />
    ),
  );
}

const warningKey = (warning: Warning): string =>
  `${warning.figures.account.id} ${"fired" in warning ? warning.fired.rule : warning.entry.id}`;

/** What to do today: visits and calls, promises, warnings; each line with its evidence and its verb. */
export function Today() {
  const { texts, formats } = usePaneLanguage();
  const model = useModel();
  const state = useCardState();
  const { owner } = useOwnerFilter();
  const list = todayOf(model, owner);
  const handled = useHandled();
  const touches = list.touches.map((due): Drawn => {
    const key = `${due.touch.item} ${due.figures.account.id}`;
    const draw = (line: TodayLine) => <TouchRow key={key} due={due} line={line} handled={handled} />;
    return { key, name: due.figures.account.name, draw };
  });
  const promises = list.promises.map((due): Drawn => {
    const { id, account, text } = due.action;
    const key = id || `${account} ${text}`;
    const draw = (line: TodayLine) => <ActionRow key={key} due={due} line={line} handled={handled} />;
    return { key, name: due.figures.account.name, draw };
  });
  const warnings = list.warnings.map((warning): Drawn => {
    const key = warningKey(warning);
    const draw = (line: TodayLine) => (
      <WarningRow key={key} warning={warning} line={line} handled={handled} />
    );
    return { key, name: warning.figures.account.name, draw };
  });
  return (
    <ViewFrame title={formats.longDate(model.asOf)} beside={<OwnerChoice />}>
      <FirstHint />
      <MixedSample />
      {state.kind === "ready" ? <ReviewTile card={state} /> : null}
      {countToday(list) === 0 ? <NothingDue next={list.next} /> : null}
      <Section id="touches" title={texts("today.touches")} shown={3} more="today.more">
        {drawn("touches", touches, handled)}
      </Section>
      <Section id="promises" title={texts("today.promises")} shown={2} more="today.more">
        {drawn("promises", promises, handled)}
      </Section>
      <Section id="warnings" title={texts("today.warnings")} shown={3} more="today.moreWarnings">
        {drawn("warnings", warnings, handled)}
      </Section>
      <NotRead />
    </ViewFrame>
  );
}
