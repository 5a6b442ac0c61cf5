// Requests that only read.

import type { PortsOf } from '../application/tasks/task-ports.ts';
import type { UseCase } from '../application/tasks/tasks.ts';
import { agentReads } from './handlers/agents.ts';
import { campaignReads } from './handlers/campaigns.ts';
import { centreReads } from './handlers/centre.ts';
import { consentReads } from './handlers/consents.ts';
import { contactReads } from './handlers/contacts.ts';
import { copyReads } from './handlers/copies.ts';
import { definitionReads } from './handlers/definitions.ts';
import { filterReads } from './handlers/filters.ts';
import { graphReads } from './handlers/graphs.ts';
import { importReads } from './handlers/imports.ts';
import { monitoringReads } from './handlers/monitoring.ts';
import { myDeskReads } from './handlers/my-desk.ts';
import { recordReads } from './handlers/records.ts';
import { reportReads } from './handlers/reports.ts';
import { scriptReads } from './handlers/scripts.ts';
import { emailReads } from './handlers/unsubscribing.ts';
import { webhookReads } from './handlers/webhooks.ts';
import { READS } from './routes/routes.ts';
import { serving } from './serve.ts';

export const apiRead: UseCase<'api-read', PortsOf<'api-read'>> = serving(READS, {
  ...campaignReads,
  ...monitoringReads,
  ...recordReads,
  ...filterReads,
  ...copyReads,
  ...importReads,
  ...contactReads,
  ...consentReads,
  ...scriptReads,
  ...emailReads,
  ...agentReads,
  ...myDeskReads,
  ...webhookReads,
  ...reportReads,
  ...graphReads,
  ...centreReads,
  ...definitionReads,
});
