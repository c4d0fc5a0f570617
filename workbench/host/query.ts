/** load() and retrieve(): which members a Query asks for, and the result in the client's spelling. */
import { assertSupported, isMemberSupported } from "./api-gate";
import type { ClassModel, HostContext, HostObject } from "./class-model";
import { HostError } from "./class-model";
import { bareClass, publicName, schemaOf, wireMember } from "./schema";
import type { QueryInfo } from "./wire";

interface Selection {
  /** Every scalar of the class, as `load()` and a path that ends on a navigation mean. */
  all: boolean;
  readonly members: Map<string, Selection>;
}

const nothing = (): Selection => ({ all: false, members: new Map() });

function addPath(root: Selection, path: string, expand: boolean): void {
  let at = root;
  for (const segment of path.split("/")) {
    if (segment === "*" || segment === "") {
      at.all = true;
      return;
    }
    const key = segment.toLowerCase();
    const next = at.members.get(key) ?? nothing();
    at.members.set(key, next);
    at = next;
  }
  if (expand) at.all = true;
}

function selectionOf(query: QueryInfo | undefined): Selection {
  const root = nothing();
  for (const path of query?.Select ?? []) addPath(root, path, false);
  for (const path of query?.Expand ?? []) addPath(root, path, true);
  if (!query?.Select?.length) root.all = true;
  return root;
}

/** A name asked of a collection means its items, unless the collection has it itself or no item could. */
function belongsToItems(className: string, name: string): boolean {
  if (wireMember(className, name)) return false;
  const itemType = schemaOf(className)?.itemType;
  return !itemType || wireMember(bareClass(itemType), name) !== null;
}

type Members = Readonly<Record<string, unknown>>;

const keys = new WeakMap<Members, ReadonlyMap<string, string>>();

/** The member of a table by its name in small letters. */
function keyOf(table: Members | undefined, name: string): string | undefined {
  if (!table) return undefined;
  const known = keys.get(table) ?? new Map(Object.keys(table).map((key) => [key.toLowerCase(), key]));
  keys.set(table, known);
  return known.get(name);
}

export type Spelling = "wire" | "json";
export type IdentityOf = (object: HostObject) => Record<string, string>;

export class QueryReader {
  constructor(
    private readonly context: HostContext,
    private readonly spelling: Spelling,
    private readonly identityOf: IdentityOf,
  ) {}

  async read(object: HostObject, query: QueryInfo | undefined): Promise<Record<string, unknown>> {
    return this.object(object, selectionOf(query), query);
  }

  private async object(
    object: HostObject,
    selection: Selection,
    page?: QueryInfo,
  ): Promise<Record<string, unknown>> {
    const { model, target } = object;
    const result: Record<string, unknown> = {};
    for (const [key, value] of Object.entries(this.identityOf(object))) this.put(result, model, key, value);
    const ofItems = nothing();
    ofItems.all = selection.all;
    if (selection.all) {
      for (const key of Object.keys(model.read ?? {}))
        if (isMemberSupported(model.className, key, this.context))
          this.put(result, model, key, await model.read![key]!(target, this.context));
    }
    for (const [name, below] of selection.members) {
      const scalar = keyOf(model.read, name);
      const nav = keyOf(model.navigate, name);
      assertSupported(model.className, scalar ?? nav ?? name, this.context);
      if (scalar) this.put(result, model, scalar, await model.read![scalar]!(target, this.context));
      else if (model.items && belongsToItems(model.className, name)) ofItems.members.set(name, below);
      else if (nav) this.put(result, model, nav, await this.navigated(object, nav, below));
      else throw unknownMember(model, wireMember(model.className, name) ?? name);
    }
    if (model.items && (ofItems.all || ofItems.members.size > 0))
      result[this.spelling === "wire" ? "_Items" : "items"] = await this.items(object, ofItems, page);
    return result;
  }

  private async navigated(object: HostObject, nav: string, below: Selection): Promise<unknown> {
    const next = await object.model.navigate![nav]!(object.target, this.context);
    if (!next) return null;
    return this.object(next, below.members.size === 0 ? { ...below, all: true } : below);
  }

  private async items(object: HostObject, selection: Selection, page?: QueryInfo): Promise<unknown[]> {
    const all = await object.model.items!(object.target, this.context);
    const skip = page?.Skip ?? 0;
    const shown = all.slice(skip, page?.Top === undefined ? undefined : skip + page.Top);
    const results: unknown[] = [];
    for (const item of shown) results.push(await this.object(item, selection));
    return results;
  }

  private put(result: Record<string, unknown>, model: ClassModel, wire: string, value: unknown): void {
    // A getter that answers undefined would look like "not loaded" to the client: a gap, never silent.
    if (value === undefined) throw unknownMember(model, wire);
    result[this.spelling === "wire" ? wire : publicName(model.className, wire)] = value;
  }
}

export const unknownMember = (model: ClassModel, wire: string): HostError =>
  new HostError("ApiNotFound", `The workbench does not answer ${model.className}.${wire}.`, 404);
