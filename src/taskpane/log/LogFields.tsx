import { Field, Input, makeStyles, Select, Textarea, tokens } from "@fluentui/react-components";
import { DateField } from "../elements/DateField";
import { usePaneLanguage } from "../language";
import { channelName, kindName, tierName } from "../names";
import { AccountFields } from "./AccountFields";
import { ContactsField } from "./ContactsField";
import { channels, interactionKinds, nextItem, type LogProblem } from "./log-form";
import { RevisitFields } from "./RevisitFields";
import type { LogForm } from "./use-log-form";

const useStyles = makeStyles({
  fields: { display: "flex", flexDirection: "column", rowGap: tokens.spacingVerticalSNudge },
  pair: { display: "grid", gridTemplateColumns: "1fr 1fr", columnGap: tokens.spacingHorizontalS },
  narrow: { minWidth: 0 },
});

export type FocusField = Extract<LogProblem, "name" | "account" | "content">;

/** Hands out the elements the focus may have to go to. */
export type Register = (field: FocusField) => (element: HTMLElement | null) => void;

function KindAndDate({ form, problem }: { form: LogForm; problem: (field: LogProblem) => string | null }) {
  const styles = useStyles();
  const { texts } = usePaneLanguage();
  return (
    <div className={styles.pair}>
      <Field label={texts("log.kind")} required className={styles.narrow}>
        <Select
          value={form.draft.kind}
          disabled={form.busy}
          onChange={(_event, data) => {
            const kind = interactionKinds.find((one) => one === data.value);
            if (kind) form.change({ kind });
          }}
        >
          {interactionKinds.map((kind) => (
            <option key={kind} value={kind}>
              {kindName(texts, kind)}
            </option>
          ))}
        </Select>
      </Field>
      <DateField
        label={texts("log.date")}
        required
        className={styles.narrow}
        day={form.date}
        readOnly={form.busy}
        problem={problem("date")}
        onChange={form.changeDate}
      />
    </div>
  );
}

function NextField({ form, problem }: { form: LogForm; problem: (field: LogProblem) => string | null }) {
  const { texts, formats } = usePaneLanguage();
  const { draft, proposal } = form;
  const item = nextItem(draft.kind) ?? "visit";
  const proposed = proposal
    ? texts("log.proposed", { count: proposal.target, tier: tierName(texts, proposal.tier) })
    : "";
  const weekday = draft.nextDate === null ? "" : formats.weekdayDate(draft.nextDate);
  return (
    <DateField
      label={texts(`log.next.${item}`)}
      day={draft.nextDate}
      readOnly={form.busy}
      problem={problem("nextDate")}
      hint={[weekday, proposed].filter(Boolean).join(texts("separator"))}
      onChange={(nextDate) => form.change({ nextDate })}
    />
  );
}

function ChannelField({ form }: { form: LogForm }) {
  const { texts } = usePaneLanguage();
  return (
    <Field label={texts("log.channel")}>
      <Select
        value={form.draft.channel ?? ""}
        disabled={form.busy}
        onChange={(_event, data) =>
          form.change({ channel: channels.find((one) => one === data.value) ?? null })
        }
      >
        <option value="">{texts("log.channelOpen")}</option>
        {channels.map((channel) => (
          <option key={channel} value={channel}>
            {channelName(texts, channel)}
          </option>
        ))}
      </Select>
    </Field>
  );
}

export function LogFields({ form, register }: { form: LogForm; register: Register }) {
  const styles = useStyles();
  const { texts } = usePaneLanguage();
  const { draft, busy } = form;
  const problem = (field: LogProblem): string | null =>
    form.problems.includes(field) ? texts(`log.problem.${field}`) : null;
  return (
    <div className={styles.fields}>
      {form.askName ? (
        <Field
          label={texts("person.name")}
          required
          hint={texts("person.hint")}
          validationMessage={problem("name")}
        >
          <Input
            ref={register("name")}
            value={form.name}
            readOnly={busy}
            autoComplete="name"
            onChange={(_event, data) => form.changeName(data.value)}
          />
        </Field>
      ) : null}
      <AccountFields form={form} first={register("account")} />
      <KindAndDate form={form} problem={problem} />
      <Field label={texts("log.content")} required validationMessage={problem("content")}>
        <Textarea
          ref={register("content")}
          value={draft.content}
          readOnly={busy}
          resize="vertical"
          onChange={(_event, data) => form.change({ content: data.value })}
        />
      </Field>
      <Field label={texts("log.result")}>
        <Input
          value={draft.result}
          readOnly={busy}
          autoComplete="off"
          onChange={(_event, data) => form.change({ result: data.value })}
        />
      </Field>
      {draft.kind === "revisit" ? <RevisitFields form={form} /> : null}
      <NextField form={form} problem={problem} />
      <Field label={texts("log.nextAction")}>
        <Input
          value={draft.nextAction}
          readOnly={busy}
          autoComplete="off"
          onChange={(_event, data) => form.change({ nextAction: data.value })}
        />
      </Field>
      <ContactsField form={form} />
      <ChannelField form={form} />
    </div>
  );
}
