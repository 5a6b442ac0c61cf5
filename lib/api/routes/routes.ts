// The route table. A capability adds its operations as rows of a file of its own and its handlers
// in lib/api/handlers; everything else follows.
import type { API_TASKS } from '../../application/tasks/api-tasks.ts';
import type { Route } from '../route.ts';
import { AGENT_READS } from './agents.ts';
import { CAMPAIGN_READS, CAMPAIGN_WRITES } from './campaigns.ts';
import { CENTRE_READS } from './centre.ts';
import { CONSENT_READS, CONSENT_WRITES } from './consents.ts';
import { CONTACT_READS } from './contacts.ts';
import { COPY_READS, COPY_WRITES } from './copies.ts';
import { DEFINITION_READS } from './definitions.ts';
import { DESK_WRITES } from './desk.ts';
import { FILTER_READS, FILTER_WRITES } from './filters.ts';
import { GRAPH_READS } from './graphs.ts';
import { IMPORT_READS, IMPORT_WRITES } from './imports.ts';
import { LIVE_ROUTES } from './live.ts';
import { EMAIL_READS, EMAIL_WRITES, MESSAGE_DESK } from './messages.ts';
import { MONITORING_READS } from './monitoring.ts';
import { MY_DESK_READS, WINDOW_DESK } from './my-desk.ts';
import { NUMBER_WRITES } from './numbers.ts';
import { RECORD_READS, RECORD_WRITES } from './records.ts';
import { REPORT_READS } from './reports.ts';
import { SCRIPT_DESK, SCRIPT_PAGES, SCRIPT_READS } from './scripts.ts';
import { WEBHOOK_READS, WEBHOOK_WRITES } from './webhooks.ts';

export const READS = {
  ...CAMPAIGN_READS,
  ...MONITORING_READS,
  ...RECORD_READS,
  ...FILTER_READS,
  ...COPY_READS,
  ...IMPORT_READS,
  ...CONTACT_READS,
  ...CONSENT_READS,
  ...SCRIPT_READS,
  ...EMAIL_READS,
  ...AGENT_READS,
  ...MY_DESK_READS,
  ...WEBHOOK_READS,
  ...REPORT_READS,
  ...GRAPH_READS,
  ...CENTRE_READS,
  ...DEFINITION_READS,
} satisfies Record<string, Route>;

export const WRITES = {
  ...CAMPAIGN_WRITES,
  ...RECORD_WRITES,
  ...FILTER_WRITES,
  ...COPY_WRITES,
  ...IMPORT_WRITES,
  ...CONSENT_WRITES,
  ...EMAIL_WRITES,
  ...NUMBER_WRITES,
  ...WEBHOOK_WRITES,
} satisfies Record<string, Route>;

/** What agents change during their work. */
export const DESK = { ...DESK_WRITES, ...SCRIPT_DESK, ...MESSAGE_DESK } satisfies Record<
  string,
  Route
>;

/** What agents see during a contact. */
export const WINDOWS = { ...WINDOW_DESK, ...SCRIPT_PAGES } satisfies Record<string, Route>;

const AT_THE_DESK: Readonly<Record<string, Route>> = { ...DESK, ...WINDOWS };

/** Being told of changes. */
export const LIVE = { ...LIVE_ROUTES } satisfies Record<string, Route>;

/** Which function carries them out. */
export const ROUTES_OF: Readonly<Record<keyof typeof API_TASKS, Readonly<Record<string, Route>>>> =
  { 'api-read': READS, 'api-write': WRITES, 'api-agent': AT_THE_DESK, 'api-live': LIVE };

export const ROUTES: Readonly<Record<string, Route>> = {
  ...READS,
  ...WRITES,
  ...AT_THE_DESK,
  ...LIVE,
};
