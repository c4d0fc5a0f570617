import { Button, Link, makeStyles, mergeClasses, tokens } from "@fluentui/react-components";
import { AddSquare20Regular } from "@fluentui/react-icons";
import { useId } from "react";
import { useTexts } from "../language";
import type { CatalogueFunction } from "./catalogue";
import { FunctionDetails } from "./FunctionDetails";
import type { ExampleInserting } from "./use-insert-example";

const useStyles = makeStyles({
  row: {
    display: "grid",
    gridTemplateColumns: "minmax(0, 1fr) auto",
    columnGap: tokens.spacingHorizontalS,
    alignItems: "start",
    paddingBottom: tokens.spacingVerticalS,
  },
  opener: {
    display: "block",
    width: "100%",
    textAlign: "start",
    color: tokens.colorNeutralForeground1,
    borderRadius: tokens.borderRadiusMedium,
    ":hover": {
      color: tokens.colorNeutralForeground1,
      backgroundColor: tokens.colorSubtleBackgroundHover,
      textDecorationLine: "none",
    },
  },
  code: {
    display: "block",
    fontFamily: tokens.fontFamilyMonospace,
    fontSize: tokens.fontSizeBase200,
    lineHeight: tokens.lineHeightBase300,
    overflow: "hidden",
    textOverflow: "ellipsis",
    whiteSpace: "nowrap",
    color: tokens.colorNeutralForeground2,
  },
  whole: { whiteSpace: "normal", overflowWrap: "anywhere" },
  name: { fontWeight: tokens.fontWeightBold, color: tokens.colorNeutralForeground1 },
  description: {
    display: "block",
    fontSize: tokens.fontSizeBase200,
    lineHeight: tokens.lineHeightBase200,
  },
});

/** `ids, dates, [amounts]` */
const parametersText = ({ parameters }: CatalogueFunction): string =>
  parameters.map(({ name, optional }) => (optional ? `[${name}]` : name)).join(", ");

interface FunctionRowProps {
  readonly shown: CatalogueFunction;
  readonly open: boolean;
  readonly onToggle: () => void;
  readonly inserting: ExampleInserting;
}

/** One function: its call and what it is for; opened, everything a person needs to use it. */
export function FunctionRow({ shown, open, onToggle, inserting }: FunctionRowProps) {
  const styles = useStyles();
  const texts = useTexts();
  const details = useId();
  return (
    <li className={styles.row}>
      <Link
        as="button"
        className={styles.opener}
        data-row
        aria-expanded={open}
        aria-controls={open ? details : undefined}
        onClick={onToggle}
      >
        <code className={mergeClasses(styles.code, open && styles.whole)} lang="en">
          <span className={styles.name}>KAM.{shown.id}</span>({parametersText(shown)})
        </code>
        <span className={styles.description}>{shown.description}</span>
      </Link>
      <Button
        appearance="subtle"
        size="small"
        icon={<AddSquare20Regular />}
        aria-label={texts("catalogue:insertNamed", { function: shown.id })}
        title={texts("catalogue:insert")}
        disabledFocusable={inserting.busy}
        onClick={() => inserting.insert(shown)}
      />
      {open ? <FunctionDetails id={details} shown={shown} inserting={inserting} /> : null}
    </li>
  );
}
