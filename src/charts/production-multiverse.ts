import { multiverseChart } from "./multiverse.ts";

export const chart = multiverseChart({
  question: "Which outputs do all choices together allow?",
  about: "output",
  subtitle: "Rounds made, on the day from which the latest report speaks, distinct ranges",
  metrics: ["m_output_us", "m_output_russia"],
});
