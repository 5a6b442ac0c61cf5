// Requests that only read.

import type { PortsOf } from '../application/tasks/task-ports.ts';
import type { UseCase } from '../application/tasks/tasks.ts';
import { campaignReads } from './handlers/campaigns.ts';
import { centreReads } from './handlers/centre.ts';
import { READS } from './routes/routes.ts';
import { serving } from './serve.ts';

export const apiRead: UseCase<'api-read', PortsOf<'api-read'>> = serving(READS, {
  ...campaignReads,
  ...centreReads,
});
