import { SHELLS } from "./select.ts";
import { withoutOneChart } from "./without-one.ts";

export const chart = withoutOneChart({
  question: "What does the range of delivered shells hang on?",
  about: "delivered shells",
  subtitle: "Artillery rounds from North Korea to Russia, range on the last day with a report",
  metrics: [SHELLS],
});
