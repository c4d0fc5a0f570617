/** Runs the actions of one batch in order; the first error ends it and what was done before stands. */
import type { BookEvent } from "../book/events/book-event";
import { assertSupported } from "./api-gate";
import { BatchPaths, isHostObject, type PathWorld } from "./batch-paths";
import { HostError, type HostObject } from "./class-model";
import { QueryReader, unknownMember, type Spelling } from "./query";
import { eventOf, publicName, schemaOf, setterWire } from "./schema";
import { actionType, type WireAction, type WireError, type WireRequest, type WireResponse } from "./wire";

export interface BatchWorld extends PathWorld {
  /** Calculation done; before everything that reads figures. */
  settled(): Promise<void>;
  /** May throw; false = the write is accepted and forgotten. */
  beforeWrite(object: HostObject, wire: string): Promise<boolean>;
  /** Throws at the action that is made to fail. */
  beforeAction(index: number): void;
}

/** Calls that look at calculated cells, so that formulas written in the same batch must be done. */
const looksAtFigures =
  /^(GetUsed|GetSpill|GetSurrounding|GetSpecial|GetRangeEdge|GetExtended|Find|Apply|CopyFrom|Autofit|RemoveDup)/;

export class BatchRunner {
  private readonly paths: BatchPaths;
  private readonly traces: number[] = [];

  constructor(
    private readonly request: WireRequest,
    private readonly world: BatchWorld,
  ) {
    this.paths = new BatchPaths(request, world);
  }

  async run(): Promise<WireResponse> {
    const response: WireResponse = { Results: [] };
    for (const [index, action] of this.request.Actions.entries()) {
      try {
        this.world.beforeAction(index);
        response.Results.push({ ActionId: action.Id, Value: await this.act(action) });
      } catch (error) {
        response.Error = this.wireError(error, action, index);
        break;
      }
    }
    if (this.traces.length > 0) response.TraceIds = this.traces;
    return response;
  }

  move(event: Extract<BookEvent, { kind: "cells" }>): void {
    this.paths.move(event);
  }

  private async act(action: WireAction): Promise<unknown> {
    if (action.ActionType === actionType.trace) {
      this.traces.push(action.Id);
      return null;
    }
    const path = this.request.ObjectPaths[String(action.ObjectPathId)];
    if (looksAtFigures.test(path?.Name ?? "") || looksAtFigures.test(action.Name)) await this.world.settled();
    const object = await this.paths.resolve(action.ObjectPathId);
    if (!object) return null;
    switch (action.ActionType) {
      case actionType.instantiate:
        return this.paths.identity(object);
      case actionType.query:
        return this.query(object, action, "wire");
      case actionType.queryAsJson:
        return this.query(object, action, "json");
      case actionType.method:
        return this.call(object, action);
      case actionType.setProperty:
        return this.set(object, action.Name, (await this.paths.arguments(action.ArgumentInfo))[0]);
      case actionType.update:
        return this.update(object, action.ObjectState ?? {});
      case actionType.recursiveQuery:
        return this.recurse(object, action);
      case actionType.ensureUnchanged:
        return this.ensureUnchanged(object, action.ObjectState ?? {});
    }
    throw new HostError("NotImplemented", `Action type ${action.ActionType} is not known.`, 501);
  }

  private reader(spelling: Spelling): QueryReader {
    return new QueryReader(this.world.context, spelling, (object) => this.paths.identity(object));
  }

  private async query(object: HostObject, action: WireAction, spelling: Spelling) {
    await this.world.settled();
    return this.reader(spelling).read(object, action.QueryInfo);
  }

  /** Folder-like collections: the query of a class is repeated in its items' collections of the same class. */
  private async recurse(object: HostObject, action: WireAction): Promise<unknown> {
    await this.world.settled();
    const queries = action.RecursiveQueryInfo?.Queries ?? {};
    const query = queries[object.model.className] ?? Object.values(queries)[0];
    return this.reader("wire").read(object, query);
  }

