/** Which actions of a batch change the workbook, known before anything is run. */
import { bareClass, methodOf, schemaClasses, schemaOf } from "./schema";
import { actionType, pathType, type WireAction, type WirePath, type WireRequest } from "./wire";

/** The client marks some getters and all worksheet functions as writes; they change nothing. */
const changes = (className: string, wire: string) => className !== "Functions" && !/^(Get|_)/.test(wire);

const writingNames = new Set(
  schemaClasses().flatMap((schema) =>
    Object.values(schema.methods).flatMap((method) =>
      method.write && method.wire && changes(schema.className, method.wire) ? [method.wire] : [],
    ),
  ),
);

/** Classes of the paths of a request, found once for all of its actions. */
const classes = new WeakMap<WireRequest, Map<number, string | null>>();

/** The class a path leads to as far as the schema tells; null for services and references. */
function classOfPath(request: WireRequest, id: number): string | null {
  const known = classes.get(request) ?? new Map<number, string | null>();
  classes.set(request, known);
  const before = known.get(id);
  if (before !== undefined) return before;
  const found = findClass(request, id);
  known.set(id, found);
  return found;
}

function findClass(request: WireRequest, id: number): string | null {
  const path = request.ObjectPaths[String(id)];
  if (!path) return null;
  if (path.ObjectPathType === pathType.global) return "Workbook";
  if (path.ObjectPathType === pathType.reference) return "Range";
  const parent = path.ParentObjectPathId ? classOfPath(request, path.ParentObjectPathId) : null;
  const schema = parent ? schemaOf(parent) : null;
  if (!schema) return null;
  if (path.ObjectPathType === pathType.indexer) return schema.itemType ? bareClass(schema.itemType) : null;
  if (path.ObjectPathType === pathType.method) {
    const type = methodOf(schema.className, path.Name)?.type;
    return type ? bareClass(type) : null;
  }
  const nav = Object.values(schema.navs).find((each) => each.wire === path.Name);
  return nav ? bareClass(nav.type) : null;
}

export function isWritingCall(className: string | null, wire: string): boolean {
  if (!changes(className ?? "", wire)) return false;
  const method = className ? methodOf(className, wire) : null;
  return method ? Boolean(method.write) : writingNames.has(wire);
}

function pathWrites(request: WireRequest, path: WirePath | undefined): boolean {
  if (!path || path.ObjectPathType !== pathType.method) return false;
  return isWritingCall(classOfPath(request, path.ParentObjectPathId ?? 0), path.Name);
}

function actionWrites(request: WireRequest, action: WireAction): boolean {
  switch (action.ActionType) {
    case actionType.setProperty:
    case actionType.update:
      return true;
    case actionType.method:
      return isWritingCall(classOfPath(request, action.ObjectPathId), action.Name);
    default:
      return pathWrites(request, request.ObjectPaths[String(action.ObjectPathId)]);
  }
}

export const batchWrites = (request: WireRequest): boolean =>
  request.Actions.some((action) => actionWrites(request, action));

/** Places of the actions that change the workbook. */
export const writingActions = (request: WireRequest): number[] =>
  request.Actions.flatMap((action, index) => (actionWrites(request, action) ? [index] : []));

export const describeAction = (request: WireRequest, action: WireAction): string => {
  const names = ["", "Instantiate", "Query", "", "Set ", "Trace", "RecursiveQuery", "QueryAsJson"];
  const verb = names[action.ActionType] ?? (action.ActionType === 9 ? "Update" : "EnsureUnchanged");
  const path = request.ObjectPaths[String(action.ObjectPathId)];
  const owner = classOfPath(request, action.ObjectPathId) ?? path?.Name ?? "";
  if (action.ActionType === actionType.instantiate) return path?.Name || owner;
  return `${owner}.${verb}${action.Name}`;
};
