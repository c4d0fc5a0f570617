import { mkdir, readFile, stat } from "node:fs/promises";
import path from "node:path";
import { generateCertificates } from "office-addin-dev-certs";

const days = 30;

/**
 * Key and certificate for https on localhost, made once and renewed before they end. They are not installed
 * anywhere: installing would ask for administrator rights, and a test browser ignores the warning.
 */
export async function developmentCertificate(folder: string): Promise<{ key: Buffer; cert: Buffer }> {
  const authority = path.join(folder, "ca.crt");
  const certificate = path.join(folder, "localhost.crt");
  const key = path.join(folder, "localhost.key");
  const made = await stat(key).catch(() => null);
  if (!made || Date.now() - made.mtimeMs > (days - 1) * 24 * 60 * 60 * 1000) {
    await mkdir(folder, { recursive: true });
    await generateCertificates(authority, certificate, key, days);
  }
  return { key: await readFile(key), cert: await readFile(certificate) };
}
