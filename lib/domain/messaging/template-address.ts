// An address with values in it. Each is percent-encoded, and the host stands in the definitions:
// whatever a value holds, it stays the same.
import { renderMessage } from './message-text.ts';

type Values = Readonly<Record<string, string | Readonly<Record<string, string>>>>;

/** undefined: the address came out with another host, or as none. */
export function addressFrom(template: string, values: Values): string | undefined {
  const url = renderMessage(template, encoded(values));
  const host = hostOf(FIXED.exec(template)?.[0] ?? '');
  return host === undefined || hostOf(url) !== host ? undefined : url;
}

/** The part of an address that holds no value. */
const FIXED = /^https:\/\/[^/\s{]+/;

const encoded = (values: Values): Values =>
  Object.fromEntries(
    Object.entries(values).map(([name, value]) => [
      name,
      typeof value === 'string' ? encodeURIComponent(value) : encodedTexts(value),
    ]),
  );

const encodedTexts = (values: Readonly<Record<string, string>>) =>
  Object.fromEntries(
    Object.entries(values).map(([name, value]) => [name, encodeURIComponent(value)]),
  );

function hostOf(url: string): string | undefined {
  if (!URL.canParse(url)) return undefined;
  const { protocol, host } = new URL(url);
  return protocol === 'https:' ? host : undefined;
}
