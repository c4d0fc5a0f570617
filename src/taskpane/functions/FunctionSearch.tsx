import { makeStyles, SearchBox, tokens } from "@fluentui/react-components";
import { useEffect, useId, useMemo, useState, type KeyboardEvent } from "react";
import { useAnnouncer } from "../announcer";
import { RowList } from "../elements/RowList";
import { SectionTitle } from "../elements/SectionTitle";
import { usePaneLanguage } from "../language";
import type { Catalogue, CatalogueFunction } from "./catalogue";
import { FunctionRow } from "./FunctionRow";
import { searchFunctions } from "./search-functions";
import type { ExampleInserting } from "./use-insert-example";

const useStyles = makeStyles({
  search: { width: "100%", maxWidth: "none", marginTop: tokens.spacingVerticalS },
  nothing: {
    margin: `${tokens.spacingVerticalM} 0 0`,
    fontSize: tokens.fontSizeBase300,
    lineHeight: tokens.lineHeightBase300,
  },
});

interface FunctionSearchProps {
  readonly catalogue: Catalogue;
  readonly inserting: ExampleInserting;
}

/** The functions in their groups, or those a question is about. */
export function FunctionSearch({ catalogue, inserting }: FunctionSearchProps) {
  const styles = useStyles();
  const { texts, language } = usePaneLanguage();
  const announcer = useAnnouncer();
  const [question, setQuestion] = useState("");
  const [open, setOpen] = useState<string | null>(null);
  const asked = question.trim();
  const found = useMemo(
    () => (asked === "" ? null : searchFunctions(catalogue, asked, language)),
    [catalogue, asked, language],
  );
  const sentence = found
    ? texts(found.length > 0 ? "catalogue:found" : "catalogue:nothing", { count: found.length })
    : null;
  useEffect(() => {
    if (sentence !== null) announcer.say(sentence);
  }, [announcer, sentence]);
  const clearOnEscape = (event: KeyboardEvent): void => {
    if (event.key !== "Escape" || question === "") return;
    setQuestion("");
    // The next Esc leaves.
    event.preventDefault();
  };
  const rows = { open, setOpen, inserting };
  return (
    <>
      <SearchBox
        className={styles.search}
        aria-label={texts("catalogue:search")}
        placeholder={texts("catalogue:search")}
        value={question}
        dismiss={question === "" ? null : { "aria-label": texts("catalogue:clear") }}
        onChange={(_, { value }) => setQuestion(value)}
        onKeyDown={clearOnEscape}
      />
      {found === null
        ? catalogue.groups.map(({ id, functions }) => (
            <Group
              key={id}
              title={texts(`catalogue:group.${id}`)}
              note={texts(id === "card" ? "catalogue:live" : "catalogue:anyWorkbook")}
              functions={functions}
              {...rows}
            />
          ))
        : null}
      {found && found.length > 0 ? (
        <Group title={texts("catalogue:matches")} note={String(found.length)} functions={found} {...rows} />
      ) : null}
      {found?.length === 0 ? <p className={styles.nothing}>{sentence}</p> : null}
    </>
  );
}

interface GroupProps {
  readonly title: string;
  readonly note: string;
  readonly functions: readonly CatalogueFunction[];
  readonly open: string | null;
  readonly setOpen: (id: string | null) => void;
  readonly inserting: ExampleInserting;
}

/** Rows open one at a time. */
function Group({ title, note, functions, open, setOpen, inserting }: GroupProps) {
  const heading = useId();
  return (
    <section aria-labelledby={heading}>
      <SectionTitle id={heading} title={title} count={note} />
      <RowList labelledBy={heading}>
        {functions.map((each) => (
          <FunctionRow
            key={each.id}
            shown={each}
            open={open === each.id}
            onToggle={() => setOpen(open === each.id ? null : each.id)}
            inserting={inserting}
          />
        ))}
      </RowList>
    </section>
  );
}
