import { Button } from "@fluentui/react-components";
import { useReadyCard } from "../card-context";
import { Message } from "../elements/Message";
import { issueSentence } from "../issue-sentence";
import { usePaneLanguage } from "../language";
import { hasProblem } from "./criteria-form";
import { changeText } from "./rule-figures";
import type { CriteriaWork } from "./use-criteria-work";

/** About the save, above its button: what somebody else changed, what stopped it, or what was written. */
export function CriteriaMessage({ work }: { work: CriteriaWork }) {
  const { texts, formats } = usePaneLanguage();
  const { records } = useReadyCard();
  if (work.foreign.length > 0) {
    const changes = work.foreign
      .filter(({ column }) => column !== null)
      .map((change) => changeText({ texts, formats }, change, records.criteria))
      .join(texts("semicolon"));
    return (
      <Message intent="warning" sentence={texts("criteria.foreign", { changes })}>
        <Button size="small" onClick={work.takeTheirs}>
          {texts("criteria.takeTheirs")}
        </Button>
        <Button size="small" onClick={work.keepMine}>
          {texts("criteria.keepMine")}
        </Button>
      </Message>
    );
  }
  if (work.issue) return <Message intent="warning" sentence={issueSentence(texts, work.issue)} />;
  if (work.tried && hasProblem(work.form))
    return <Message intent="warning" sentence={texts("criteria.correct")} />;
  if (!work.kept) return null;
  return (
    <Message intent="success" sentence={texts("criteria.saved", { version: work.kept.version })}>
      <Button size="small" disabledFocusable={work.busy} onClick={() => void work.undo()}>
        {texts("undo")}
      </Button>
    </Message>
  );
}
