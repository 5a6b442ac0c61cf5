// Requests that change something.

import type { PortsOf } from '../application/tasks/task-ports.ts';
import type { UseCase } from '../application/tasks/tasks.ts';
import { campaignWrites } from './handlers/campaigns.ts';
import { consentWrites } from './handlers/consents.ts';
import { copyWrites } from './handlers/copies.ts';
import { filterWrites } from './handlers/filters.ts';
import { importWrites } from './handlers/imports.ts';
import { numberWrites } from './handlers/numbers.ts';
import { recordWrites } from './handlers/record-changes.ts';
import { emailWrites } from './handlers/unsubscribing.ts';
import { webhookWrites } from './handlers/webhooks.ts';
import { WRITES } from './routes/routes.ts';
import { servingChanges } from './serve.ts';

export const apiWrite: UseCase<'api-write', PortsOf<'api-write'>> = servingChanges(WRITES, {
  ...campaignWrites,
  ...recordWrites,
  ...filterWrites,
  ...copyWrites,
  ...importWrites,
  ...consentWrites,
  ...emailWrites,
  ...numberWrites,
  ...webhookWrites,
});
