import { Button } from "@fluentui/react-components";
import { Message } from "../elements/Message";
import { useTexts } from "../language";

interface PendingApplyProps {
  readonly count: number;
  readonly busy: boolean;
  readonly onFinish: () => void;
  readonly onTakeBack: () => void;
}

/** An apply that stopped half way is finished or taken back before anything else (RV3). */
export function PendingApply({ count, busy, onFinish, onTakeBack }: PendingApplyProps) {
  const texts = useTexts();
  return (
    <Message intent="warning" sentence={texts("reviews.pending", { count })}>
      <Button size="small" appearance="primary" disabledFocusable={busy} onClick={onFinish}>
        {texts("reviews.finish")}
      </Button>
      <Button size="small" disabledFocusable={busy} onClick={onTakeBack}>
        {texts("reviews.takeBack")}
      </Button>
    </Message>
  );
}
