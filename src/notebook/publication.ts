import { type Publication, UnknownReference } from "./publication-types.ts";

const CHART =
  '<figure class="chart"><figcaption>One bar</figcaption><svg viewBox="0 0 100 10"><rect width="60" height="10"/></svg></figure>';

/** Stands in until the pipeline is put together here. */
export function openPublication(): Publication {
  return {
    value(reference) {
      if (reference === "stub") return { text: "42", href: "/values#stub", title: "A stub" };
      throw new UnknownReference("an id of a published value", "correct the id");
    },
    block(_kind, argument) {
      if (argument === "stub") return CHART;
      throw new UnknownReference("the name of a chart or block", "correct the name");
    },
    pages: ["/sources/s_000"],
    tables: new Map([["stub", "id,value\nstub,42\n"]]),
    figures: new Map([["stub", { svg: "<svg/>\n", csv: "id,value\nstub,42\n" }]]),
  };
}
