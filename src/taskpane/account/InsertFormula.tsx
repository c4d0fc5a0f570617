import { Button, Spinner } from "@fluentui/react-components";
import { TableSimple20Regular } from "@fluentui/react-icons";
import { useState, type ReactNode } from "react";
import type { InsertedFormula } from "../../workbook/daily-verbs";
import { useAnnouncer } from "../announcer";
import { useCard } from "../card-context";
import { Message } from "../elements/Message";
import { issueSentence } from "../issue-sentence";
import { useTexts } from "../language";
import { useOutcome } from "../use-outcome";

/** Header, total, tier, points to the line and the sentence of WHY, beside a row per criterion. */
const rowsAround = 5;

export interface FormulaInserting {
  readonly message: ReactNode;
  readonly buttons: ReactNode;
}

/** Buttons that write the explicit formula into the selected cell, and what is said about it above them. */
export function useFormulaInserting(account: string, criteria: number): FormulaInserting {
  const texts = useTexts();
  const card = useCard();
  const announcer = useAnnouncer();
  const attempt = useOutcome();
  const [asked, setAsked] = useState<InsertedFormula>("why");
  const [address, setAddress] = useState<string | null>(null);
  const insert = async (formula: InsertedFormula, replace = false): Promise<void> => {
    setAsked(formula);
    setAddress(null);
    const rows = formula === "why" ? criteria + rowsAround : 1;
    const done = await attempt.run(() => card.daily.insertFormula(formula, account, { rows, replace }));
    if (!done) return;
    setAddress(done.address);
    announcer.say(texts("insert.done", { address: done.address }));
  };
  const { issue, busy } = attempt;
  const message = issue ? (
    <Message intent="warning" sentence={issueSentence(texts, issue)}>
      {issue.code === "cellTaken" ? (
        <Button size="small" onClick={() => void insert(asked, true)}>
          {texts("insert.replace")}
        </Button>
      ) : null}
    </Message>
  ) : address === null ? null : (
    <Message intent="success" sentence={texts("insert.done", { address })} />
  );
  const buttons = (
    <>
      <Button
        disabledFocusable={busy}
        icon={
          busy ? <Spinner size="extra-tiny" aria-label={texts("log.saving")} /> : <TableSimple20Regular />
        }
        onClick={() => void insert("why")}
      >
        {texts("insert.why")}
      </Button>
      <Button appearance="subtle" disabledFocusable={busy} onClick={() => void insert("tier")}>
        {texts("insert.tier")}
      </Button>
    </>
  );
  return { message, buttons };
}
