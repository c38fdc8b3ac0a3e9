import fc from "fast-check";

/**
 * What random tests draw follows from a number, so that a commit passes or fails, and does
 * not do now the one and now the other. `SAMPLES=7 npm run test:fast` draws others.
 *
 * @source docs/decisions/0046-random-tests-draw-the-same.md
 */
fc.configureGlobal({ seed: Number(process.env.SAMPLES ?? 1) });
