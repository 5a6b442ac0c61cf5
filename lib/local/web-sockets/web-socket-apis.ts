// The WebSocket APIs of the cloud: below a path of the gateway, where a distribution leads to them,
// and what functions may tell their connections.
import { arn } from '../aws-location.ts';
import type { Handshake } from '../gateway/handshake.ts';
import { Raw, restService } from '../gateway/rest-service.ts';
import type { Service } from '../gateway/service.ts';
import { WebSocketApi, type WebSocketParts } from './web-socket-api.ts';

const APIS = '/apis';

export class WebSocketApis {
  private readonly apis = new Map<string, WebSocketApi>();
  private readonly parts: WebSocketParts;

  constructor(parts: WebSocketParts) {
    this.parts = parts;
  }

  create(name: string): WebSocketApi {
    const id = name.toLowerCase().replaceAll(/[^a-z0-9]/g, '');
    const api = new WebSocketApi(id, this.parts);
    this.apis.set(id, api);
    return api;
  }

  get(id: string): WebSocketApi | undefined {
    return this.apis.get(id);
  }

  all(): readonly WebSocketApi[] {
    return [...this.apis.values()];
  }

  /** Without its stage. */
  url({ id }: WebSocketApi): string {
    return `${this.parts.location.endpoint.replace(/^http/, 'ws')}${APIS}/${id}`;
  }

  /**
   * @param led the API to which a distribution leads whoever comes to this path; its stage is the
   *   path
   */
  async open(handshake: Handshake, led: string | undefined): Promise<void> {
    const [, apis, id = '', stage = ''] = handshake.request.path.split('/');
    const api = this.apis.get(led ?? (`/${apis}` === APIS ? id : ''));
    const wanted = led === undefined ? stage : apis;
    if (api === undefined || api.stage !== wanted) return handshake.refuse(403);
    await api.connect(handshake);
  }

  stop(): void {
    for (const api of this.apis.values()) api.stop();
  }
}

/** The management API of connections. */
export function connectionsService(
  apis: WebSocketApis,
  location: WebSocketParts['location'],
): Service {
  return restService('execute-api', [
    {
      name: 'PostToConnection',
      method: 'POST',
      path: `${APIS}/{api}/{stage}/@connections/{connection}`,
      access: (_, { api, stage, connection }) => {
        const resource = arn(
          location,
          'execute-api',
          `${api}/${stage}/POST/@connections/${connection}`,
        );
        return [{ action: 'execute-api:ManageConnections', resource }];
      },
      run: ({ request }, { api = '', connection = '' }) => {
        apis.get(api)?.tell(connection, request.body.toString('utf8'));
        return new Raw({ status: 200, body: '' });
      },
    },
  ]);
}
