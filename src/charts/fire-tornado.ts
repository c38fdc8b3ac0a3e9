import { tornadoChart } from "./tornado.ts";

export const chart = tornadoChart({
  question: "Which choice or number moves what is said of fire?",
  about: "fire",
  subtitle:
    "Rounds fired in a day, on the day from which the latest report speaks, and what is computed of them; one setting changed at a time",
  metrics: ["m_fire_rate_russia", "m_fire_rate_ukraine", "m_fire_ratio"],
  crosschecks: ["x_ukraine_fire_at_most"],
});
