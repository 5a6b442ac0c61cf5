// The centre as it is deployed, and the API itself.
import type { PortsOf } from '../../application/tasks/task-ports.ts';
import type { RouteHandlers } from '../handler.ts';
import { openApi } from '../openapi.ts';
import type { CENTRE_READS } from '../routes/centre.ts';

export const centreReads: RouteHandlers<typeof CENTRE_READS, PortsOf<'api-read'>> = {
  async readOpenApi() {
    return { body: { openapi: '3.1.0', ...openApi() } };
  },
};
