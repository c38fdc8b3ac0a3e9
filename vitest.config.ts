import { defineConfig } from "vitest/config";
import { findFastTests } from "./test/which.ts";

/** Where `.ci/run` wants the counts of the run; elsewhere nothing is written. */
const report = process.env.TEST_REPORT;

const { fast, slow } = findFastTests();

/** Tests of code: they share what they have imported, which takes longer than most of them. */
const unit = {
  isolate: false,
  setupFiles: ["test/samples.ts"],
  // for what hangs: a busy machine takes many times as long as a quiet one
  testTimeout: 300_000,
};

/**
 * Four projects, so that `npx vitest run test/reconcile` builds no site and
 * starts no browser: a project's set-up runs only when one of its files does.
 */
export default defineConfig({
  test: {
    // Vitest's default leaves one of two cores idle.
    maxWorkers: 2,
    maxConcurrency: 2,
    env: { TZ: "Pacific/Chatham" },
    reporters: report ? ["default", ["json", { outputFile: report }]] : ["default"],
    projects: [
      {
        extends: true,
        test: { name: "fast", include: fast, globalSetup: ["test/left-out.ts"], ...unit },
      },
      { extends: true, test: { name: "slow", include: slow, ...unit } },
      {
        extends: true,
        test: {
          name: "house",
          include: ["test/house/**/*.test.ts", "test/style.test.ts"],
          testTimeout: 900_000,
        },
      },
      {
        extends: true,
        test: {
          name: "site",
          include: ["test/site/**/*.test.ts"],
          globalSetup: ["test/site/setup.ts"],
          testTimeout: 900_000,
          hookTimeout: 900_000,
        },
      },
    ],
  },
});
