import { profileNames } from "../../host/profiles";
import { useSession } from "../session";

const chosen = (): string => new URLSearchParams(window.location.search).get("profile") ?? profileNames[0]!;

/** Which Excel the host is. The add-in learns it at its start, so another choice starts the page again. */
export function ProfileChoice() {
  const { texts } = useSession();
  const several = chosen().includes(",");
  return (
    <label className="wb-field" title={texts("profile.hint")}>
      {texts("profile")}
      <select
        className="wb-select"
        value={chosen()}
        onChange={(event) => {
          const address = new URL(window.location.href);
          address.searchParams.set("profile", event.currentTarget.value);
          window.location.assign(address);
        }}
      >
        {several ? <option value={chosen()}>{chosen()}</option> : null}
        {profileNames.map((name) => (
          <option key={name} value={name}>
            {texts(`profile.${name}`)}
          </option>
        ))}
      </select>
    </label>
  );
}
