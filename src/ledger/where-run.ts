import { resolve } from "node:path";

/**
 * The path of a file that a user has named on the command line or in the environment.
 *
 * npm changes into the project before it runs a command; the name was typed before that, in the
 * folder that npm keeps as INIT_CWD.
 */
export const pathFromUser = (named: string): string =>
  resolve(process.env["INIT_CWD"] ?? "", named);
