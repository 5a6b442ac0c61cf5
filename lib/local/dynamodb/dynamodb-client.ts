import { Agent, request } from 'node:http';

export interface DynamoDbAnswer {
  readonly status: number;
  readonly body: Buffer;
}

/** Passes requests on to the DynamoDB process over kept connections. */
export class DynamoDbClient {
  private readonly host: string;
  private readonly port: number;
  private readonly agent = new Agent({ keepAlive: true, maxSockets: 32 });

  constructor(at: { readonly host: string; readonly port: number }) {
    this.host = at.host;
    this.port = at.port;
  }

  /** @param target e.g. DynamoDB_20120810.PutItem */
  send(target: string, body: string | Buffer): Promise<DynamoDbAnswer> {
    return new Promise((resolve, reject) => {
      const outgoing = request(
        {
          host: this.host,
          port: this.port,
          agent: this.agent,
          method: 'POST',
          headers: {
            'X-Amz-Target': target,
            'Content-Type': 'application/x-amz-json-1.0',
            'Content-Length': Buffer.byteLength(body),
            'X-Amz-Date': '20260101T000000Z',
            Authorization:
              'AWS4-HMAC-SHA256 Credential=local/20260101/local/dynamodb/aws4_request, SignedHeaders=host, Signature=0',
          },
        },
        (incoming) => {
          const chunks: Buffer[] = [];
          incoming.on('data', (chunk: Buffer) => chunks.push(chunk));
          incoming.on('error', reject);
          incoming.on('end', () =>
            resolve({ status: incoming.statusCode ?? 500, body: Buffer.concat(chunks) }),
          );
        },
      );
      outgoing.on('error', reject);
      outgoing.end(body);
    });
  }

  /** For our own calls: parsed, and an error when refused. */
  async call(target: string, input: unknown): Promise<unknown> {
    const { status, body } = await this.send(target, JSON.stringify(input));
    if (status !== 200) throw new Error(`${target} was refused: ${body.toString('utf8')}`);
    return JSON.parse(body.toString('utf8'));
  }

  close(): void {
    this.agent.destroy();
  }
}
