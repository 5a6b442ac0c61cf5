// Questions to Cognito, signed here: three of them do not ask for a client of their own.
import { createHash, createHmac } from 'node:crypto';
import { SignatureV4, type SignatureV4Init } from '@smithy/signature-v4';
import { z } from 'zod';

type Action = 'DescribeUserPoolClient' | 'DescribeResourceServer' | 'ListGroups';
export type AskCognito = (action: Action, body: object) => Promise<unknown>;

/** Named as Cognito names what it refuses with. */
export class CognitoRefusal extends Error {}

const Refusal = z.object({
  __type: z.string().default('CognitoRefusal'),
  message: z.string().optional(),
  Message: z.string().optional(),
});

/** Region and credentials of any client of the SDK. */
interface AwsSettings {
  readonly region: () => Promise<string>;
  readonly credentials: SignatureV4Init['credentials'];
}

/** @returns asks; throws CognitoRefusal */
export function cognito(
  { region: findRegion, credentials }: AwsSettings,
  ask: typeof fetch = fetch,
): AskCognito {
  return async (action, content) => {
    const region = await findRegion();
    const hostname = `cognito-idp.${region}.amazonaws.com`;
    const body = JSON.stringify(content);
    const signer = new SignatureV4({ service: 'cognito-idp', region, credentials, sha256: Sha256 });
    const { headers } = await signer.sign({
      method: 'POST',
      protocol: 'https:',
      hostname,
      path: '/',
      headers: {
        host: hostname,
        'content-type': 'application/x-amz-json-1.1',
        'x-amz-target': `AWSCognitoIdentityProviderService.${action}`,
      },
      body,
    });
    const answer = await ask(`https://${hostname}/`, { method: 'POST', headers, body });
    const read: unknown = await answer.json();
    if (answer.ok) return read;
    const { __type: type, message, Message } = Refusal.parse(read);
    const refusal = new CognitoRefusal(message ?? Message ?? type);
    refusal.name = type.slice(type.lastIndexOf('#') + 1);
    throw refusal;
  };
}

/** As the signer wants it. */
class Sha256 {
  private readonly hash;

  constructor(secret?: string | ArrayBuffer | ArrayBufferView) {
    this.hash = secret === undefined ? createHash('sha256') : createHmac('sha256', bytesOf(secret));
  }

  update(data: Uint8Array): void {
    this.hash.update(data);
  }

  async digest(): Promise<Uint8Array> {
    return this.hash.digest();
  }

  reset(): void {
    throw new Error('a digest is taken once');
  }
}

function bytesOf(data: string | ArrayBuffer | ArrayBufferView): Uint8Array {
  if (typeof data === 'string') return Buffer.from(data);
  return ArrayBuffer.isView(data)
    ? new Uint8Array(data.buffer, data.byteOffset, data.byteLength)
    : new Uint8Array(data);
}
