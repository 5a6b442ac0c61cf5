// A service of AWS as a function: the real SDK client writes its real request, a test says what
// comes back.
import { Readable } from 'node:stream';

export interface Asked {
  readonly method: string;
  readonly path: string;
  readonly query: Readonly<Record<string, unknown>>;
  readonly headers: Readonly<Record<string, string>>;
  /** The body, when it is JSON. */
  readonly body: Readonly<Record<string, unknown>>;
  readonly text: string;
}

export interface Answer {
  readonly status?: number;
  /** The service's name of the error. */
  readonly error?: string;
  readonly body?: unknown;
  /** Instead of JSON. */
  readonly text?: string;
}

/**
 * Settings for any SDK client, and what it asked so far. Throwing stands for a broken connection.
 */
export function answeringAws(answer: (asked: Asked, nth: number) => Answer) {
  const asked: Asked[] = [];
  const handle = async (request: RawRequest) => {
    const sent = textOf(request.body);
    const one: Asked = {
      method: request.method,
      path: request.path,
      query: request.query ?? {},
      headers: request.headers,
      body: sent.startsWith('{') ? (JSON.parse(sent) as Asked['body']) : {},
      text: sent,
    };
    const { error, status = error ? 400 : 200, body, text } = answer(one, asked.push(one) - 1);
    const headers: Record<string, string> = {
      'content-type': 'application/json',
      ...(error && { 'x-amzn-errortype': error }),
    };
    const content = text ?? JSON.stringify({ __type: error || undefined, ...Object(body) });
    return {
      response: { statusCode: status, headers, body: Readable.from([Buffer.from(content)]) },
    };
  };
  const config = {
    region: 'eu-central-1',
    credentials: { accessKeyId: 'test', secretAccessKey: 'test' },
    maxAttempts: 1,
    requestHandler: { handle },
  };
  return { asked, config };
}

interface RawRequest {
  readonly method: string;
  readonly path: string;
  readonly query?: Record<string, unknown>;
  readonly headers: Record<string, string>;
  readonly body?: unknown;
}

const textOf = (body: unknown): string =>
  body instanceof Uint8Array ? new TextDecoder().decode(body) : String(body ?? '');

/** An error as Node's sockets raise it. */
export function brokenConnection(code: string): Error {
  return Object.assign(new Error(`connect ${code}`), { code });
}
