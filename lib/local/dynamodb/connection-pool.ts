// Requests to the DynamoDB process, over sockets that stay open. A run makes tens of thousands of
// them, and node's HTTP client needs three times the processor time for what is always the same
// small exchange.
import { connect, type Socket } from 'node:net';
import { type HttpResponse, readHttpResponse } from './http-response.ts';

interface Waiting {
  readonly resolve: (answer: HttpResponse) => void;
  readonly reject: (error: Error) => void;
}

class Connection {
  private readonly socket: Socket;
  private received: Buffer = Buffer.alloc(0);
  private waiting: Waiting | undefined;

  constructor(at: { readonly host: string; readonly port: number }, onClose: () => void) {
    this.socket = connect(at.port, at.host);
    this.socket.setNoDelay(true);
    this.socket.unref();
    this.socket.on('data', (chunk: Buffer) => this.receive(chunk));
    this.socket.on('error', (error) => this.fail(error));
    this.socket.on('close', () => {
      onClose();
      this.fail(new Error('DynamoDB closed the connection'));
    });
  }

  send(request: Buffer): Promise<HttpResponse> {
    return new Promise((resolve, reject) => {
      this.waiting = { resolve, reject };
      this.socket.ref();
      this.socket.write(request);
    });
  }

  close(): void {
    this.socket.destroy();
  }

  private receive(chunk: Buffer): void {
    this.received = this.received.length === 0 ? chunk : Buffer.concat([this.received, chunk]);
    try {
      const answer = readHttpResponse(this.received);
      if (!answer) return;
      this.received = this.received.subarray(answer.length);
      this.socket.unref();
      this.settle()?.resolve(answer);
    } catch (error) {
      this.fail(error instanceof Error ? error : new Error(String(error)));
    }
  }

  private fail(error: Error): void {
    this.settle()?.reject(error);
  }

  private settle(): Waiting | undefined {
    const { waiting } = this;
    this.waiting = undefined;
    return waiting;
  }
}

/** As many connections as there are requests at the same time; each is used again. */
export class ConnectionPool {
  private readonly at: { readonly host: string; readonly port: number };
  private readonly all = new Set<Connection>();
  private readonly idle: Connection[] = [];

  constructor(at: { readonly host: string; readonly port: number }) {
    this.at = at;
  }

  async send(request: Buffer): Promise<HttpResponse> {
    const connection = this.idle.pop() ?? this.open();
    const answer = await connection.send(request);
    if (this.all.has(connection)) this.idle.push(connection);
    return answer;
  }

  close(): void {
    for (const connection of this.all) connection.close();
  }

  private open(): Connection {
    const connection = new Connection(this.at, () => {
      this.all.delete(connection);
      const index = this.idle.indexOf(connection);
      if (index >= 0) this.idle.splice(index, 1);
    });
    this.all.add(connection);
    return connection;
  }
}
