/** An invented German text with a date, two counts, a calibre and a rate. */
export const ARTICLE = `Erfundene Meldung

Am 3. Februar 2025 sagte ein Sprecher, seit dem Herbst seien etwa 11.200 Container gekommen. Das Amt und die Bahn hätten mit mehr gerechnet.
Die Rohre vom Kaliber 152 mm würden nicht reichen, sagte er. Nach dem Fest fuhren auch zwei Dutzend Züge.
Die Werke lieferten mindestens 10.000 Rohre pro Tag, und von der Küste kämen weniger.
`;

/** Flags that answer all that is asked about the document. */
export const PARTICULARS = [
  "--lang",
  "de",
  "--title",
  "An invented report",
  "--publisher",
  "An outlet",
  "--published-on",
  "2025-02-04",
];
