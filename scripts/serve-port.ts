import type { Server } from "node:http";
import net, { type AddressInfo } from "node:net";

const attempts = 100;

/** Another program may hold `localhost` on IPv6 only; browsers would then reach it instead of us. */
function answersOnIpv6(port: number): Promise<boolean> {
  return new Promise((resolve) => {
    const socket = net.connect({ host: "::1", port });
    const finish = (answered: boolean) => {
      socket.destroy();
      resolve(answered);
    };
    socket.once("connect", () => finish(true));
    socket.once("error", () => finish(false));
    socket.setTimeout(500, () => finish(false));
  });
}

function listen(server: Server, port: number): Promise<boolean> {
  return new Promise((resolve, reject) => {
    const refuse = (error: NodeJS.ErrnoException) => {
      if (error.code === "EADDRINUSE" || error.code === "EACCES") resolve(false);
      else reject(error);
    };
    server.once("error", refuse);
    server.listen(port, "127.0.0.1", () => {
      server.off("error", refuse);
      resolve(true);
    });
  });
}

/** Listens on the loopback interface at the first free port from `first` (0: any); returns the port. */
export async function listenFrom(server: Server, first: number): Promise<number> {
  for (let port = first; port < first + attempts; port += 1) {
    if (port !== 0 && (await answersOnIpv6(port))) continue;
    if (await listen(server, port)) return (server.address() as AddressInfo).port;
  }
  throw new Error(`No free port between ${first} and ${first + attempts - 1}.`);
}
