import { createRoot } from "react-dom/client";
import { errorText } from "./error-text";
import { installPageApi } from "./page-api";
import { Workbench } from "./workbench";
import { chooseLocale, textsFor } from "./texts/texts";
import "./style/window.css";

const app = document.getElementById("app");
if (app) {
  const workbench = new Workbench(createRoot(app));
  const started = workbench.start();
  installPageApi(workbench, started);
  started.catch((error: unknown) => {
    console.error(error);
    const wish = new URLSearchParams(location.search).get("lang") ?? navigator.language;
    const sentence = document.createElement("p");
    sentence.className = "wb-boot-failed";
    sentence.setAttribute("role", "alert");
    sentence.textContent = textsFor(chooseLocale(wish))("error.boot", { reason: errorText(error) });
    document.body.append(sentence);
  });
}
