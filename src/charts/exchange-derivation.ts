import { derivationChart } from "./derivation.ts";

export const chart = derivationChart({
  question: "What do the imports of grain and rice come from?",
  about: "imports",
  subtitle: "North Korean imports of food: from documents to the estimates, and their ratio",
  metrics: ["m_grain_imports_russia", "m_rice_imports_china"],
  crosschecks: ["x_rice_to_grain"],
});
