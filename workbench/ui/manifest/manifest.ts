/** What the workbench takes from an add-in's XML manifest, in one display language. */
export interface AddInManifest {
  readonly id: string;
  readonly displayName: string;
  readonly iconUrl: string;
  readonly taskpaneUrl: string;
  /** null: the add-in has no custom functions. */
  readonly functions: { readonly namespace: string; readonly metadataUrl: string } | null;
  readonly tabs: readonly RibbonTab[];
}

export interface RibbonTab {
  readonly id: string;
  /** null: one of Office's own tabs, `id` says which (`TabHome`). */
  readonly label: string | null;
  readonly groups: readonly RibbonGroup[];
}

export interface RibbonGroup {
  readonly id: string;
  readonly label: string;
  readonly controls: readonly RibbonControl[];
}

export interface RibbonControl {
  readonly id: string;
  readonly label: string;
  readonly tip: { readonly title: string; readonly description: string };
  /** Address of each icon by its size in pixels. */
  readonly icons: Readonly<Record<number, string>>;
  readonly enabled: boolean;
  /** null for a menu, whose items act. */
  readonly action: RibbonAction | null;
  readonly items: readonly RibbonControl[];
}

export type RibbonAction =
  | { readonly kind: "execute"; readonly functionName: string }
  | { readonly kind: "pane"; readonly url: string };
