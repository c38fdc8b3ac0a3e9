/** With more marks than this, those that never bind are drawn paler and have no words. */
const CROWD = 12;

/** Whether a timeline shows too many marks for each to have its words. */
export const isCrowd = (marks: readonly unknown[]): boolean => marks.length > CROWD;
