// Signature Version 4 of a request to DynamoDB: all of them are POSTs of JSON to one address, so
// what is signed differs by the action, the body and the second alone. A test compares it with the
// SDK's signer.
// docs.aws.amazon.com/IAM/latest/UserGuide/reference_sigv-create-signed-request.html
import { createHmac, createSecretKey, hash, type KeyObject } from 'node:crypto';

export interface Credentials {
  readonly accessKeyId: string;
  readonly secretAccessKey: string;
  readonly sessionToken?: string | undefined;
}

/** What all signatures of a client have in common. */
export interface SignedPlace {
  /** As the header has it. */
  readonly host: string;
  readonly path: string;
  readonly region: string;
  readonly service: string;
}

export interface ToSign {
  /** Of X-Amz-Target. */
  readonly target: string;
  readonly body: string;
  /** Epoch ms. */
  readonly at: number;
}

export type SignedHeaders = Record<string, string>;

const CONTENT_TYPE = 'application/x-amz-json-1.0';
const ALGORITHM = 'AWS4-HMAC-SHA256';

/** @returns the headers of a request that carry its signature and what that is over */
export function signer({ host, path, region, service }: SignedPlace) {
  let dated = { second: Number.NaN, text: '' };
  let known: { readonly of: string; readonly key: KeyObject } | undefined;
  const longDate = (at: number): string => {
    const second = Math.floor(at / 1000);
    if (dated.second !== second)
      dated = {
        second,
        text: `${new Date(second * 1000).toISOString().replace(/\.000|[-:]/g, '')}`,
      };
    return dated.text;
  };
  const keyFor = (secret: string, day: string): KeyObject => {
    const of = `${day}/${secret}`;
    if (known?.of !== of) known = { of, key: derivedKey(secret, [day, region, service]) };
    return known.key;
  };
  return ({ target, body, at }: ToSign, credentials: Credentials): SignedHeaders => {
    const { accessKeyId, secretAccessKey, sessionToken: token } = credentials;
    const date = longDate(at);
    const day = date.slice(0, 8);
    const names = `content-type;host;x-amz-date;${token === undefined ? '' : 'x-amz-security-token;'}x-amz-target`;
    const held = token === undefined ? '' : `x-amz-security-token:${token}\n`;
    const request = `POST\n${path}\n\ncontent-type:${CONTENT_TYPE}\nhost:${host}\nx-amz-date:${date}\n${held}x-amz-target:${target}\n\n${names}\n${hash('sha256', body)}`;
    const scope = `${day}/${region}/${service}/aws4_request`;
    const signature = createHmac('sha256', keyFor(secretAccessKey, day))
      .update(`${ALGORITHM}\n${date}\n${scope}\n${hash('sha256', request)}`)
      .digest('hex');
    const headers: SignedHeaders = {
      host,
      'content-type': CONTENT_TYPE,
      'x-amz-target': target,
      'x-amz-date': date,
      authorization: `${ALGORITHM} Credential=${accessKeyId}/${scope}, SignedHeaders=${names}, Signature=${signature}`,
    };
    if (token !== undefined) headers['x-amz-security-token'] = token;
    return headers;
  };
}

function derivedKey(secret: string, parts: readonly string[]): KeyObject {
  const key = [...parts, 'aws4_request'].reduce<string | Buffer>(
    (key, part) => createHmac('sha256', key).update(part).digest(),
    `AWS4${secret}`,
  );
  return createSecretKey(key as Buffer);
}
