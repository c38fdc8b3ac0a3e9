import { derivationChart } from "./derivation.ts";

export const chart = derivationChart({
  question: "What do Russia’s rate of fire, its advantage and Ukraine’s rate come from?",
  about: "fire",
  subtitle: "Russia’s rate of fire, the ratio, and the rate of Ukraine that follows from both",
  metrics: ["m_fire_rate_russia", "m_fire_ratio"],
  crosschecks: ["x_ukraine_fire_at_most"],
});
