// What agents ask for during their work: what they see during a contact, and what they do.

import type { PortsOf } from '../application/tasks/task-ports.ts';
import type { UseCase } from '../application/tasks/tasks.ts';
import { deskWrites } from './handlers/desk.ts';
import { messageDesk } from './handlers/messages.ts';
import { scriptDesk } from './handlers/script-answers.ts';
import { windowReads } from './handlers/windows.ts';
import { DESK, WINDOWS } from './routes/routes.ts';
import { serving, servingChanges } from './serve.ts';

type Agent = UseCase<'api-agent', PortsOf<'api-agent'>>;

const shows: Agent = serving(WINDOWS, windowReads);
const changes: Agent = servingChanges(DESK, { ...deskWrites, ...scriptDesk, ...messageDesk });

export const apiAgent: Agent = (request, ports) =>
  (request.route.startsWith('GET ') ? shows : changes)(request, ports);
