import { Button } from "@fluentui/react-components";
import { useCardState } from "../card-context";
import { Message } from "../elements/Message";
import { useTexts } from "../language";
import { useRouting } from "../routing";

/** Own accounts among the sample: nobody wants figures of both (TP6). */
export function MixedSample() {
  const texts = useTexts();
  const state = useCardState();
  const { toArea, open } = useRouting();
  if (state.kind !== "ready" || state.ownAmongSample === 0) return null;
  const leave = (): void => {
    toArea("settings");
    open({ kind: "sample" });
  };
  return (
    <Message intent="warning" sentence={texts("sample.mixed", { count: state.ownAmongSample })}>
      <Button size="small" onClick={leave}>
        {texts("sample.goTo")}
      </Button>
    </Message>
  );
}
