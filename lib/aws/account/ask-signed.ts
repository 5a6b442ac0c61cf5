// One signed request to a service that has too few questions for a client of its own.
import { createHash, createHmac } from 'node:crypto';
import { SignatureV4, type SignatureV4Init } from '@smithy/signature-v4';

/** Region and credentials of any client of the SDK. */
export interface AwsSettings {
  readonly region: () => Promise<string>;
  readonly credentials: SignatureV4Init['credentials'];
}

interface Question {
  /** As signatures name it. */
  readonly service: string;
  /** What its host begins with, before the region. */
  readonly host: string;
  readonly headers: Readonly<Record<string, string>>;
  readonly body: string;
}

export async function askSigned(
  { region: findRegion, credentials }: AwsSettings,
  { service, host, headers: own, body }: Question,
  ask: typeof fetch,
): Promise<Response> {
  const region = await findRegion();
  const hostname = `${host}.${region}.amazonaws.com`;
  const signer = new SignatureV4({ service, region, credentials, sha256: Sha256 });
  const { headers } = await signer.sign({
    method: 'POST',
    protocol: 'https:',
    hostname,
    path: '/',
    headers: { host: hostname, ...own },
    body,
  });
  return ask(`https://${hostname}/`, { method: 'POST', headers, body });
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
