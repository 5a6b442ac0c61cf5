// From a request as authors write it to one that can be sent. Values come from callers and from
// other services, so each is written in the way its place asks for: percent-encoded in the address,
// escaped in JSON, without line breaks in a header. The host stands in the definitions; whatever a
// value holds, it stays the same.

import type { ApiRequest } from '../../language/schema/api-request.ts';
import { renderMessage } from '../messaging/message-text.ts';
import { addressFrom } from '../messaging/template-address.ts';

export interface ServiceRequest {
  readonly method: string;
  /** https only; the host comes from the definitions, never from a caller. */
  readonly url: string;
  readonly headers: Readonly<Record<string, string>>;
  readonly body?: string;
  /** Seconds for everything, from looking the host up to the last byte. */
  readonly timeout: number;
}

type Values = Readonly<Record<string, string>>;

export type Prepared =
  | { readonly kind: 'ready'; readonly request: ServiceRequest }
  | { readonly kind: 'impossible'; readonly because: string };

/**
 * @param credentials headers that carry a secret or a token; they win over those of the file
 * @param once the same for a request that is the same: sent along where it may do something; a
 *   header of the file wins
 */
export function serviceRequest(
  asked: ApiRequest,
  values: Values,
  credentials: Readonly<Record<string, string>>,
  once?: string,
): Prepared {
  const url = addressFrom(asked.url, values);
  if (url === undefined) {
    return { kind: 'impossible', because: 'the address came out with another host' };
  }
  const key: Values =
    once === undefined || asked.method === 'GET' ? {} : { 'idempotency-key': once };
  const headers: Values = { ...key, ...headersOf(asked, values, credentials) };
  const body =
    asked.body === undefined
      ? undefined
      : renderMessage(asked.body, written(values, escapeFor(headers['content-type'] ?? '')));
  return {
    kind: 'ready',
    request: {
      method: asked.method,
      url,
      headers,
      timeout: asked.timeout,
      body,
    },
  };
}

type Escape = (value: string) => string;

const written = (values: Values, write: Escape): Values =>
  Object.fromEntries(Object.entries(values).map(([name, value]) => [name, write(value)]));

/** Header names in lower case. */
function headersOf(asked: ApiRequest, values: Values, credentials: Values): Record<string, string> {
  const own = Object.entries(asked.headers).map(([name, template]) => [
    name.toLowerCase(),
    oneLine(renderMessage(template, written(values, oneLine))),
  ]);
  const secret = Object.entries(credentials).map(([name, value]) => [
    name.toLowerCase(),
    oneLine(value),
  ]);
  const type = asked.body === undefined ? [] : [['content-type', 'application/json']];
  return Object.fromEntries([['accept', 'application/json'], ...type, ...own, ...secret]);
}

function escapeFor(contentType: string): Escape {
  if (/\bjson\b/i.test(contentType)) return (value) => JSON.stringify(value).slice(1, -1);
  if (/form-urlencoded/i.test(contentType)) return encodeURIComponent;
  return (value) => value;
}

/** Control characters would end the header and begin another. */
// biome-ignore lint/suspicious/noControlCharactersInRegex: they are what is taken out
const oneLine: Escape = (value) => value.replaceAll(/[\u0000-\u001f\u007f]+/g, ' ').trim();
