/** Texts that programs take for something else; each names what it is taken for. */
export const naughtyTexts: Readonly<Record<string, string>> = {
  // OWASP's CSV injection.
  formula: "=1+1",
  "formula with a call": "=cmd|' /C calc'!A0",
  hyperlink: '=HYPERLINK("https://example.com","click")',
  plus: "+86 138 0013 8000",
  minus: "-2+3",
  at: "@SUM(A1)",
  tab: "\t=1+1",
  "carriage return": "\r=1+1",
  "line feed": "\n=1+1",
  "full-width equals": "\uff1d1+1",
  "dynamic data exchange": '=DDE("cmd";"/C calc";"x")',
  semicolon: "a;=1+1",
  // What a cell reads as something else.
  apostrophe: "'quoted",
  "two apostrophes": "''twice",
  exponent: "1E5",
  "leading zeros": "00123",
  fraction: "1/2",
  "day and month": "3-4",
  "long number": "123456789012345678",
  truth: "TRUE",
  error: "#N/A",
  percent: "12%",
  money: "$1,234.50",
  "number with comma": "1.234,56",
  time: "12:30",
  "format code": "[Red]0",
  // Markup and templates.
  script: "<script>alert(1)</script>",
  image: '<img src=x onerror="alert(1)">',
  entity: "&lt;b&gt;&amp;#39;",
  interpolation: "{{count}} and {{name}}",
  nesting: '$t(pane:undo) $t(key, {"a":1})',
  replacement: "$& $1 $` $'",
  "escape of files": "_x0041__x000D_",
  "percent signs": "%s %d %n",
  "footer codes": "&B&P &N &&",
  backslashes: "C:\\new\\table",
  "quotes of all kinds": "\"double\" 'single' \u201ctypographic\u201d \u300c\u76f4\u89d2\u300d",
  // Scripts and signs.
  "Chinese punctuation":
    "\u5ba2\u6237\uff0c\u201c\u91cd\u8981\u201d\uff01\u3001\u3010\u6ce8\u3011\u300a\u5408\u540c\u300b\u2026\u2026",
  "rare characters": "\u{20000}\u{2A6D6}",
  emoji: "\u{1f468}\u200d\u{1f469}\u200d\u{1f467} \u{1f1e8}\u{1f1f3} 1\ufe0f\u20e3",
  "right to left": "\u0645\u0631\u062d\u0628\u0627 \u202eevil\u202c \u05e9\u05dc\u05d5\u05dd",
  "zero width": "a\u200bb\u200cc\u200dd\ufeffe\u2060f",
  combining: "Z\u0351\u036b\u0343a\u0328\u0301",
  "spaces of all kinds": "a\u00a0b\u3000c\u2009d",
  "line separators": "a\u2028b\u2029c",
  // What a file cannot hold.
  controls: "a\u0000b\u0001c\u0007d\u001fe\u007ff\u0085g",
  "lone surrogates": "a\ud83dz \udc00b",
  "no characters": "a\ufffeb\uffffc",
  "line breaks of all kinds": "a\r\nb\rc\nd",
  "as long as a cell": "\u957f".repeat(32_767),
  "longer than a cell": `${"x".repeat(32_766)}\u{1f600}y`,
};

/** What a cell keeps of a text (WB8): the whole of it, but for these four. */
export const kept = (text: string): string =>
  text
    .replace(/\r\n?/g, "\n")
    .replace(/[^\P{Cc}\n]/gu, " ")
    .replace(/[\p{Cs}\uFFFE\uFFFF]/gu, "\ufffd")
    .slice(0, 32_767)
    .replace(/\p{Cs}$/u, "");
