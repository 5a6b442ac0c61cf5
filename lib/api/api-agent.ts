// What agents ask for during their work.

import type { PortsOf } from '../application/tasks/task-ports.ts';
import type { UseCase } from '../application/tasks/tasks.ts';
import { deskWrites } from './handlers/desk.ts';
import { messageDesk } from './handlers/messages.ts';
import { scriptDesk } from './handlers/script-answers.ts';
import { DESK } from './routes/routes.ts';
import { servingChanges } from './serve.ts';

export const apiAgent: UseCase<'api-agent', PortsOf<'api-agent'>> = servingChanges(DESK, {
  ...deskWrites,
  ...scriptDesk,
  ...messageDesk,
});