  private async call(object: HostObject, action: WireAction): Promise<unknown> {
    const { model, target } = object;
    const wire = action.Name;
    if (wire === "_KeepReference") return this.paths.keep(action.ObjectPathId) ?? null;
    const args = await this.paths.arguments(action.ArgumentInfo);
    if (model.className === "Workbook" && /^_(Remove|GetReferenceCount)/.test(wire))
      return this.referenceCall(wire, args);
    assertSupported(model.className, wire, this.world.context);
    const method = model.call?.[wire];
    if (method) {
      if (!(await this.world.beforeCall(object, wire))) return null;
      const value = await method(target, args, this.world.context);
      return isHostObject(value) ? this.paths.identity(value) : (value ?? null);
    }
    const registration = eventOf(model.className, wire);
    if (registration) return this.register(object, registration);
    if (wire === "GetCount" && model.items) return (await model.items(target, this.world.context)).length;
    throw unknownMember(model, wire);
  }

  private referenceCall(wire: string, args: unknown[]): number | null {
    const { references } = this.world;
    if (wire === "_RemoveReference") references.release(String(args[0]));
    else if (wire === "_RemoveAllReferences") references.releaseAll();
    else if (wire === "_GetReferenceCount") return references.count;
    return null;
  }

  private register(object: HostObject, found: NonNullable<ReturnType<typeof eventOf>>): null {
    const { event, on } = found;
    const { model, target } = object;
    const sheetId = model.sheetOf?.(target)?.id;
    const ownId = (event.targetId === "this.id" && model.identity?.(target).Id) || "";
    const targetId = event.targetId === '"Workbook"' ? "Workbook" : ownId || sheetId || "Workbook";
    if (on) this.world.context.listen(event.eventType, targetId);
    else this.world.context.unlisten(event.eventType, targetId);
    return null;
  }

  private async set(object: HostObject, wire: string, value: unknown): Promise<null> {
    const { model, target } = object;
    const alias = Object.values(schemaOf(model.className)?.scalars ?? {}).find(
      (scalar) => scalar.setterWire === wire,
    )?.wire;
    assertSupported(model.className, alias ?? wire, this.world.context);
    const write = model.write?.[wire] ?? (alias ? model.write?.[alias] : undefined);
    if (!write) throw unknownMember(model, wire);
    if (await this.world.beforeWrite(object, wire)) await write(target, value, this.world.context);
    return null;
  }

  /** `update()`: camelCase keys, navigations as nested objects. */
  private async update(object: HostObject, state: Record<string, unknown>): Promise<null> {
    const { model, target } = object;
    for (const [key, value] of Object.entries(state)) {
      const nav = Object.keys(model.navigate ?? {}).find((each) => each.toLowerCase() === key.toLowerCase());
      const next = nav ? await model.navigate![nav]!(target, this.world.context) : null;
      if (next && typeof value === "object" && value !== null) {
        await this.update(next, value as Record<string, unknown>);
        continue;
      }
      const [argument] = await this.paths.arguments({ Arguments: [value] });
      await this.set(object, setterWire(model.className, key) ?? key, argument);
    }
    return null;
  }

  private async ensureUnchanged(object: HostObject, state: Record<string, unknown>): Promise<null> {
    await this.world.settled();
    const now = await this.reader("json").read(object, { Select: Object.keys(state) });
    for (const [key, value] of Object.entries(state)) {
      if (JSON.stringify(now[key]) !== JSON.stringify(value))
        throw new HostError("Conflict", `${object.model.className}.${key} has changed.`, 409);
    }
    return null;
  }

  private wireError(error: unknown, action: WireAction, index: number): WireError {
    const path = this.request.ObjectPaths[String(action.ObjectPathId)];
    const member = action.Name || path?.Name || (path?.ObjectPathType === 5 ? "GetItem" : "");
    const known = error instanceof HostError;
    return {
      Code: known ? error.code : "GeneralException",
      Message: error instanceof Error ? error.message : String(error),
      Location: this.location(action, member),
      ActionIndex: index,
      HttpStatusCode: known ? error.httpStatus : 500,
    };
  }

  /** `TableCollection.getItem`, as far as the path can be read without running it. */
  private location(action: WireAction, member: string): string {
    const path = this.request.ObjectPaths[String(action.ObjectPathId)];
    const owner = action.Name ? action.ObjectPathId : (path?.ParentObjectPathId ?? 0);
    const className = this.paths.classAt(owner) ?? "";
    return className ? `${className}.${publicName(className, member)}` : member;
  }
}
