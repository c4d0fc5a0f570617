/** String.fromCharCode takes no more arguments than the stack holds. */
const chunk = 0x8000;

/** As Office.js takes files. */
export function base64Of(bytes: Uint8Array): string {
  let binary = "";
  for (let at = 0; at < bytes.length; at += chunk)
    binary += String.fromCharCode(...bytes.subarray(at, at + chunk));
  return btoa(binary);
}
