import { spawnSync } from "node:child_process";
import { expect, test } from "vitest";
import { portUse, readPort } from "../../src/cli/port.ts";

test("readPort(text) reads a port, and any free one where none is named", () => {
  expect(readPort(undefined)).toBe(0);
  expect(readPort("")).toBe(0);
  expect(readPort("0")).toBe(0);
  expect(readPort("8080")).toBe(8080);
});

test.each(["x", "80a", "-1", "65536", "8.5"])("readPort(%s) refuses what is no port", (text) => {
  expect(() => readPort(text)).toThrow(
    `PORT: found "${text}"\n  expected a whole number from 0 to 65535\n  to mend: type a number such as 8080, or leave PORT out for any free port`,
  );
});

test("portUse(error, port) says why a port cannot be had, and passes other errors", () => {
  const inUse = Object.assign(new Error("listen"), { code: "EADDRINUSE" });
  expect(portUse(inUse, 8080)?.message).toBe(
    'PORT: found "8080", which another program uses\n  expected a free port\n  to mend: type another number, or leave PORT out for any free port',
  );
  expect(portUse(new Error("something else"), 8080)).toBeNull();
});

const start = (port: string) =>
  spawnSync(process.execPath, ["--import", "tsx", "src/cli/serve.ts"], {
    encoding: "utf8",
    env: { ...process.env, PORT: port },
  });

test("npm start exits 2 on a port that is none", () => {
  const { status, stderr } = start("x");
  expect(status).toBe(2);
  expect(stderr).toMatch(/^PORT: found "x"\n/u);
});
