import { tornadoChart } from "./tornado.ts";

export const chart = tornadoChart({
  question: "Which choice or number moves what is said of output?",
  about: "output",
  subtitle:
    "Rounds made, on the day from which the latest report speaks, and what is computed of them; one setting changed at a time",
  metrics: ["m_output_us", "m_output_russia"],
  crosschecks: ["x_fire_vs_us"],
});
