/** The least a pane of ours could be, made the same way: office.js, then React and Fluent in a file of their own. */
async function start(): Promise<void> {
  await Office.onReady();
  const root = document.getElementById("pane");
  const { mountEmpty } = await import(/* webpackChunkName: "pane" */ "./mount-empty");
  if (root) mountEmpty(root);
}

void start();
