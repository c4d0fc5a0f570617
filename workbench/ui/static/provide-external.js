// Loaded before office.js in an add-in's page: the native host object that a desktop Office would provide.
(() => {
  const page = window.parent === window ? undefined : window.parent.workbench;
  if (!page) return;
  Object.defineProperty(window, "external", { value: page.host.windowExternal(), configurable: true });
})();
