/** Shapes of a ProcessQuery request and response, as office.js writes and reads them. */
export interface ArgumentInfo {
  readonly Arguments?: unknown[] | null;
  /** Same shape as Arguments; a non-zero entry is the id of the object path meant at that place. */
  readonly ReferencedObjectPathIds?: unknown[] | null;
}

export const pathType = {
  global: 1,
  newObject: 2,
  method: 3,
  property: 4,
  indexer: 5,
  reference: 6,
  nullObject: 7,
} as const;

export interface WirePath {
  readonly Id: number;
  readonly ObjectPathType: number;
  readonly Name: string;
  readonly ParentObjectPathId?: number;
  readonly ArgumentInfo?: ArgumentInfo;
}

export const actionType = {
  instantiate: 1,
  query: 2,
  method: 3,
  setProperty: 4,
  trace: 5,
  recursiveQuery: 6,
  queryAsJson: 7,
  ensureUnchanged: 8,
  update: 9,
} as const;

export interface QueryInfo {
  readonly Select?: string[];
  readonly Expand?: string[];
  readonly Top?: number;
  readonly Skip?: number;
}

export interface WireAction {
  readonly Id: number;
  readonly ActionType: number;
  readonly Name: string;
  readonly ObjectPathId: number;
  readonly ArgumentInfo?: ArgumentInfo;
  readonly QueryInfo?: QueryInfo;
  readonly RecursiveQueryInfo?: { Queries: Record<string, QueryInfo>; MaxDepth?: number };
  readonly ObjectState?: Record<string, unknown>;
}

export interface WireRequest {
  readonly Actions: WireAction[];
  readonly ObjectPaths: Record<string, WirePath>;
}

export interface WireError {
  Code: string;
  Message: string;
  Location: string;
  ActionIndex: number;
  HttpStatusCode: number;
}

export interface WireResponse {
  Results: { ActionId: number; Value: unknown }[];
  TraceIds?: number[];
  Error?: WireError;
}

export function readRequest(body: string): WireRequest {
  const parsed = JSON.parse(body) as Partial<WireRequest>;
  return { Actions: parsed.Actions ?? [], ObjectPaths: parsed.ObjectPaths ?? {} };
}
