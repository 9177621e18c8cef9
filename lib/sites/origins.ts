// Match patterns and origins.

/** Whether an address lies within a match pattern of the form `scheme://host/*`, where the host may begin with `*.`. */
export function matchesPattern(address: string, pattern: string): boolean {
  const parts = /^(https?|\*):\/\/([^/]+)\/\*$/.exec(pattern);
  if (!parts) return false;
  const [, scheme, host = ''] = parts;
  let url: URL;
  try {
    url = new URL(address);
  } catch {
    return false;
  }
  if (!/^https?:$/.test(url.protocol) || (scheme !== '*' && url.protocol !== `${scheme}:`)) return false;
  return host.startsWith('*.') ? url.hostname === host.slice(2) || url.hostname.endsWith(host.slice(1)) : url.hostname === host;
}

/** The match pattern of an origin. Patterns know no ports: the whole host is meant. */
export function patternOf(origin: string): string {
  const { protocol, hostname } = new URL(origin);
  return `${protocol}//${hostname}/*`;
}
