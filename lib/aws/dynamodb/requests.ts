// Sends requests to DynamoDB whose body is JSON already. The SDK resolves some twenty steps for
// each; here it takes them once, for a request that is not sent, and what it made of it (address,
// region, its own name) is what all have. Credentials, retries, timeouts and connections are the
// SDK's (docs/decisions/0048).
import type { Readable } from 'node:stream';
import {
  type DynamoDBClient,
  DynamoDBServiceException,
  GetItemCommand,
} from '@aws-sdk/client-dynamodb';
import { retryMiddleware } from '@smithy/core/retry';
import { systemClock } from '../system-clock.ts';
import { type SignedHeaders, type SignedPlace, signer } from './request-signature.ts';

/** @param action e.g. GetItem @returns what the answer's JSON says */
export type Send = (action: string, body: string) => Promise<Readonly<Record<string, unknown>>>;

/** Where requests go, and by which name. */
interface Address extends SignedPlace {
  readonly protocol: string;
  readonly hostname: string;
  readonly port: number | undefined;
  readonly userAgent: string;
}

interface RawRequest {
  readonly protocol: string;
  readonly hostname: string;
  readonly port?: number;
  readonly path: string;
  readonly headers: Readonly<Record<string, string>>;
}

interface RawAnswer {
  readonly statusCode: number;
  readonly headers: Readonly<Record<string, string>>;
  readonly body: Readable;
}

type Handle = (request: object) => Promise<{ readonly response: RawAnswer }>;

interface Output {
  /** How often it was tried: written by who tries. */
  readonly $metadata: object;
  readonly value: Readonly<Record<string, unknown>>;
}

const clock = systemClock();

/** A clock that is wrong by as much is corrected, as the SDK does. */
const WRONG = 300_000;

export function requests(client: DynamoDBClient): Send {
  let begun: Promise<Send> | undefined;
  const begin = async (): Promise<Send> => {
    try {
      return await sending(client);
    } catch (error) {
      // without credentials, for instance: the next request tries again
      begun = undefined;
      throw error;
    }
  };
  return async (action, body) => {
    begun ??= begin();
    return (await begun)(action, body);
  };
}

async function sending(client: DynamoDBClient): Promise<Send> {
  const { config } = client;
  const address = await addressOf(client);
  const sign = signer(address);
  const { protocol, hostname, port, path, userAgent } = address;
  const handle: Handle = (request) => config.requestHandler.handle(request as never) as never;
  let wrong = 0;

  const once = async ({ target, body }: { readonly target: string; readonly body: string }) => {
    const at = clock.now() + wrong;
    const headers: SignedHeaders = sign({ target, body, at }, await config.credentials());
    headers['user-agent'] = userAgent;
    headers['content-length'] = String(Buffer.byteLength(body));
    const request = { method: 'POST', protocol, hostname, port, path, headers, body };
    const { response } = await handle(request);
    const text = await textOf(response.body);
    if (response.statusCode < 300)
      return { response, output: { $metadata: {}, value: text === '' ? {} : JSON.parse(text) } };
    const error = errorOf(response, text);
    const skew = Date.parse(response.headers.date ?? '') - clock.now();
    if (Math.abs(skew - wrong) >= WRONG) {
      wrong = skew;
      Object.assign(error.$metadata, { clockSkewCorrected: true });
    }
    throw error;
  };
  const tried = retryMiddleware(config)<Output>(once as never, {});
  return async (action, body) => {
    const { output } = await tried({ target: `DynamoDB_20120810.${action}`, body } as never);
    return output.value;
  };
}

/** From a request the SDK has addressed and signed, which goes no further. */
async function addressOf(client: DynamoDBClient): Promise<Address> {
  let seen: RawRequest | undefined;
  const command = new GetItemCommand({ TableName: 'none', Key: {} });
  command.middlewareStack.add(
    () => async (args) => {
      seen = args.request as RawRequest;
      return { response: undefined, output: { $metadata: {} } };
    },
    { step: 'finalizeRequest', priority: 'low' },
  );
  await client.send(command);
  if (!seen) throw new Error('the SDK made no request');
  const { protocol, hostname, port, path, headers } = seen;
  const [, , region = '', service = ''] =
    /Credential=([^,]+)/.exec(headers.authorization ?? '')?.[1]?.split('/') ?? [];
  return {
    ...{ protocol, hostname, port, path, region, service },
    host: headers.host ?? hostname,
    userAgent: headers['user-agent'] ?? '',
  };
}

/** Listeners instead of a stream to write to: bodies come in one piece mostly. */
function textOf(body: Readable): Promise<string> {
  return new Promise((resolve, reject) => {
    const pieces: (string | Buffer)[] = [];
    body.on('data', (piece: string | Buffer) => pieces.push(piece));
    body.on('error', reject);
    body.on('end', () => resolve(joined(pieces)));
  });
}

function joined(pieces: readonly (string | Buffer)[]): string {
  const [first = ''] = pieces;
  if (pieces.length <= 1) return typeof first === 'string' ? first : first.toString();
  return Buffer.concat(pieces.map((piece) => Buffer.from(piece))).toString();
}

/** With the name and the fields the service gave it, as the SDK's clients in bundles throw it. */
function errorOf(response: RawAnswer, text: string): DynamoDBServiceException {
  const { statusCode, headers } = response;
  const { __type, message, Message, ...fields } = jsonOr(text);
  const type = headers['x-amzn-errortype'] ?? __type ?? 'UnknownError';
  const error = new DynamoDBServiceException({
    name: String(type).split(/[,:]/)[0]?.split('#').at(-1) ?? '',
    message: String(message ?? Message ?? 'UnknownError'),
    $fault: statusCode < 500 ? 'client' : 'server',
    $metadata: { httpStatusCode: statusCode, requestId: headers['x-amzn-requestid'] },
  });
  // retries look there for how long to wait
  Object.defineProperty(error, '$response', { value: response, enumerable: false });
  return Object.assign(error, fields);
}

/** What stands between us and DynamoDB may answer in other words. */
function jsonOr(text: string): Record<string, unknown> {
  try {
    return JSON.parse(text) as Record<string, unknown>;
  } catch {
    return {};
  }
}
