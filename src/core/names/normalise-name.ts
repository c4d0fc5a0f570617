import { simplifiedForms, traditionalGaps } from "./simplified-characters";

let simplified: ReadonlyMap<string, string> | null = null;

/** Made when first asked for: most sessions never do. */
function simplifiedMap(): ReadonlyMap<string, string> {
  if (simplified) return simplified;
  let code = 0;
  simplified = new Map(
    traditionalGaps.split(" ").map((gap, index) => {
      code += parseInt(gap, 36);
      return [String.fromCharCode(code), simplifiedForms[index] ?? ""];
    }),
  );
  return simplified;
}

/** Traditional characters as simplified ones, one by one; everything else as it is. */
export function simplifiedText(text: string): string {
  const map = simplifiedMap();
  let result = "";
  for (const character of text) result += map.get(character) ?? character;
  return result;
}

/** Longest first, so that 有限公司 does not leave 股份 behind. */
const chineseForms = ["股份有限公司", "有限责任公司", "股份公司", "有限公司", "公司"];

const westernForms = new Set(
  (
    "co company corp corporation inc incorporated ltd limited llc llp lp plc pte pty gmbh ag kg kgaa ohg ug sa sas sarl srl " +
    "spa bv nv ab as asa oy oyj aps kk sdn bhd sp zoo"
  ).split(" "),
);

/**
 * A company's name as it is compared: width and case folded, traditional characters simplified, brackets, punctuation
 * and legal forms taken off. A name that is nothing but a legal form stays.
 */
export function normaliseName(name: string): string {
  const folded = simplifiedText(name.normalize("NFKC").toLowerCase())
    .replace(/[.'’·]/g, "")
    .replace(/[^\p{L}\p{N}]+/gu, " ")
    .trim();
  const words = folded.split(" ");
  while (words.length > 1 && westernForms.has(words.at(-1) ?? "")) words.pop();
  // Between Chinese characters a space is none.
  let bare = words.join(" ").replace(/(?<=\p{Script=Han}) (?=\p{Script=Han})/gu, "");
  const form = chineseForms.includes(bare) ? undefined : chineseForms.find((each) => bare.endsWith(each));
  if (form) bare = bare.slice(0, -form.length).trim();
  return bare;
}
