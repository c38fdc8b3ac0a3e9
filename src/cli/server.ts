import { readFile, stat } from "node:fs/promises";
import { createServer, type IncomingMessage, type ServerResponse } from "node:http";
import { extname, join, normalize } from "node:path";
import { promisify } from "node:util";
import { gzip } from "node:zlib";

const compress = promisify(gzip);

const TYPES: Readonly<Record<string, string>> = {
  ".css": "text/css; charset=utf-8",
  ".csv": "text/csv; charset=utf-8",
  ".html": "text/html; charset=utf-8",
  ".js": "text/javascript; charset=utf-8",
  ".json": "application/json; charset=utf-8",
  ".svg": "image/svg+xml; charset=utf-8",
  ".txt": "text/plain; charset=utf-8",
  ".xml": "application/xml; charset=utf-8",
};

export interface Server {
  /** For example "http://127.0.0.1:40123", without a slash at the end. */
  readonly origin: string;
  close(): Promise<void>;
}

/**
 * Serves a built site on loopback as a static host would: `/name` finds
 * `name.html`, text goes out as gzip, a missing file is 404 with `404.html`.
 *
 * @param port 0 for any free one.
 */
export async function serveFolder(directory: string, port = 0): Promise<Server> {
  const server = createServer((request, response) => {
    answer(directory, request, response).catch((error: unknown) => {
      response.writeHead(500).end(String(error));
    });
  });
  await new Promise<void>((resolve, reject) => {
    server.once("error", reject).listen(port, "127.0.0.1", resolve);
  });
  const address = server.address();
  if (address === null || typeof address === "string") throw new Error("The server has no port.");
  return {
    origin: `http://127.0.0.1:${address.port}`,
    close: () =>
      new Promise((resolve, reject) => {
        server.close((error) => {
          if (error) reject(error);
          else resolve();
        });
        server.closeAllConnections();
      }),
  };
}

interface Address {
  readonly url: URL;
  /** Its path with every % escape decoded. */
  readonly path: string;
}

/** Null for what is no address: `//`, and escapes that are not UTF-8, such as `/%ff`. */
function parseAddress(text: string): Address | null {
  try {
    const url = new URL(text, "http://localhost");
    return { url, path: decodeURIComponent(url.pathname) };
  } catch (error) {
    if (error instanceof URIError || error instanceof TypeError) return null;
    throw error;
  }
}

/** `/name/` as `/name`; one slash in front, as two would lead to another host. */
const withoutSlash = (path: string): string => `/${path.replaceAll(/^\/+|\/+$/gu, "")}`;

/** Whether a path with a slash at its end means a page: links inside it hold only without the slash. */
const isPage = async (directory: string, path: string): Promise<boolean> =>
  path.endsWith("/") && (await findFile(directory, withoutSlash(path))) !== null;

async function answer(directory: string, request: IncomingMessage, response: ServerResponse) {
  const address = parseAddress(request.url ?? "/");
  if (address === null) {
    response.writeHead(400, { "content-type": "text/plain; charset=utf-8" }).end("Bad request");
    return;
  }
  const { path, url } = address;
  const file = await findFile(directory, path);
  if (file === null && (await isPage(directory, path))) {
    response.writeHead(301, { location: withoutSlash(url.pathname) + url.search }).end();
    return;
  }
  const found = file ?? (await findFile(directory, "/404"));
  const type = TYPES[extname(found ?? "")] ?? "application/octet-stream";
  const body = found === null ? Buffer.from("Not found") : await readFile(found);
  const isText = type.includes("charset");
  response.writeHead(file === null ? 404 : 200, {
    "content-type": type,
    ...(isText ? { "content-encoding": "gzip" } : {}),
  });
  response.end(isText ? await compress(body) : body);
}

/** Finds the file behind an address; null when there is none in the folder. */
export async function findFile(directory: string, path: string): Promise<string | null> {
  const inside = normalize(path);
  if (inside.split(/[\\/]/).includes("..")) return null;
  for (const name of [inside, `${inside}.html`, join(inside, "index.html")]) {
    const file = join(directory, name);
    const found = await stat(file).catch(() => null);
    if (found?.isFile()) return file;
  }
  return null;
}
