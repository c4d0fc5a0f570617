/** Characters of the code; I, O, S, V and Z are not used (GB 32100-2015). */
const alphabet = "0123456789ABCDEFGHJKLMNPQRTUWXY";

/** Whether the check character of an 18-character 统一社会信用代码 is right: Σ cᵢ·3ⁱ ≡ 0 mod 31. */
export function isCreditCode(code: string): boolean {
  const characters = [...code.normalize("NFKC").trim().toUpperCase()];
  if (characters.length !== 18) return false;
  let sum = 0;
  let weight = 1;
  for (const character of characters.slice(0, 17)) {
    const value = alphabet.indexOf(character);
    if (value < 0) return false;
    sum += value * weight;
    weight = (weight * 3) % 31;
  }
  return alphabet[(31 - (sum % 31)) % 31] === characters[17];
}
