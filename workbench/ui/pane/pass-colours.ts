/**
 * Chromium answers `prefers-color-scheme` in a frame from the system, whatever its parent shows. A person who
 * chooses light or dark in the title bar chooses for the add-in as well, so its page asks us.
 */
export class FrameColours {
  private dark = false;
  private readonly asked = new Set<AnsweredQuery>();

  /** To be called before the page's scripts run, and again for each new document in the frame. */
  answerIn(page: Window): void {
    const original = page.matchMedia.bind(page);
    const answer = (query: string): MediaQueryList => {
      if (!query.includes("prefers-color-scheme")) return original(query);
      const answered = new AnsweredQuery(query, original, () => this.dark);
      this.asked.add(answered);
      return answered;
    };
    Object.defineProperty(page, "matchMedia", { value: answer, configurable: true, writable: true });
  }

  set(dark: boolean): void {
    if (dark === this.dark) return;
    this.dark = dark;
    for (const query of this.asked) query.tell();
  }
}

type MatchMedia = (query: string) => MediaQueryList;
const scheme = /\(\s*prefers-color-scheme\s*:\s*(dark|light)\s*\)/g;

class AnsweredQuery extends EventTarget implements MediaQueryList {
  onchange: MediaQueryList["onchange"] = null;

  constructor(
    readonly media: string,
    private readonly matchMedia: MatchMedia,
    private readonly isDark: () => boolean,
  ) {
    super();
  }

  /** The colour scheme replaced by a condition that always or never holds; the rest is the browser's. */
  get matches(): boolean {
    const known = this.media.replace(scheme, (_whole, wanted: string) =>
      (wanted === "dark") === this.isDark() ? "(min-width: 0px)" : "(max-width: 0px)",
    );
    return this.matchMedia(known).matches;
  }

  tell(): void {
    const event = new MediaQueryListEvent("change", { matches: this.matches, media: this.media });
    this.onchange?.call(this, event);
    this.dispatchEvent(event);
  }

  addListener(listener: ((event: MediaQueryListEvent) => void) | null): void {
    this.addEventListener("change", listener as EventListener | null);
  }

  removeListener(listener: ((event: MediaQueryListEvent) => void) | null): void {
    this.removeEventListener("change", listener as EventListener | null);
  }
}
