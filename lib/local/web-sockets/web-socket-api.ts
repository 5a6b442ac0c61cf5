// A WebSocket API of API Gateway: functions hear of connections that begin and end, and tell them
// something by the management API. Connections live by the wall clock, as who holds one sits in
// front of the machine.
// docs.aws.amazon.com/apigateway/latest/developerguide/apigateway-websocket-api.html
import { randomBytes, randomUUID } from 'node:crypto';
import { z } from 'zod';
import { type AwsLocation, arn } from '../aws-location.ts';
import { AwsError } from '../errors.ts';
import type { Connection, Handshake } from '../gateway/handshake.ts';
import type { Iam } from '../iam/iam.ts';
import type { Functions } from '../lambda/functions.ts';
import type { SimulatedTime } from '../time.ts';

export interface WebSocketParts {
  readonly location: AwsLocation;
  readonly time: SimulatedTime;
  readonly iam: Iam;
  readonly functions: Functions;
}

/** Quotas of API Gateway, ms. */
const IDLE = 600_000;
const LONGEST = 7_200_000;

const Result = z.object({
  statusCode: z.int(),
  headers: z.record(z.string(), z.string()).default({}),
});

interface Open {
  readonly connection: Connection;
  /** Something was sent, so it is not idle. */
  readonly used: () => void;
}

export class WebSocketApi {
  readonly id: string;
  readonly integrations = new Map<string, string>();
  /** Route key → ARN of the function. */
  readonly routes = new Map<string, string>();
  stage: string | undefined;
  private readonly parts: WebSocketParts;
  private readonly open = new Map<string, Open>();

  constructor(id: string, parts: WebSocketParts) {
    this.id = id;
    this.parts = parts;
  }

  async connect(handshake: Handshake): Promise<void> {
    const id = randomBytes(11).toString('base64');
    const { headers } = handshake.request;
    const answer = await this.ask('$connect', id, { headers });
    if (answer.status !== 200) return handshake.refuse(answer.status);
    this.hold(id, handshake.accept(answer.protocol));
  }

  /** What a function tells a connection. */
  tell(id: string, text: string): void {
    const there = this.open.get(id);
    if (there === undefined) throw new AwsError('GoneException', 'the connection has ended', 410);
    there.connection.send(text);
    there.used();
  }

  /** What an extension or a benchmark tells all that are there. */
  tellAll(text: string): void {
    for (const id of this.open.keys()) this.tell(id, text);
  }

  get connections(): number {
    return this.open.size;
  }

  /** Breaks all connections off, as a network does. */
  breakOff(): void {
    for (const { connection } of this.open.values()) connection.close();
  }

  /** As it stops nobody hears of the end. */
  stop(): void {
    const there = [...this.open.values()];
    this.open.clear();
    for (const { connection } of there) connection.close();
  }

  private hold(id: string, connection: Connection): void {
    const end = () => connection.close();
    const life = setTimeout(end, LONGEST).unref();
    const idle = setTimeout(end, IDLE).unref();
    const used = () => void idle.refresh();
    this.open.set(id, { connection, used });
    connection.onMessage(() => {
      used();
      // no route takes messages of pages
      connection.send(JSON.stringify({ message: 'Forbidden', connectionId: id }));
    });
    connection.onClose(() => {
      clearTimeout(life);
      clearTimeout(idle);
      if (!this.open.delete(id)) return;
      void this.ask('$disconnect', id, {}).catch(() => {});
    });
  }

  private async ask(
    routeKey: string,
    connectionId: string,
    more: { readonly headers?: unknown },
  ): Promise<{ readonly status: number; readonly protocol?: string | undefined }> {
    const { location, time, iam, functions } = this.parts;
    const route = this.routes.get(routeKey);
    if (route === undefined) return { status: 200 };
    const release = time.hold(`${routeKey} of ${this.id}`);
    try {
      const target = functions.get(route);
      const stage = this.stage ?? '';
      const sourceArn = arn(location, 'execute-api', `${this.id}/${stage}/${routeKey}`);
      const principal = { kind: 'service', name: 'apigateway.amazonaws.com', sourceArn } as const;
      iam.authorize(principal, 'lambda:InvokeFunction', target.settings.arn);
      const requestContext = {
        routeKey,
        eventType: routeKey === '$connect' ? 'CONNECT' : 'DISCONNECT',
        connectionId,
        apiId: this.id,
        stage,
        requestId: randomUUID(),
        requestTimeEpoch: time.now(),
      };
      const event = { ...more, requestContext, isBase64Encoded: false };
      const { payload, functionError } = await target.invoke(JSON.stringify(event));
      const result = functionError ? undefined : Result.safeParse(JSON.parse(payload)).data;
      if (result === undefined) return { status: 502 };
      const named = Object.entries(result.headers).find(([name]) => PROTOCOL.test(name));
      return { status: result.statusCode, protocol: named?.[1] };
    } finally {
      release();
    }
  }
}

const PROTOCOL = /^sec-websocket-protocol$/i;
