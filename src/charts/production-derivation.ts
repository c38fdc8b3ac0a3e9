import { derivationChart } from "./derivation.ts";

export const chart = derivationChart({
  question: "What does the comparison of Russian fire with US output come from?",
  about: "fire and output",
  subtitle: "Russia’s fire in a day, US output in a month, and what is computed of both",
  metrics: ["m_fire_rate_russia", "m_output_us"],
  crosschecks: ["x_us_daily", "x_fire_vs_us"],
});
