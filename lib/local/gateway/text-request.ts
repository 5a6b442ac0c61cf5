// A signed request whose body came as text, as those of functions mostly do: its bytes are made
// only for who asks for them. Not to be copied by its properties, of which they are none.
import type { GatewayRequest } from './service.ts';

export class TextRequest implements GatewayRequest {
  readonly method: string;
  readonly path: string;
  readonly query: GatewayRequest['query'];
  readonly headers: GatewayRequest['headers'];
  readonly text: string;
  private bytes: Buffer | undefined;

  constructor(asked: Omit<GatewayRequest, 'body' | 'text'>, text: string) {
    this.method = asked.method;
    this.path = asked.path;
    this.query = asked.query;
    this.headers = asked.headers;
    this.text = text;
  }

  get body(): Buffer {
    this.bytes ??= Buffer.from(this.text);
    return this.bytes;
  }
}
