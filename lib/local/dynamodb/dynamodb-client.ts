// The client of the DynamoDB process. It passes bodies through unread: the SDK's client would
// parse and serialise every one of them again.
import { ConnectionPool } from './connection-pool.ts';
import type { HttpResponse } from './http-response.ts';

/** Passes requests on to DynamoDB. The signature is not checked, but has to be there. */
export class DynamoDbClient {
  private readonly host: string;
  private readonly connections: ConnectionPool;

  constructor(at: { readonly host: string; readonly port: number }) {
    this.host = `${at.host}:${at.port}`;
    this.connections = new ConnectionPool(at);
  }

  /** @param target e.g. DynamoDB_20120810.PutItem */
  send(target: string, body: string | Buffer): Promise<HttpResponse> {
    const bytes = typeof body === 'string' ? Buffer.from(body) : body;
    const head = [
      'POST / HTTP/1.1',
      `Host: ${this.host}`,
      `X-Amz-Target: ${target}`,
      'Content-Type: application/x-amz-json-1.0',
      `Content-Length: ${bytes.length}`,
      'X-Amz-Date: 20260101T000000Z',
      'Authorization: AWS4-HMAC-SHA256 Credential=local/20260101/local/dynamodb/aws4_request, SignedHeaders=host, Signature=0',
    ];
    return this.connections.send(
      Buffer.concat([Buffer.from(`${head.join('\r\n')}\r\n\r\n`), bytes]),
    );
  }

  /** For our own calls: parsed, and an error when refused. */
  async call(target: string, input: unknown): Promise<unknown> {
    const { status, body } = await this.send(target, JSON.stringify(input));
    if (status !== 200) throw new Error(`${target} was refused: ${body.toString('utf8')}`);
    return JSON.parse(body.toString('utf8'));
  }

  close(): void {
    this.connections.close();
  }
}
