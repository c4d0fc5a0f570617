import { Button } from "@fluentui/react-components";
import { useState, type ReactNode } from "react";
import { useFollowedAccount } from "../account/follow-account";
import { useAnnouncer } from "../announcer";
import { modelOf, useCard, useCardState } from "../card-context";
import { Message } from "../elements/Message";
import { issueSentence } from "../issue-sentence";
import { usePaneLanguage } from "../language";
import { useOutcome } from "../use-outcome";
import type { CatalogueFunction } from "./catalogue";
import { exampleFor } from "./example-formula";

export interface ExampleInserting {
  /** What became of the last try, with the question whether the cell may be replaced. */
  readonly message: ReactNode;
  readonly busy: boolean;
  /** The example as it would be written here. */
  formulaOf(found: CatalogueFunction): string;
  insert(found: CatalogueFunction): void;
}

/** Writes examples into the selected cell. */
export function useInsertExample(): ExampleInserting {
  const { texts, language } = usePaneLanguage();
  const card = useCard();
  const model = modelOf(useCardState());
  const { account } = useFollowedAccount();
  const announcer = useAnnouncer();
  const { run, issue, busy } = useOutcome();
  const [asked, setAsked] = useState<CatalogueFunction | null>(null);
  const [address, setAddress] = useState<string | null>(null);
  const written = (found: CatalogueFunction) => exampleFor(found, { model, language }, account);
  const insert = async (found: CatalogueFunction, replace: boolean): Promise<void> => {
    setAsked(found);
    setAddress(null);
    const done = await run(() => card.daily.insertWritten(written(found), { replace }));
    if (!done) return;
    setAddress(done.address);
    announcer.say(texts("catalogue:inserted", { function: found.id, address: done.address }));
  };
  const message = issue ? (
    <Message intent="warning" sentence={issueSentence(texts, issue)}>
      {issue.code === "cellTaken" && asked ? (
        <Button size="small" onClick={() => void insert(asked, true)}>
          {texts("insert.replace")}
        </Button>
      ) : null}
    </Message>
  ) : address !== null && asked ? (
    <Message intent="success" sentence={texts("catalogue:inserted", { function: asked.id, address })} />
  ) : null;
  return {
    message,
    busy,
    formulaOf: (found) => written(found).text,
    insert: (found) => void insert(found, false),
  };
}
