import { defaultTheme, type Theme } from "@univerjs/themes";

/** Univer's default theme with a spreadsheet green in place of its blue. */
export const gridTheme: Theme = {
  ...defaultTheme,
  primary: {
    50: "#F1FAF5",
    100: "#E0F3E8",
    200: "#C1E4D0",
    300: "#8CCBA8",
    400: "#4FAE7B",
    500: "#21935A",
    600: "#107C41",
    700: "#0E6E3A",
    800: "#0C5F32",
    900: "#094A27",
  },
};
