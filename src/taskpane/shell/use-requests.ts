import { useEffect } from "react";
import { useEnvironment } from "../card-context";
import { useRefreshing } from "../refreshing";
import { useRouting } from "../routing";

/** Goes where a ribbon command asks to. */
export function useRequests(): void {
  const environment = useEnvironment();
  const { toArea, open } = useRouting();
  const { refresh } = useRefreshing();
  useEffect(
    () =>
      environment.onRequest?.((request) => {
        if (request === "log") open({ kind: "log", account: null });
        else if (request === "refresh") void refresh();
        else if (request === "self-test") open({ kind: "self-test" });
        else toArea(request);
      }),
    [environment, open, toArea, refresh],
  );
}
