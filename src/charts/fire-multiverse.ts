import { multiverseChart } from "./multiverse.ts";

export const chart = multiverseChart({
  question: "Which rates and ratios of fire do all choices together allow?",
  about: "fire",
  subtitle: "Rounds fired in a day on the last day with a report, distinct ranges",
  metrics: ["m_fire_rate_russia", "m_fire_rate_ukraine", "m_fire_ratio"],
});
