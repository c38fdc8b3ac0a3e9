import { SHELLS } from "./select.ts";
import { tornadoChart } from "./tornado.ts";

export const chart = tornadoChart({
  question: "Which choice moves the range of delivered shells?",
  about: "delivered shells",
  subtitle:
    "Artillery rounds from North Korea to Russia on the last day with a report; one choice changed at a time",
  metrics: [SHELLS],
});
