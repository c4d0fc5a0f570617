/**
 * Models register themselves here by name, so that a range can hand out a worksheet and a worksheet a range
 * without their files importing each other.
 */
import type { BookSheet, Rect } from "../../book/book";
import type { ClassModel, HostObject } from "../class-model";

const models = new Map<string, ClassModel>();

/** `key` tells models of one class apart whose targets differ, such as the fill of a range and of a style. */
export function defineModel<T>(model: ClassModel<T>, key = model.className): ClassModel<T> {
  if (models.has(key)) throw new Error(`Model ${key} is defined twice`);
  models.set(key, model);
  return model;
}

export const registeredModel = (className: string): ClassModel | null => models.get(className) ?? null;
export const registeredModels = (): readonly ClassModel[] => [...models.values()];

export function hostObject<T>(key: string, target: T): HostObject {
  const model = models.get(key);
  if (!model) throw new Error(`No model of ${key}: import registry.ts first`);
  return { model, target };
}

/** A range object; its target is its own, so that moving one range leaves others where they are. */
export const rangeObject = (sheet: BookSheet, rect: Rect): HostObject => hostObject("Range", { sheet, rect });

export const areasObject = (sheet: BookSheet, rects: readonly Rect[]): HostObject =>
  hostObject("RangeAreas", { sheet, rects: [...rects] });

export const sheetObject = (sheet: BookSheet): HostObject => hostObject("Worksheet", sheet);
