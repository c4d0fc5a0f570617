import { useRef } from "react";
import { useSession } from "../session";
import { languages } from "../texts/texts";
import { DeveloperIcon, MoonIcon, OpenIcon, SaveIcon, SunIcon } from "./icons";

interface TitleBarProps {
  readonly dark: boolean;
  readonly drawerOpen: boolean;
  onDark(dark: boolean): void;
  onDrawer(open: boolean): void;
  onOpen(file: File): void;
  onSave(): void;
}

/** Name of the workbook, files, undo, language, colours and the developer drawer. */
export function TitleBar(props: TitleBarProps) {
  const { texts, documentName } = useSession();
  return (
    <header className="wb-title" aria-label={texts("title.bar")}>
      <span className="wb-logo" aria-hidden="true" />
      <h1 className="wb-document">{documentName}</h1>
      <FileButtons onOpen={props.onOpen} onSave={props.onSave} />
      <span className="wb-spacer" />
      <LanguageChoice />
      <IconButton
        label={texts(props.dark ? "title.light" : "title.dark")}
        onClick={() => props.onDark(!props.dark)}
        icon={props.dark ? <SunIcon /> : <MoonIcon />}
      />
      <button
        type="button"
        className="wb-quiet"
        aria-expanded={props.drawerOpen}
        onClick={() => props.onDrawer(!props.drawerOpen)}
      >
        <DeveloperIcon />
        {texts("title.developer")}
      </button>
    </header>
  );
}

function FileButtons({ onOpen, onSave }: Pick<TitleBarProps, "onOpen" | "onSave">) {
  const { texts } = useSession();
  const input = useRef<HTMLInputElement>(null);
  return (
    <>
      <button
        type="button"
        className="wb-quiet"
        title={texts("title.open")}
        onClick={() => input.current?.click()}
      >
        <OpenIcon />
        {texts("title.openShort")}
      </button>
      <input
        ref={input}
        type="file"
        hidden
        aria-label={texts("title.open")}
        accept=".xlsx,application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"
        onChange={(event) => {
          const file = event.currentTarget.files?.[0];
          event.currentTarget.value = "";
          if (file) onOpen(file);
        }}
      />
      <button type="button" className="wb-quiet" title={texts("title.save")} onClick={onSave}>
        <SaveIcon />
        {texts("title.saveShort")}
      </button>
    </>
  );
}

function IconButton(props: { label: string; icon: React.ReactNode; onClick(): void }) {
  return (
    <button
      type="button"
      className="wb-icon"
      title={props.label}
      aria-label={props.label}
      onClick={props.onClick}
    >
      {props.icon}
    </button>
  );
}

/** A change of language starts the page again, as Excel starts again: the add-in learns it only at boot. */
function LanguageChoice() {
  const { texts, locale } = useSession();
  return (
    <select
      className="wb-select"
      aria-label={texts("title.language")}
      value={locale}
      onChange={(event) => {
        const address = new URL(window.location.href);
        address.searchParams.set("lang", event.currentTarget.value);
        window.location.assign(address);
      }}
    >
      {languages.map((language) => (
        <option key={language.locale} value={language.locale} lang={language.locale}>
          {language.name}
        </option>
      ))}
    </select>
  );
}
