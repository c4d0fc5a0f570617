/** `GetRange ×3, Values, …`: what a batch did, equal neighbours counted together. */
export function actionSummary(actions: readonly string[]): string {
  const runs: { name: string; times: number }[] = [];
  for (const name of actions) {
    const last = runs.at(-1);
    if (last?.name === name) last.times += 1;
    else runs.push({ name, times: 1 });
  }
  return runs.map(({ name, times }) => (times > 1 ? `${name} ×${times}` : name)).join(", ");
}
