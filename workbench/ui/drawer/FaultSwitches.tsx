import { useState } from "react";
import type { Faults } from "../../host/host";
import { useSession } from "../session";
import type { Texts } from "../texts/texts";
import { ProfileChoice } from "./ProfileChoice";
import { coAuthorDeed, coAuthorDeeds, type CoAuthorDeed } from "./co-author";

const switches = [
  "cellEdit",
  "readOnly",
  "tableDoesNotGrow",
  "writeSwallowed",
  "sharedStreams",
  "moveDoesNotReinvoke",
] as const;
const failures = [
  { fault: "dispatchError", codes: ["5012", "5102", "5103"] },
  { fault: "answerLost", codes: ["5012", "5104"] },
] as const;
const megabyte = 1024 * 1024;

/** The faults of the host as switches; each takes effect with the next batch. */
export function FaultSwitches() {
  const { host, texts } = useSession();
  const [, drawAgain] = useState(0);
  const change = (edit: (faults: Faults) => void) => {
    edit(host.faults);
    drawAgain((count) => count + 1);
  };
  return (
    <div className="wb-faults">
      <div className="wb-drawer-head">
        <h2>{texts("drawer.faults")}</h2>
        <span className="wb-muted">{texts("drawer.faultsHint")}</span>
        <button type="button" className="wb-quiet" onClick={() => change(allOff)}>
          {texts("drawer.reset")}
        </button>
      </div>
      <div className="wb-fault-grid">
        {switches.map((name) => (
          <label key={name} className="wb-switch">
            <input
              type="checkbox"
              role="switch"
              checked={host.faults[name]}
              onChange={(event) => {
                const on = event.currentTarget.checked;
                change((faults) => (faults[name] = on));
              }}
            />
            {texts(`fault.${name}`)}
          </label>
        ))}
        <ProfileChoice />
        <FaultNumbers change={change} />
        <FaultChoices change={change} />
        <ProtectedSheets change={change} />
      </div>
    </div>
  );
}

interface Changes {
  change(edit: (faults: Faults) => void): void;
}

function allOff(faults: Faults): void {
  for (const name of switches) faults[name] = false;
  faults.protectedSheets.clear();
  faults.failAtAction = null;
  faults.beforeNextBatch = null;
  faults.dispatchError = null;
  faults.answerLost = null;
  faults.payloadLimit = 5 * megabyte;
  faults.blanks = null;
  faults.delay = 0;
}

function FaultNumbers({ change }: Changes) {
  const { host, texts } = useSession();
  const { failAtAction, payloadLimit, delay } = host.faults;
  return (
    <>
      <NumberField
        label={texts("fault.failAtAction")}
        hint={texts("fault.failAtActionHint")}
        value={failAtAction}
        onChange={(value) => change((faults) => (faults.failAtAction = value))}
      />
      <NumberField
        label={texts("fault.delay")}
        value={delay || null}
        onChange={(value) => change((faults) => (faults.delay = value ?? 0))}
      />
      <NumberField
        label={texts("fault.payloadLimit")}
        hint={texts("fault.payloadLimitHint")}
        value={payloadLimit === null ? null : payloadLimit / megabyte}
        onChange={(value) =>
          change((faults) => (faults.payloadLimit = value === null ? null : value * megabyte))
        }
      />
    </>
  );
}

interface NumberFieldProps {
  readonly label: string;
  readonly hint?: string;
  readonly value: number | null;
  onChange(value: number | null): void;
}

function NumberField({ label, hint, value, onChange }: NumberFieldProps) {
  return (
    <label className="wb-field" title={hint}>
      {label}
      <input
        type="number"
        min={0}
        step="any"
        value={value ?? ""}
        onChange={(event) => {
          const text = event.currentTarget.value;
          onChange(text === "" ? null : Number(text));
        }}
      />
    </label>
  );
}

const failureText = (
  texts: Texts,
  fault: "dispatchError" | "answerLost",
  code: "5012" | "5102" | "5103" | "5104",
) =>
  texts(
    code === "5104"
      ? "fault.answerLost.5104"
      : code === "5012"
        ? `fault.${fault}.5012`
        : `fault.dispatchError.${code}`,
  );

function FaultChoices({ change }: Changes) {
  const { host, texts } = useSession();
  const [deed, setDeed] = useState<CoAuthorDeed>("none");
  // It happens once: as soon as the host has run it, the choice is "nothing" again.
  const shown = host.faults.beforeNextBatch ? deed : "none";
  return (
    <>
      {failures.map(({ fault, codes }) => (
        <label key={fault} className="wb-field">
          {texts(`fault.${fault}`)}
          <select
            className="wb-select"
            value={host.faults[fault] ?? ""}
            onChange={(event) => {
              const code = event.currentTarget.value;
              change((faults) => (faults[fault] = code === "" ? null : Number(code)));
            }}
          >
            <option value="">{texts(`fault.${fault}.none`)}</option>
            {codes.map((code) => (
              <option key={code} value={code}>
                {failureText(texts, fault, code)}
              </option>
            ))}
          </select>
        </label>
      ))}
      <label className="wb-field">
        {texts("fault.beforeNextBatch")}
        <select
          className="wb-select"
          value={shown}
          onChange={(event) => {
            const chosen = coAuthorDeeds.find((name) => name === event.currentTarget.value) ?? "none";
            setDeed(chosen);
            change((faults) => (faults.beforeNextBatch = coAuthorDeed(chosen)));
          }}
        >
          {coAuthorDeeds.map((name) => (
            <option key={name} value={name}>
              {texts(`fault.beforeNextBatch.${name}`)}
            </option>
          ))}
        </select>
      </label>
    </>
  );
}

function ProtectedSheets({ change }: Changes) {
  const { host, book, texts } = useSession();
  const toggle = (name: string, on: boolean) =>
    change(({ protectedSheets }) => {
      if (on) protectedSheets.add(name);
      else protectedSheets.delete(name);
    });
  return (
    <details className="wb-sheets">
      <summary>
        {texts("fault.protectedSheets")} ({host.faults.protectedSheets.size})
      </summary>
      {book.sheets().map((sheet) => (
        <label key={sheet.id} className="wb-switch">
          <input
            type="checkbox"
            checked={host.faults.protectedSheets.has(sheet.name)}
            onChange={(event) => toggle(sheet.name, event.currentTarget.checked)}
          />
          {sheet.name}
        </label>
      ))}
    </details>
  );
}
