/**
 * Loaded into every process of a build where no network namespace can be made:
 * a connection to anything but a socket file fails, as it would without a network.
 */
import { Socket } from "node:net";

/** @type {Function} */
const connect = Reflect.get(Socket.prototype, "connect");

/**
 * @this {Socket}
 * @param {unknown[]} parameters
 * @returns {Socket}
 */
function refuse(...parameters) {
  // Node's own callers hand over options and callback as one list.
  const [first] = parameters.flat();
  const isFile = typeof first === "object" && first !== null && "path" in first && first.path;
  if (typeof first !== "string" && !isFile) {
    throw new Error(`No network in this test: ${JSON.stringify(first)}`);
  }
  return Reflect.apply(connect, this, parameters);
}

Socket.prototype.connect = refuse;
