import { Button, Spinner } from "@fluentui/react-components";
import { useTexts } from "../language";

interface SaveBarProps {
  readonly label: string;
  readonly busy: boolean;
  /** There is nothing to save. */
  readonly idle?: boolean;
  readonly onSave: () => void;
  readonly onDiscard: () => void;
}

export function SaveBar({ label, busy, idle = false, onSave, onDiscard }: SaveBarProps) {
  const texts = useTexts();
  return (
    <>
      <Button
        appearance="primary"
        disabledFocusable={busy || idle}
        icon={busy ? <Spinner size="extra-tiny" aria-label={texts("log.saving")} /> : null}
        onClick={onSave}
      >
        {busy ? texts("log.saving") : label}
      </Button>
      <Button disabledFocusable={busy || idle} onClick={onDiscard}>
        {texts("settings.discard")}
      </Button>
    </>
  );
}
