import { useEffect, useState } from "react";
import type { Progress } from "../workbook/desk";
import { useCard } from "./card-context";

export interface ProgressStep extends Progress {
  readonly finished: boolean;
}

/** The steps of the running operation so far, the current one last; empty when nothing runs. */
export function useProgress(): readonly ProgressStep[] {
  const card = useCard();
  const [steps, setSteps] = useState<readonly ProgressStep[]>([]);
  useEffect(
    () => card.onProgress((progress) => setSteps((known) => (progress ? withStep(known, progress) : []))),
    [card],
  );
  return steps;
}

function withStep(known: readonly ProgressStep[], progress: Progress): readonly ProgressStep[] {
  const earlier = known.filter((step) => step.step !== progress.step);
  return [...earlier.map((step) => ({ ...step, finished: true })), { ...progress, finished: false }];
}
