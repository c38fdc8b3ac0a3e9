import { multiverseChart } from "./multiverse.ts";

export const chart = multiverseChart({
  question: "Which rates and ratios of fire do all choices together allow?",
  about: "fire",
  subtitle:
    "Rounds fired in a day, on the day from which the latest report speaks, distinct ranges",
  metrics: ["m_fire_rate_russia", "m_fire_rate_ukraine", "m_fire_ratio"],
});
