/**
 * Function names as a file spells them. Functions younger than Excel 2007 carry a prefix, and a function of an
 * add-in is stored as `_xldudf_NAMESPACE_NAME`, so that Excel without the add-in keeps the cached value.
 */

const prefixed = new Set(
  `ACOT ACOTH AGGREGATE ARABIC BASE BETA.DIST BETA.INV BINOM.DIST BINOM.DIST.RANGE BINOM.INV BITAND BITLSHIFT BITOR
  BITRSHIFT BITXOR BYCOL BYROW CEILING.MATH CEILING.PRECISE CHISQ.DIST CHISQ.DIST.RT CHISQ.INV CHISQ.INV.RT CHISQ.TEST
  CHOOSECOLS CHOOSEROWS COMBINA CONCAT CONFIDENCE.NORM CONFIDENCE.T COT COTH COVARIANCE.P COVARIANCE.S CSC CSCH DAYS
  DECIMAL DROP ENCODEURL ERF.PRECISE ERFC.PRECISE EXPAND EXPON.DIST F.DIST F.DIST.RT F.INV F.INV.RT F.TEST FLOOR.MATH
  FLOOR.PRECISE FORECAST.ETS FORECAST.LINEAR FORMULATEXT GAMMA GAMMA.DIST GAMMA.INV GAMMALN.PRECISE GAUSS HSTACK
  HYPGEOM.DIST IFNA IFS ISFORMULA ISOMITTED ISOWEEKNUM LAMBDA LET LOGNORM.DIST LOGNORM.INV MAKEARRAY MAP MAXIFS MINIFS
  MODE.MULT MODE.SNGL MUNIT NEGBINOM.DIST NETWORKDAYS.INTL NORM.DIST NORM.INV NORM.S.DIST NORM.S.INV NUMBERVALUE
  PDURATION PERCENTILE.EXC PERCENTILE.INC PERCENTRANK.EXC PERCENTRANK.INC PERMUTATIONA PHI POISSON.DIST QUARTILE.EXC
  QUARTILE.INC RANDARRAY RANK.AVG RANK.EQ REDUCE RRI SCAN SEC SECH SEQUENCE SHEET SHEETS SKEW.P SORTBY STDEV.P STDEV.S
  SWITCH T.DIST T.DIST.2T T.DIST.RT T.INV T.INV.2T T.TEST TAKE TEXTAFTER TEXTBEFORE TEXTJOIN TEXTSPLIT TOCOL TOROW
  UNICHAR UNICODE UNIQUE VAR.P VAR.S VSTACK WEIBULL.DIST WORKDAY.INTL WRAPCOLS WRAPROWS XLOOKUP XMATCH XOR Z.TEST`
    .trim()
    .split(/\s+/),
);
/** These two came with a namespace of their own. */
const worksheetPrefixed = new Set(["FILTER", "SORT"]);

/** Texts in quotes and sheet names stay as they are: only what lies between them is rewritten. */
function outsideQuotes(formula: string, rewrite: (code: string) => string): string {
  return formula
    .split(/("(?:[^"]|"")*"|'(?:[^']|'')*')/)
    .map((part, index) => (index % 2 === 1 ? part : rewrite(part)))
    .join("");
}

const functionName = /([A-Za-z_][A-Za-z0-9_.]*)\s*\(/g;

/** `=KEY.X(1)` → `_xldudf_KEY_X(1)` for the namespaces given; `=XLOOKUP(…)` → `_xlfn.XLOOKUP(…)`. */
export function formulaToFile(formula: string, namespaces: readonly string[]): string {
  const spelled = (name: string): string => {
    const upper = name.toUpperCase();
    const namespace = namespaces.find((candidate) => upper.startsWith(`${candidate.toUpperCase()}.`));
    if (namespace) return `_xldudf_${namespace.toUpperCase()}_${upper.slice(namespace.length + 1)}`;
    if (worksheetPrefixed.has(upper)) return `_xlfn._xlws.${upper}`;
    return prefixed.has(upper) ? `_xlfn.${upper}` : name;
  };
  return outsideQuotes(formula.replace(/^=/, ""), (code) =>
    code.replace(functionName, (match, name: string) => match.replace(name, spelled(name))),
  );
}

/** The way back; the result starts with "=". Other programs may have changed the case of an add-in's name. */
export function formulaFromFile(formula: string): string {
  const plain = outsideQuotes(formula.replace(/^=/, ""), (code) =>
    code
      .replace(/_xldudf_([a-z0-9]+)_([a-z0-9_.]+)/gi, (_, namespace: string, name: string) =>
        `${namespace}.${name}`.toUpperCase(),
      )
      .replace(/_xlfn\.(_xlws\.)?/gi, "")
      .replace(/_xlpm\./gi, ""),
  );
  return `=${plain}`;
}

/** In a file `[@Column]` is spelled with the table's name and `#This Row`. */
export const rowReferencesToFile = (formula: string, table: string | null): string =>
  outsideQuotes(formula, (code) =>
    code
      .replace(
        /([\p{L}_][\p{L}\p{N}_.]*)?\[@\[([^\]]+)\]\]/gu,
        (match, name: string | undefined, column: string) =>
          (name ?? table) ? `${name ?? table}[[#This Row],[${column}]]` : match,
      )
      .replace(
        /([\p{L}_][\p{L}\p{N}_.]*)?\[@([^[\]]+)\]/gu,
        (match, name: string | undefined, column: string) =>
          (name ?? table) ? `${name ?? table}[[#This Row],[${column}]]` : match,
      ),
  );
