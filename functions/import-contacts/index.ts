import { readObjectCreated } from '../../lib/aws/object-created-event.ts';
import { campaigns, clock, definitions, files, records } from '../../lib/aws/ports.ts';
import { queue } from '../edge/queue.ts';
import { importContacts } from './import-contacts.ts';

export const handler = queue(
  'import-contacts',
  importContacts,
  { campaigns, clock, definitions, files, records },
  () => readObjectCreated,
);
