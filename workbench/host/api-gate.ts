/** Refuses members of API sets the host does not declare: office.js itself does not check them by default. */
import { HostError, type HostContext } from "./class-model";
import { schemaOf } from "./schema";

const requirements = new Map<string, ReadonlyMap<string, string>>();

/** Wire member → `ExcelApi 1.9`, for members younger than their class. */
function requirementsOf(className: string): ReadonlyMap<string, string> {
  const known = requirements.get(className);
  if (known) return known;
  const schema = schemaOf(className);
  const found = new Map<string, string>();
  for (const table of [schema?.scalars, schema?.navs, schema?.methods])
    for (const [name, member] of Object.entries(table ?? {})) {
      const set = schema?.api?.[name];
      if (set && member.wire) found.set(member.wire, set);
    }
  requirements.set(className, found);
  return found;
}

export function isMemberSupported(className: string, wire: string, context: HostContext): boolean {
  const needed = requirementsOf(className).get(wire);
  if (!needed) return true;
  const [set = "", version = ""] = needed.split(" ");
  // Sets the public knows nothing of (previews, internals) are not a matter of the Excel version.
  return set !== "ExcelApi" || context.isSupported(set, version);
}

export function assertSupported(className: string, wire: string, context: HostContext): void {
  if (isMemberSupported(className, wire, context)) return;
  const needed = requirementsOf(className).get(wire);
  throw new HostError("ApiNotFound", `${className}.${wire} needs ${needed}, which this host has not.`, 404);
}
