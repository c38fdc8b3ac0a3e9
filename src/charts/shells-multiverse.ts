import { multiverseChart } from "./multiverse.ts";
import { SHELLS } from "./select.ts";

export const chart = multiverseChart({
  question: "Which ranges of delivered shells do all choices together allow?",
  about: "delivered shells",
  subtitle:
    "Artillery rounds from North Korea to Russia on the last day with a report, distinct ranges",
  metrics: [SHELLS],
});
