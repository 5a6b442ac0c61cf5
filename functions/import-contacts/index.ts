import { importContacts } from '../../lib/application/imports/import-contacts.ts';
import { readObjectCreated } from '../../lib/aws/events/object-created-event.ts';
import { queue } from '../edge/queue.ts';
import * as ports from './ports.ts';

export const handler = queue('import-contacts', importContacts, ports, () => readObjectCreated);
