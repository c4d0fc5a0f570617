import { Divider, Field, Input } from "@fluentui/react-components";
import { useTexts } from "../language";
import type { LogForm } from "./use-log-form";

const fields = ["usage", "newNeeds", "productsIntroduced"] as const;

/** What a revisit asks beyond a visit. */
export function RevisitFields({ form }: { form: LogForm }) {
  const texts = useTexts();
  return (
    <>
      <Divider>{texts("labels:interactionKind.revisit")}</Divider>
      {fields.map((field) => (
        <Field key={field} label={texts(`log.${field}`)}>
          <Input
            value={form.draft[field]}
            readOnly={form.busy}
            autoComplete="off"
            onChange={(_event, data) => form.change({ [field]: data.value })}
          />
        </Field>
      ))}
    </>
  );
}
