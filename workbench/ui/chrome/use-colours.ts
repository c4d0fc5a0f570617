import { useEffect, useState } from "react";
import { useSession } from "../session";

const prefersDark = "(prefers-color-scheme: dark)";

/** `?theme=` or the system's wish, until the person chooses; grid and pane follow. */
export function useColours(): [boolean, (dark: boolean) => void] {
  const { grid } = useSession();
  const [chosen, choose] = useState<boolean | null>(() => themeOfAddress(location.search));
  const [system, setSystem] = useState(() => matchMedia(prefersDark).matches);
  const dark = chosen ?? system;
  useEffect(() => {
    const query = matchMedia(prefersDark);
    const follow = () => setSystem(query.matches);
    query.addEventListener("change", follow);
    return () => query.removeEventListener("change", follow);
  }, []);
  useEffect(() => grid.setDark(dark), [grid, dark]);
  return [dark, choose];
}

function themeOfAddress(search: string): boolean | null {
  const theme = new URLSearchParams(search).get("theme");
  return theme === "dark" ? true : theme === "light" ? false : null;
}
