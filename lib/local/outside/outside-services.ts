// Services beyond the cloud that functions ask over https, played for tests: a host, its address
// and what it answers. Any other host does not exist. The way there is the worker's
// (lib/local/lambda/outside-network.ts); TLS is not part of it.
import type { Gateway } from '../gateway/gateway.ts';
import type { GatewayRequest, ServiceResponse } from '../gateway/service.ts';

export interface OutsideService {
  /** What its name resolves to; a public address when missing. */
  readonly address?: string;
  /** @param request its path is that of the service */
  readonly answer: (request: GatewayRequest) => ServiceResponse | Promise<ServiceResponse>;
}

/** A public address; never connected to. */
const SOMEWHERE = '1.2.3.4';

const NAMES = '/outside-names';
const SERVICES = '/outside';

export class OutsideServices {
  private readonly services = new Map<string, OutsideService>();

  constructor(gateway: Gateway) {
    gateway.registerOpenRoute(NAMES, ({ path }) => this.resolve(path));
    gateway.registerOpenRoute(SERVICES, (request) => this.ask(request));
  }

  play(host: string, service: OutsideService): void {
    this.services.set(host, service);
  }

  private resolve(path: string): ServiceResponse {
    const service = this.services.get(decodeURIComponent(path.slice(NAMES.length + 1)));
    if (!service) return { status: 404, body: '' };
    const address = service.address ?? SOMEWHERE;
    const body = JSON.stringify({ address, family: address.includes(':') ? 6 : 4 });
    return { status: 200, headers: { 'Content-Type': 'application/json' }, body };
  }

  private ask(request: GatewayRequest): ServiceResponse | Promise<ServiceResponse> {
    const [, , host = '', ...rest] = request.path.split('/');
    const service = this.services.get(host);
    if (!service) return { status: 502, body: '' };
    return service.answer({ ...request, path: `/${rest.join('/')}` });
  }
}
