/**
 * The origins by which a browser on this machine reaches a server on a loopback address, the configured
 * one first. The forge answers no other: a web page elsewhere cannot drive it, not even by rebinding a
 * name to 127.0.0.1.
 */
export function toOrigins(host: string, port: number): readonly string[] {
  const names = [host, '127.0.0.1', 'localhost', '::1'];
  return [...new Set(names)].map((name) => {
    const { origin } = new URL(`http://${name.includes(':') ? `[${name}]` : name}:${String(port)}`);
    return origin;
  });
}
