import { defineConfig } from "vitest/config";

/** Where `.ci/run` wants the counts of the run; elsewhere nothing is written. */
const report = process.env.TEST_REPORT;

/**
 * Three projects, so that `npx vitest run test/reconcile` builds no site and
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
        test: {
          name: "unit",
          include: ["test/**/*.test.ts"],
          exclude: ["test/site/**", "test/house/**", "test/style.test.ts"],
          setupFiles: ["test/samples.ts"],
          // for what hangs: a busy machine takes many times as long as a quiet one
          testTimeout: 300_000,
        },
      },
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
