import { Button } from "@fluentui/react-components";
import type { UndoReceipt } from "../../workbook/import/import-job";
import { Message } from "../elements/Message";
import { ViewFrame } from "../elements/ViewFrame";
import { issueSentence } from "../issue-sentence";
import { usePaneLanguage } from "../language";
import { ReportList } from "./ReportLists";
import type { ImportWork } from "./use-import-work";

interface UndoneProps {
  readonly work: ImportWork;
  readonly receipt: UndoReceipt;
  readonly onBack: () => void;
}

/** What was taken back, and by name what was left alone because somebody changed it since. */
export function ImportUndone({ work, receipt, onBack }: UndoneProps) {
  const { texts, formats } = usePaneLanguage();
  const { deleted, restored, kept } = receipt;
  return (
    <ViewFrame
      title={texts("import.undoneTitle")}
      onBack={onBack}
      actions={<Button onClick={() => work.back("source")}>{texts("import.another")}</Button>}
    >
      <Message
        intent="success"
        sentence={texts("import.undone", {
          deleted: formats.number(deleted),
          restored: formats.number(restored),
        })}
      />
      {receipt.issue && <Message intent="warning" sentence={issueSentence(texts, receipt.issue)} />}
      <ReportList
        id="import-kept"
        title={texts("import.kept")}
        items={kept}
        shown={20}
        render={(issue) => issueSentence(texts, issue)}
      />
    </ViewFrame>
  );
}
