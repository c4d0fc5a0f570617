import {
  Button,
  Dialog,
  DialogActions,
  DialogBody,
  DialogContent,
  DialogSurface,
  DialogTitle,
} from "@fluentui/react-components";
import { useState, type PropsWithChildren } from "react";
import { useFocusAfter } from "./use-focus-after";

interface AskFirstProps {
  /** What the button and the answer that goes on say. */
  readonly action: string;
  readonly title: string;
  /** What the answer that changes nothing says. */
  readonly keep: string;
  readonly disabled: boolean;
  readonly onConfirm: () => void;
}

/**
 * A button that asks before it acts. The dialog closes without motion and gives the focus back to the button: while it
 * fades it pulls the focus back, and without a focus outside of it Fluent leaves the pane hidden from screen readers.
 */
export function AskFirst({
  action,
  title,
  keep,
  disabled,
  onConfirm,
  children,
}: PropsWithChildren<AskFirstProps>) {
  const [asking, setAsking] = useState(false);
  const opener = useFocusAfter(asking);
  const confirm = (): void => {
    setAsking(false);
    onConfirm();
  };
  return (
    <>
      <Button ref={opener} disabledFocusable={disabled} onClick={() => setAsking(true)}>
        {action}
      </Button>
      <Dialog
        open={asking}
        modalType="alert"
        surfaceMotion={null}
        onOpenChange={(_event, data) => setAsking(data.open)}
      >
        <DialogSurface>
          <DialogBody>
            <DialogTitle>{title}</DialogTitle>
            <DialogContent>{children}</DialogContent>
            <DialogActions>
              <Button appearance="primary" onClick={confirm}>
                {action}
              </Button>
              <Button onClick={() => setAsking(false)}>{keep}</Button>
            </DialogActions>
          </DialogBody>
        </DialogSurface>
      </Dialog>
    </>
  );
}
