import { eventually, tinyHost } from "./tiny-host";

/** A page with one frame, as far as the transport looks: it posts to the frame and hears what the frame posts. */
function fakePage() {
  const page = new EventTarget() as EventTarget & { location: URL; innerWidth: number; innerHeight: number };
  Object.assign(page, {
    location: new URL("https://localhost:8443/host.html"),
    innerWidth: 1,
    innerHeight: 1,
  });
  const received: { data: Record<string, any>; origin: string }[] = [];
  const contentWindow = {
    postMessage: (text: string, origin: string) => received.push({ data: JSON.parse(text), origin }),
  };
  let nameAtSrc = "";
  const frame = {
    name: "",
    contentWindow,
    ownerDocument: { defaultView: page },
    set src(_: string) {
      nameAtSrc = this.name;
    },
  };
  const post = (message: object, source: unknown = contentWindow) => {
    const data = JSON.stringify({ _messageType: 0, _serializerVersion: 1, ...message });
    page.dispatchEvent(Object.assign(new Event("message"), { data, source }));
  };
  return { frame, received, post, nameAtSrc: () => nameAtSrc };
}

function attached() {
  const tiny = tinyHost({ flavour: "web", locale: "zh-CN" });
  const page = fakePage();
  tiny.host.attachFrame(page.frame as unknown as HTMLIFrameElement, "https://localhost:8444/pane.html");
  const name = JSON.parse(page.nameAtSrc()) as { hostInfo: string; xdmInfo: string };
  const [conversation = "", control = ""] = name.xdmInfo.split("|");
  const call = (_actionName: string, _data: unknown, _actionType = 0) =>
    page.post({ _actionName, _data, _actionType, _conversationId: conversation, _correlationId: 7 });
  const method = (DispatchId: number, rest: object) =>
    call("executeMethod", { ...rest, DdaMethod: { ControlId: control, Version: 1, DispatchId } });
  return { ...tiny, page, name, call, method };
}

describe("the web transport", () => {
  it("[HO1] names the frame before its first document and says shared runtime with functions", () => {
    const { name } = attached();
    expect(name.hostInfo).toMatch(/^Excel\$Web\$16\.00\$zh-CN\$.+\$\$disableLogging\$3$/);
    expect(name.xdmInfo.split("|")[2]).toBe("https://localhost:8443/host.html");
  });

  it("[HO1] answers the application context to the page's origin only", () => {
    const { page, call } = attached();
    call("ContextActivationManager_getAppContextAsync", "control");
    const [{ data, origin }] = page.received as [(typeof page.received)[0]];
    expect(origin).toBe("https://localhost:8444");
    expect(data).toMatchObject({ _messageType: 1, _responseType: 0, _errorCode: 0, _correlationId: 7 });
    expect(data._data).toMatchObject({ _appName: 16, _clientMode: 1, _appUILocale: "zh-CN", _settings: [] });
    expect(JSON.parse(data._data._requirementMatrix).ExcelApi).toBe("1.15");
  });

  it("[HO1] hears neither other frames nor other conversations", () => {
    const { page } = attached();
    const message = { _actionName: "ContextActivationManager_getAppContextAsync", _correlationId: 1 };
    page.post({ ...message, _conversationId: "someone else's" });
    page.post({ ...message, _conversationId: "x" }, {});
    expect(page.received).toEqual([]);
  });

  it("[HO1] serves batches and dispatch errors", async () => {
    const { page, method, host } = attached();
    const body = JSON.stringify({ Actions: [], ObjectPaths: {} });
    method(93, { ArrayData: ["", "POST", "ProcessQuery", [], body, 0, 0] });
    await eventually(() => page.received.length === 1, "an answer");
    expect(page.received[0]?.data._data).toEqual({ Version: 1, Error: 0, Data: [200, [], '{"Results":[]}'] });
    host.faults.dispatchError = 5102;
    method(93, { ArrayData: ["", "POST", "ProcessQuery", [], body, 0, 0] });
    await eventually(() => page.received.length === 2, "an error");
    expect(page.received[1]?.data._data).toEqual({ Version: 1, Error: 5102 });
  });

  it("[HO1] answers calls it does not know as not available", async () => {
    const { page, method } = attached();
    method(64, {});
    await eventually(() => page.received.length === 1, "an answer");
    expect(page.received[0]?.data._data.Error).toBe(7000);
  });

  it("[HO1] speaks the three shapes of settings", async () => {
    const { page, method, call, book } = attached();
    method(76, { DdaSettingsMethod: { OverwriteIfStale: true, Properties: [["k", '{"a":1}']] } });
    await eventually(() => page.received.length === 1, "the save");
    expect(book.settings.get("k")).toEqual({ a: 1 });
    method(75, {});
    await eventually(() => page.received.length === 2, "the refresh");
    expect(page.received[1]?.data._data.Properties).toEqual({ Settings: [{ Name: "k", Value: '{"a":1}' }] });
    call("ContextActivationManager_getAppContextAsync", "control");
    expect(page.received[2]?.data._data._settings).toEqual([["k", '{"a":1}']]);
  });

  it("[HO1] holds messages back until the page listens, then sends them together", async () => {
    const { page, call, book } = attached();
    call("ContextActivationManager_getAppContextAsync", "control");
    const body = JSON.stringify({
      Actions: [{ Id: 1, ActionType: 3, Name: "_RegisterSelectionChangedEvent", ObjectPathId: 2 }],
      ObjectPaths: {
        1: { Id: 1, ObjectPathType: 1, Name: "" },
        2: { Id: 2, ObjectPathType: 4, Name: "Worksheets", ParentObjectPathId: 1 },
      },
    });
    call("executeMethod", {
      ArrayData: ["", "POST", "ProcessQuery", [], body, 0, 0],
      DdaMethod: { DispatchId: 93 },
    });
    await eventually(() => page.received.length === 2, "the registration");
    book.emit({
      kind: "selection",
      sheet: book.sheet1.id,
      rects: [{ row: 0, column: 0, rows: 1, columns: 1 }],
    });
    await new Promise((done) => setTimeout(done, 20));
    expect(page.received).toHaveLength(2);
    call("richApiMessage", {}, 1);
    const events = page.received.filter(({ data }) => data._responseType === 1);
    expect(events).toHaveLength(1);
    expect(events[0]?.data._data.ArrayData).toHaveLength(2);
  });
});
