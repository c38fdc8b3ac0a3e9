import { element } from "./element.ts";

/** Hands bytes or text to the reader as a file; it is made here and asked of nobody. */
export function download(name: string, content: string | Uint8Array<ArrayBuffer>): void {
  const type = name.endsWith(".csv") ? "text/csv;charset=utf-8" : "text/plain;charset=utf-8";
  const address = URL.createObjectURL(new Blob([content], { type }));
  element("a", { href: address, download: name }).click();
  URL.revokeObjectURL(address);
}
