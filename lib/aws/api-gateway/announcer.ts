// What connected pages are told, through the gateway that holds their connections.
import {
  type ApiGatewayManagementApiClient,
  PostToConnectionCommand,
} from '@aws-sdk/client-apigatewaymanagementapi';
import type { Announcer } from '../../application/ports/announcer.ts';
import { errorName, faultOf } from '../service-errors.ts';

export const gatewayAnnouncer = (client: ApiGatewayManagementApiClient): Announcer => ({
  async tell(connection, text) {
    try {
      const told = { ConnectionId: connection, Data: Buffer.from(text) };
      await client.send(new PostToConnectionCommand(told));
      return 'told';
    } catch (error) {
      if (errorName(error) === 'GoneException') return 'gone';
      throw faultOf('StoreUnavailable', 'telling a page', error);
    }
  },
});
