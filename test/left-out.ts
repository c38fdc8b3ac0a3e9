import { findFastTests } from "./which.ts";

/** Says once what `npm run test:fast` does not look at. */
export function setup(): void {
  if (!process.argv.includes("fast")) return;
  const { slow } = findFastTests();
  process.stdout.write(
    `Left out: ${String(slow.length)} files of tests that start a process or a database or read data/, and those of the house and of the site. npm test runs all.\n`,
  );
}
