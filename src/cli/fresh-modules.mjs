/**
 * Lets a preview read our modules again, loaded with `node --import`.
 *
 * Framework imports its configuration as FILE?TIME whenever that was touched,
 * but Node keeps all that a configuration imports. Here the time goes on to the
 * modules of the project: each new time is a new reading of them. Packages keep
 * their address, and so are read once.
 */
import { register } from "node:module";
import { isMainThread } from "node:worker_threads";

// Hooks run in a thread of their own, which loads this file too.
if (isMainThread) register(import.meta.url);

/** @type {import("node:module").ResolveHook} */
export async function resolve(specifier, context, nextResolve) {
  const resolved = await nextResolve(specifier, context);
  const [time] = /\?\d[\d.]*$/.exec(context.parentURL ?? "") ?? [];
  const isOurs = resolved.url.startsWith("file:") && !/\/node_modules\/|\?/.test(resolved.url);
  return time && isOurs ? { ...resolved, url: resolved.url + time } : resolved;
}
