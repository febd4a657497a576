// Loaded before a build that has to work with the network off: every connection but to this machine fails.
import dns from 'node:dns';
import { Socket } from 'node:net';

const local = /^(?:localhost|127\.\d+\.\d+\.\d+|::1|0\.0\.0\.0)$/u;

const connect = Socket.prototype.connect;

/** @this {Socket} */
function connectLocally(/** @type {Parameters<typeof connect>} */ ...args) {
  const first = Array.isArray(args[0]) ? args[0][0] : args[0];
  const host = typeof first === 'object' && first !== null ? first.host : args[1];
  const isPath = typeof first === 'string' || (typeof first === 'object' && first?.path !== undefined);
  if (!isPath && typeof host === 'string' && !local.test(host))
    throw new Error(`The network is off: ${host} is not this machine.`);
  return connect.apply(this, args);
}

Socket.prototype.connect = /** @type {typeof connect} */ (connectLocally);

const { lookup } = dns;
dns.lookup = /** @type {typeof lookup} */ (
  (hostname, ...rest) => {
    if (!local.test(hostname)) throw new Error(`The network is off: ${hostname} is not looked up.`);
    return lookup(hostname, ...rest);
  }
);
