/** The objects of one batch: each path is resolved once, and ranges follow the cells that move meanwhile. */
import type { BookEvent } from "../book/events/book-event";
import type { HostContext, HostObject } from "./class-model";
import { HostError } from "./class-model";
import { assertSupported } from "./api-gate";
import { unknownMember } from "./query";
import { moved, type References } from "./references";
import { pathType, type ArgumentInfo, type WirePath, type WireRequest } from "./wire";

export interface PathWorld {
  readonly root: HostObject;
  readonly references: References;
  readonly context: HostContext;
  service(name: string): HostObject;
  /** Called before a method that makes or finds an object runs; may refuse by throwing, false = do not run it. */
  beforeCall(object: HostObject, wire: string): Promise<boolean>;
}

export const isHostObject = (value: unknown): value is HostObject =>
  typeof value === "object" && value !== null && "model" in value && "target" in value;

const gone = () =>
  new HostError("InvalidReference", "This reference is not valid for the current operation.", 400);

interface Entry {
  object: HostObject | null;
  /** All cells of the range were deleted. */
  gone: boolean;
  referenceId: string | null;
}

export class BatchPaths {
  private readonly entries = new Map<number, Entry>();

  constructor(
    private readonly request: WireRequest,
    private readonly world: PathWorld,
  ) {}

  async resolve(id: number): Promise<HostObject | null> {
    const known = this.entries.get(id);
    if (known) {
      if (known.gone) throw gone();
      return known.object;
    }
    const path = this.request.ObjectPaths[String(id)];
    if (!path) throw new HostError("InvalidObjectPath", `The object path ${id} is not in the batch.`);
    const object = await this.walk(path);
    const referenceId = path.ObjectPathType === pathType.reference ? path.Name : null;
    this.entries.set(id, { object, gone: false, referenceId });
    return object;
  }

  private async walk(path: WirePath): Promise<HostObject | null> {
    switch (path.ObjectPathType) {
      case pathType.global:
        return this.world.root;
      case pathType.newObject:
        return this.world.service(path.Name);
      case pathType.reference:
        return this.referenced(path.Name);
      case pathType.nullObject:
        return null;
    }
    const parent = await this.resolve(path.ParentObjectPathId ?? 0);
    if (!parent) return null;
    const args = await this.arguments(path.ArgumentInfo);
    if (path.ObjectPathType === pathType.indexer) return this.indexed(parent, args[0]);
    if (path.ObjectPathType === pathType.property) return this.navigated(parent, path.Name);
    if (path.ObjectPathType === pathType.method) return this.called(parent, path.Name, args);
    throw new HostError("NotImplemented", `Object path type ${path.ObjectPathType} is not known.`);
  }

  private referenced(id: string): HostObject {
    const object = this.world.references.get(id);
    if (!object) throw gone();
    return object;
  }

  private async indexed(parent: HostObject, key: unknown): Promise<HostObject> {
    if (!parent.model.item) throw unknownMember(parent.model, "GetItem");
    return parent.model.item(parent.target, key, this.world.context);
  }

  private async navigated(parent: HostObject, name: string): Promise<HostObject | null> {
    assertSupported(parent.model.className, name, this.world.context);
    const navigate = parent.model.navigate?.[name];
    if (!navigate) throw unknownMember(parent.model, name);
    return navigate(parent.target, this.world.context);
  }

  private async called(parent: HostObject, name: string, args: unknown[]): Promise<HostObject | null> {
    if (/^_Get(Object|Range(OrNullObject)?ForEvent)ByReferenceId$/.test(name)) {
      const kept = this.world.references.get(String(args[0]));
      if (!kept && !name.includes("OrNull")) throw gone();
      return kept ?? null;
    }
    assertSupported(parent.model.className, name, this.world.context);
    const method = parent.model.call?.[name];
    if (!method) return this.collectionMethod(parent, name, args);
    if (!(await this.world.beforeCall(parent, name))) return null;
    const object = await method(parent.target, args, this.world.context);
    if (object === null || isHostObject(object)) return object;
    throw unknownMember(parent.model, name);
  }

  /** What every collection with an indexer has, unless its model says otherwise. */
  private async collectionMethod(parent: HostObject, name: string, args: unknown[]) {
    const { item, items } = parent.model;
    if (name === "GetItem" && item) return this.indexed(parent, args[0]);
    if (name === "GetItemOrNullObject" && item) {
      try {
        return await this.indexed(parent, args[0]);
      } catch (error) {
        if (error instanceof HostError && error.code === "ItemNotFound") return null;
        throw error;
      }
    }
    if (name === "GetItemAt" && items) {
      const found = (await items(parent.target, this.world.context))[Number(args[0])];
      if (!found) throw new HostError("InvalidArgument", "The index is outside the collection.");
      return found;
    }
    throw unknownMember(parent.model, name);
  }

  /** Arguments with object paths replaced by their objects, at any depth. */
  async arguments(info: ArgumentInfo | undefined): Promise<unknown[]> {
    const values = info?.Arguments ?? [];
    return this.list(values, info?.ReferencedObjectPathIds ?? undefined);
  }

  private async list(values: readonly unknown[], marks: unknown): Promise<unknown[]> {
    const at = Array.isArray(marks) ? marks : [];
    // Value matrices carry no marks; copying them cell by cell with a promise each would take seconds.
    if (at.length === 0 && !values.some((value) => this.mayHoldPath(value))) return [...values];
    const result: unknown[] = [];
    for (const [index, value] of values.entries()) result.push(await this.argument(value, at[index]));
    return result;
  }

  private mayHoldPath(value: unknown): boolean {
    if (Array.isArray(value)) return value.some((each) => this.mayHoldPath(each));
    return typeof value === "object" && value !== null;
  }

  private async argument(value: unknown, mark: unknown): Promise<unknown> {
    if (typeof mark === "number" && mark !== 0) return this.resolve(mark);
    if (Array.isArray(value)) return this.list(value, mark);
    if (typeof value !== "object" || value === null) return value;
    if ("_ObjectPathId" in value) return this.resolve(Number(value._ObjectPathId));
    const result: Record<string, unknown> = {};
    for (const [key, each] of Object.entries(value)) result[key] = await this.argument(each, undefined);
    return result;
  }

  classAt(id: number): string | null {
    return this.entries.get(id)?.object?.model.className ?? null;
  }

  keep(id: number): void {
    const entry = this.entries.get(id);
    if (entry?.object && !entry.referenceId) entry.referenceId = this.world.references.keep(entry.object);
  }

  /** `_ReferenceId` of a kept object, its own id otherwise. */
  identity(object: HostObject): Record<string, string> {
    const own = object.model.identity?.(object.target) ?? {};
    for (const entry of this.entries.values())
      if (entry.object === object && entry.referenceId) return { ...own, _ReferenceId: entry.referenceId };
    return own;
  }

  move(event: Extract<BookEvent, { kind: "cells" }>): void {
    const before = new Map<HostObject, HostObject | null>();
    for (const entry of this.entries.values()) {
      if (!entry.object) continue;
      if (!before.has(entry.object)) before.set(entry.object, moved(entry.object, event));
      entry.object = before.get(entry.object) ?? null;
      entry.gone = entry.object === null;
    }
  }
}
