// The HTTP APIs of the cloud. On AWS each has a host of its own; here each is below a path of the
// gateway.
import type { GatewayRequest, ServiceResponse } from '../gateway/service.ts';
import { HttpApi } from './http-api.ts';

const APIS = '/apis';

export class HttpApis {
  private readonly apis = new Map<string, HttpApi>();
  private readonly parts: ConstructorParameters<typeof HttpApi>[1];

  constructor(parts: ConstructorParameters<typeof HttpApi>[1]) {
    this.parts = parts;
  }

  create(name: string): HttpApi {
    const api = new HttpApi(name.toLowerCase().replaceAll(/[^a-z0-9]/g, ''), this.parts);
    this.apis.set(api.id, api);
    return api;
  }

  get(id: string): HttpApi {
    const api = this.apis.get(id);
    if (!api) throw new Error(`no HTTP API '${id}' in the assembly`);
    return api;
  }

  /** Where it can be asked. */
  url({ id }: HttpApi): string {
    return `${this.parts.location.endpoint}${APIS}/${id}`;
  }

  all(): readonly HttpApi[] {
    return [...this.apis.values()];
  }

  readonly prefix = APIS;

  async answer(request: GatewayRequest): Promise<ServiceResponse> {
    const [, , id = '', ...rest] = request.path.split('/');
    const api = this.apis.get(id);
    if (api) return api.answer(request, `/${rest.join('/')}`);
    const body = JSON.stringify({ message: 'Not Found' });
    return { status: 404, headers: { 'content-type': 'application/json' }, body };
  }
}
