// The local telephone over HTTP, for pages of the gateway: a stream of events, and commands.
// Whoever reads the stream sits at the desk of the agent whose token they have; when they go, the
// simulated agent goes on. Time and its speed are told as well: people see the clock of the cloud,
// supervisors too, whose pages do not hold it.
import { z } from 'zod';
import type { Cloud } from '../cloud.ts';
import type { EventStream } from '../gateway/gateway.ts';
import type { GatewayRequest, ServiceResponse } from '../gateway/service.ts';
import { jwtAuthorizer } from '../http-api/jwt-authorizer.ts';
import type { Authorizer } from '../http-api/match-route.ts';
import { isSpeed, SPEEDS } from '../people/people-present.ts';
import type { ConnectRuntime } from './connect-runtime.ts';
import { TELEPHONE, Telephone, TelephoneCommand } from './telephone.ts';

/** lib/infra/connect/instance.ts */
const UNKNOWN_INSTANCE = 'https://connect.invalid';
/** Real ms between two words about the clock. */
const TELLS_TIME_EVERY = 1000;

const Pace = z.strictObject({ speed: z.custom(isSpeed, `one of ${SPEEDS.join(', ')}`) });
const Claims = z.object({ username: z.string(), 'cognito:groups': z.array(z.string()) });

export class TelephoneRoutes {
  private readonly cloud: Cloud;
  private readonly runtime: ConnectRuntime;
  private readonly telephones = new Map<string, Telephone>();
  private readonly readers = new Map<string, Set<EventStream>>();
  private authorizers: readonly Authorizer[] | undefined;

  constructor(cloud: Cloud, runtime: ConnectRuntime) {
    this.cloud = cloud;
    this.runtime = runtime;
    cloud.gateway.registerStream(`${TELEPHONE}/events`, (request, stream) =>
      this.read(request, stream),
    );
    cloud.gateway.registerOpenRoute(TELEPHONE, (request) => this.answer(request));
    runtime.listen((agent) => this.show(agent));
    // an instance that was there before, whose address the deployment does not know
    cloud.distributions.standsFor(UNKNOWN_INSTANCE, `${cloud.location.endpoint}${TELEPHONE}`);
  }

  private async read(
    request: GatewayRequest,
    stream: EventStream,
  ): Promise<ServiceResponse | undefined> {
    const agent = await this.agentOf(request);
    if (typeof agent !== 'string') return agent;
    const seat = this.runtime.desks.seat(agent);
    if (seat === undefined) return said(409, notHere(agent));
    const { people } = this.cloud;
    seat.take();
    const gone = people.connect(agent, () => this.runtime.desks.handBack(seat));
    const readers = this.readers.get(agent) ?? new Set();
    readers.add(stream);
    this.readers.set(agent, readers);
    const clock = setInterval(() => this.tellTime(stream), TELLS_TIME_EVERY);
    clock.unref();
    stream.onClose(() => {
      clearInterval(clock);
      readers.delete(stream);
      gone();
    });
    this.tellTime(stream);
    stream.send('telephone', this.telephoneOf(agent)?.view() ?? {});
    return undefined;
  }

  private async answer(request: GatewayRequest): Promise<ServiceResponse> {
    if (request.method === 'GET' && request.path === `${TELEPHONE}/clock`)
      return (await this.claimsOf(request)) ? json(200, this.clock()) : UNAUTHORIZED;
    const agent = await this.agentOf(request);
    if (typeof agent !== 'string') return agent;
    if (request.method !== 'POST') return said(404, 'there is no such thing');
    const body = bodyOf(request);
    if (request.path === `${TELEPHONE}/commands`) return this.command(agent, body);
    if (request.path === `${TELEPHONE}/pace`) return this.pace(agent, body);
    if (request.path === `${TELEPHONE}/leave`) return this.leave(agent);
    return said(404, 'there is no such thing');
  }

  private command(agent: string, body: unknown): ServiceResponse {
    const telephone = this.telephoneOf(agent);
    if (telephone === undefined) return said(409, notHere(agent));
    if (!this.cloud.people.names().includes(agent))
      return said(409, 'open the telephone first: read its events');
    const command = TelephoneCommand.safeParse(body);
    if (!command.success) return said(400, z.prettifyError(command.error));
    const refusal = telephone.carryOut(command.data);
    // what the network does not tell of itself, such as mute
    this.show(agent);
    return refusal === undefined ? json(200, telephone.view()) : said(409, refusal);
  }

  private pace(agent: string, body: unknown): ServiceResponse {
    const pace = Pace.safeParse(body);
    if (!pace.success || !isSpeed(pace.data.speed))
      return said(400, `speed is one of ${SPEEDS.join(', ')}`);
    this.cloud.people.choose(pace.data.speed, agent);
    for (const readers of this.readers.values())
      for (const stream of readers) this.tellTime(stream);
    return json(200, this.clock());
  }

  private leave(agent: string): ServiceResponse {
    this.cloud.people.leave(agent);
    return json(200, {});
  }

  private show(agent: string): void {
    const view = this.telephoneOf(agent)?.view();
    for (const stream of this.readers.get(agent) ?? []) stream.send('telephone', view);
  }

  private tellTime(stream: EventStream): void {
    stream.send('clock', this.clock());
  }

  private clock() {
    const { time, people } = this.cloud;
    return {
      now: time.iso(),
      // of the machine: a page shows both clocks, and trusts its browser's with neither
      outside: new Date().toISOString(),
      speed: people.speed,
      speeds: SPEEDS,
      people: people.names(),
      ...(people.chosenBy !== undefined && { chosenBy: people.chosenBy }),
      // Infinity: it jumps
      ...(Number.isFinite(time.pace) && { pace: time.pace }),
    };
  }

  private telephoneOf(agent: string): Telephone | undefined {
    const seat = this.runtime.desks.seat(agent);
    const known = this.telephones.get(agent) ?? (seat && new Telephone(this.runtime.desks, seat));
    if (known) this.telephones.set(agent, known);
    return known;
  }

  /** The agent whose token it is, spelt as Connect spells them. */
  private async agentOf(request: GatewayRequest): Promise<string | ServiceResponse> {
    const claims = await this.claimsOf(request);
    if (claims === undefined) return UNAUTHORIZED;
    const { username, 'cognito:groups': groups } = claims;
    if (!groups.includes('agent')) return said(403, `${username} is no agent`);
    return username;
  }

  private async claimsOf({ headers }: GatewayRequest) {
    const [, token = ''] = /^Bearer\s+(\S+)$/i.exec(headers.authorization ?? '') ?? [];
    this.authorizers ??= this.cloud.userPools
      .all()
      .map((pool) => jwtAuthorizer(pool, [...pool.clients.keys()]));
    const judged = await Promise.all(this.authorizers.map((judge) => judge(token)));
    return Claims.safeParse(judged.find((one) => one !== undefined)).data;
  }
}

const notHere = (agent: string): string =>
  `${agent} does not work in this run: start one of a campaign whose group has this agent`;

function bodyOf({ body }: GatewayRequest): unknown {
  try {
    return JSON.parse(body.toString('utf8') || '{}');
  } catch {
    return undefined;
  }
}

const json = (status: number, body: object): ServiceResponse => ({
  status,
  headers: { 'Content-Type': 'application/json', 'Cache-Control': 'no-store' },
  body: JSON.stringify(body),
});

const said = (status: number, message: string): ServiceResponse => json(status, { message });

const UNAUTHORIZED = said(401, 'Unauthorized');
