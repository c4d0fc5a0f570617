import { useEffect, useRef, useState } from "react";
import { leaveFrameByF6 } from "../keyboard/frame-keys";
import { useSession } from "../session";
import { FrameColours } from "./pass-colours";

/** How long an add-in may take until the window says that it did not start. */
const patience = 30_000;

/** Where the add-in's page runs, from the start of the workbench to its end. */
export function AddInFrame({ dark }: { dark: boolean }) {
  const { host, manifest, texts, notify } = useSession();
  const place = useRef<HTMLDivElement>(null);
  const frame = useRef<HTMLIFrameElement>(null);
  const [loaded, setLoaded] = useState(false);
  const [colours] = useState(() => new FrameColours());
  useEffect(() => {
    const element = document.createElement("iframe");
    element.title = manifest.displayName;
    element.className = "wb-frame";
    element.addEventListener("load", () => {
      setLoaded(true);
      leaveFrameByF6(element);
    });
    // The name must be there before the frame enters the document, or office.js never sees it.
    if (host.flavour === "web") host.attachFrame(element, manifest.taskpaneUrl);
    else element.src = manifest.taskpaneUrl;
    frame.current = element;
    place.current?.append(element);
    // The first page of a frame keeps the window object that stands there now.
    if (element.contentWindow) colours.answerIn(element.contentWindow);
    const timer = setTimeout(() => notify(texts("pane.failed"), "error"), patience);
    void host.ready.then(() => clearTimeout(timer));
    return () => {
      clearTimeout(timer);
      element.remove();
    };
  }, [host, manifest, texts, notify, colours]);
  useEffect(() => {
    if (frame.current) frame.current.style.colorScheme = dark ? "dark" : "light";
    host.dark = dark;
    colours.set(dark);
  }, [dark, colours, host]);
  return (
    <div ref={place} className="wb-frame-place">
      {!loaded && (
        <p className="wb-frame-wait" role="status">
          {texts("pane.loading")}
        </p>
      )}
    </div>
  );
}
