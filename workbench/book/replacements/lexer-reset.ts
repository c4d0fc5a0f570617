import { LexerTreeBuilder } from "@univerjs/engine-formula";

interface LexerState {
  _resetTemp(): void;
  _squareBracketState: number;
  _tableBracketState: boolean;
}
const patched = new WeakSet<object>();

/**
 * Univer's lexer forgets its bracket state between formulas: once a person has typed `=SUM(Plan[Qty])`, every
 * later formula is #NAME?. Redi hands out proxies, so the prototype is patched, once per process.
 */
export function resetLexerFully(): void {
  const surface: unknown = LexerTreeBuilder.prototype;
  const prototype = surface as LexerState;
  if (patched.has(prototype)) return;
  patched.add(prototype);
  const reset = prototype._resetTemp;
  prototype._resetTemp = function (this: LexerState) {
    reset.call(this);
    this._squareBracketState = 0;
    this._tableBracketState = false;
  };
}
