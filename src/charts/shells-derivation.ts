import { derivationChart } from "./derivation.ts";
import { SHELLS } from "./select.ts";

export const chart = derivationChart({
  question: "What does the range of delivered shells come from?",
  about: "delivered shells",
  subtitle: "Artillery rounds from North Korea to Russia: from documents to the estimate",
  metrics: [SHELLS],
});
