export type OfficeThemeName = "light" | "dark" | "high-contrast";

const prefers = (query: string): MediaQueryList => matchMedia(query);

/** Luminance of `#RRGGBB`, 0–255. */
function luminance(hex: string): number {
  const value = Number.parseInt(hex.replace("#", ""), 16);
  const [red, green, blue] = [value >> 16, (value >> 8) & 255, value & 255];
  return 0.2126 * (red ?? 0) + 0.7152 * (green ?? 0) + 0.0722 * (blue ?? 0);
}

/** Office's theme where the host tells it (Excel on the web often does not), else the system's. */
export function currentTheme(): OfficeThemeName {
  if (prefers("(forced-colors: active)").matches)
    return prefers("(prefers-color-scheme: dark)").matches ? "dark" : "light";
  const background = Office.context.officeTheme?.bodyBackgroundColor;
  if (background && /^#[0-9a-f]{6}$/i.test(background)) {
    const foreground = Office.context.officeTheme?.bodyForegroundColor;
    if (background === "#000000" && foreground?.toLowerCase() === "#ffffff") return "high-contrast";
    return luminance(background) < 128 ? "dark" : "light";
  }
  return prefers("(prefers-color-scheme: dark)").matches ? "dark" : "light";
}

/** Milliseconds: office.js gives the same theme for five seconds, so a change is looked at again after them. */
const themeKept = 5_100;

export function onThemeChange(listener: (theme: OfficeThemeName) => void): () => void {
  const queries = [prefers("(prefers-color-scheme: dark)"), prefers("(forced-colors: active)")];
  let later: ReturnType<typeof setTimeout> | undefined;
  const report = (): void => {
    listener(currentTheme());
    clearTimeout(later);
    later = setTimeout(() => listener(currentTheme()), themeKept);
  };
  for (const query of queries) query.addEventListener("change", report);
  return () => {
    clearTimeout(later);
    for (const query of queries) query.removeEventListener("change", report);
  };
}
