import { makeStyles, tokens } from "@fluentui/react-components";
import { useModel } from "../card-context";
import { BringIn } from "../data/BringIn";
import { usePaneLanguage } from "../language";
import type { DueTouch } from "./today-list";

const useStyles = makeStyles({ text: { margin: `${tokens.spacingVerticalM} 0`, overflowWrap: "anywhere" } });

/** A calm day says what comes next; a workbook without accounts says how to get the first one. */
export function NothingDue({ next }: { next: DueTouch | null }) {
  const styles = useStyles();
  const { texts, formats } = usePaneLanguage();
  const { order } = useModel();
  const sentence = (): string => {
    if (order.length === 0) return texts("empty.accounts");
    if (!next) return texts("today.clear");
    const { figures, touch } = next;
    return texts(`today.${touch.item}.next`, {
      name: figures.account.name,
      date: formats.weekdayDate(touch.plan),
    });
  };
  return (
    <>
      <p className={styles.text}>{sentence()}</p>
      {order.length === 0 ? <BringIn opener="nothing due import" /> : null}
    </>
  );
}
