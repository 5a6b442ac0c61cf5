// As much of node:url as the simulation uses, for browsers.

/** A domain as it stands in DNS; empty when it is none. */
export function domainToASCII(domain: string): string {
  try {
    return new URL(`http://${domain}`).hostname;
  } catch {
    return '';
  }
}
