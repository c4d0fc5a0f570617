import {
  IDefinedNamesService,
  IFunctionService,
  RemoveDefinedNameMutation,
  SetDefinedNameMutation,
  type IDefinedNamesServiceParam,
  type ISetDefinedNameMutationParam,
} from "@univerjs/engine-formula";
import { SCOPE_WORKBOOK_VALUE_DEFINED_NAME } from "@univerjs/sheets";
import type { BookName, BookSheet } from "../book";
import type { BookParts } from "../book-parts";
import { newGuid, officeId, univerId } from "../engine";

/** Univer writes a reference without "=", a formula or constant with it. */
function toUniver(formula: string): string {
  const text = formula.startsWith("=") ? formula.slice(1) : formula;
  const reference =
    /^('(?:[^']|'')+'|[\p{L}\p{N}_.]+)!\$?[A-Za-z]{1,3}\$?\d+(:\$?[A-Za-z]{1,3}\$?\d+)?$/u.test(text);
  return reference ? text : `=${text}`;
}

const fromUniver = (formula: string): string => (formula.startsWith("=") ? formula : `=${formula}`);

/** Defined names live in Univer, which carries them along when rows and columns come and go. */
export class Names {
  private readonly service: IDefinedNamesService;
  private readonly objects = new Map<string, BookName>();

  constructor(private readonly book: BookParts) {
    const { injector } = book.engine;
    this.service = injector.get(IDefinedNamesService);
    const functions = injector.get(IFunctionService);
    book.engine.onMutation(({ id }) => {
      if (id !== SetDefinedNameMutation.id && id !== RemoveDefinedNameMutation.id) return;
      // The engine keeps parsed formulas with the names in them written out; every key holds the empty text.
      functions.deleteFormulaAstCacheKey("");
      book.engine.scheduler.repair();
    });
  }

  all(): BookName[] {
    return this.living().map(({ id }) => this.object(id));
  }

  /** Names of a deleted sheet are kept for the sheet's return by undo; nobody else sees them. */
  private living(): IDefinedNamesServiceParam[] {
    const { workbook } = this.book.engine;
    return this.records().filter((record) => {
      const scope = scopeOf(record);
      return scope === null || workbook.getSheetBySheetId(scope);
    });
  }

  has(name: string): boolean {
    return this.records().some(
      (record) => record.name.toLowerCase() === name.toLowerCase() && !scopeOf(record),
    );
  }

  add(name: string, formula: string, sheet: BookSheet | null): BookName {
    this.check(name, sheet);
    const id = newGuid();
    const place = { sheetId: sheet ? univerId(sheet.id) : "", row: -1, column: -1 };
    this.set({
      id,
      name,
      formulaOrRefString: toUniver(this.book.translate(formula, place)),
      localSheetId: sheet ? univerId(sheet.id) : SCOPE_WORKBOOK_VALUE_DEFINED_NAME,
      hidden: false,
      comment: "",
    });
    return this.object(id);
  }

  /** Structured references in names, when a table or column is renamed. */
  rewrite(rewrite: (formula: string) => string): void {
    for (const record of this.records()) {
      const formula = rewrite(record.formulaOrRefString);
      if (formula !== record.formulaOrRefString) {
        this.set({ ...record, formulaOrRefString: toUniver(formula) });
      }
    }
  }

  private check(name: string, sheet: BookSheet | null): void {
    const valid = /^[\p{L}_\\][\p{L}\p{N}_.\\?]*$/u.test(name) && name.length <= 255;
    const looksLikeCell = /^([A-Za-z]{1,3}\d{1,7}|[rR]\d*[cC]\d*|[rRcC])$/.test(name);
    if (!valid || looksLikeCell) throw new Error(`"${name}" is not a valid name.`);
    const scope = sheet ? univerId(sheet.id) : null;
    const same = this.records().some(
      (record) => record.name.toLowerCase() === name.toLowerCase() && scopeOf(record) === scope,
    );
    const table =
      !sheet && this.book.tables.all().some((other) => other.name.toLowerCase() === name.toLowerCase());
    if (same || table) throw new Error(`The name "${name}" is already in use.`);
  }

  private records(): IDefinedNamesServiceParam[] {
    return Object.values(this.service.getDefinedNameMap(this.book.engine.unitId) ?? {});
  }

  private recordsById(): Readonly<Record<string, IDefinedNamesServiceParam | undefined>> {
    return this.service.getDefinedNameMap(this.book.engine.unitId) ?? {};
  }

  private set(record: IDefinedNamesServiceParam): void {
    const before = this.recordsById()[record.id];
    const unitId = this.book.engine.unitId;
    const params = (value: IDefinedNamesServiceParam): ISetDefinedNameMutationParam => ({ ...value, unitId });
    const set = (value: IDefinedNamesServiceParam) => ({
      id: SetDefinedNameMutation.id,
      params: params(value),
    });
    const remove = (value: IDefinedNamesServiceParam) => ({
      id: RemoveDefinedNameMutation.id,
      params: params(value),
    });
    // Set over an old one, a name keeps the cells it was calculated from.
    this.book.engine.apply({
      redo: [...(before ? [remove(before)] : []), set(record)],
      undo: [remove(record), ...(before ? [set(before)] : [])],
    });
  }

  private remove(record: IDefinedNamesServiceParam): void {
    const params = { ...record, unitId: this.book.engine.unitId };
    this.book.engine.apply({
      redo: [{ id: RemoveDefinedNameMutation.id, params }],
      undo: [{ id: SetDefinedNameMutation.id, params }],
    });
  }

  private object(id: string): BookName {
    const known = this.objects.get(id);
    if (known) return known;
    const object = this.make(id);
    this.objects.set(id, object);
    return object;
  }

  private make(id: string): BookName {
    const { book } = this;
    const record = (): IDefinedNamesServiceParam => {
      book.engine.flush();
      const found = this.recordsById()[id];
      if (!found) throw new Error("The name is gone.");
      return found;
    };
    const change = (part: Partial<IDefinedNamesServiceParam>) => this.set({ ...record(), ...part });
    const remove = () => this.remove(record());
    return {
      id: officeId(id),
      get name() {
        return record().name;
      },
      get sheet() {
        const scope = scopeOf(record());
        return scope === null ? null : book.sheetById(scope);
      },
      get formula() {
        return book.display(fromUniver(record().formulaOrRefString), { sheetId: "", row: -1, column: -1 });
      },
      set formula(formula: string) {
        const place = { sheetId: scopeOf(record()) ?? "", row: -1, column: -1 };
        change({ formulaOrRefString: toUniver(book.translate(formula, place)) });
      },
      get visible() {
        return !record().hidden;
      },
      set visible(visible: boolean) {
        change({ hidden: !visible });
      },
      get comment() {
        return record().comment ?? "";
      },
      set comment(comment: string) {
        change({ comment });
      },
      delete: remove,
    };
  }
}

/** Univer's id of the sheet a name is local to; null = the workbook. */
function scopeOf({ localSheetId }: IDefinedNamesServiceParam): string | null {
  return localSheetId && localSheetId !== SCOPE_WORKBOOK_VALUE_DEFINED_NAME ? localSheetId : null;
}
