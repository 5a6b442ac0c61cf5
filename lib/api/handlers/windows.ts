// What an agent sees during a contact: the window of the record and the call script, with the
// values of the record in their texts. Rendering takes a library that the other reads do without,
// so these are with what agents do, which renders as well.
import type { PortsOf } from '../../application/tasks/task-ports.ts';
import { attemptId } from '../../domain/model/ids.ts';
import { scriptFor } from '../../domain/scripts/script-for.ts';
import { pageViews } from '../../domain/scripts/script-view.ts';
import { agentOf } from '../caller.ts';
import type { RouteHandlers } from '../handler.ts';
import { noScript, noSuchCall } from '../problems.ts';
import { windowView } from '../record-window.ts';
import type { WINDOWS } from '../routes/routes.ts';
import { recordFor, refOf } from '../whose.ts';

export const windowReads: RouteHandlers<typeof WINDOWS, PortsOf<'api-agent'>> = {
  async readWindow({ params, caller }, ports) {
    const definitions = ports.definitions.definitions();
    const record = await recordFor(definitions, caller, refOf(params), ports.records);
    if ('problem' in record) return record;
    const attempt = await ports.records.loadAttempt(record, attemptId(params.attempt));
    if (attempt === undefined) return noSuchCall;
    const { messages } = await ports.records.kept(record);
    const now = ports.clock.now();
    const agent = agentOf(definitions, caller) ?? '';
    return { body: windowView({ definitions, record, attempt, messages, now, agent }) };
  },

  async readScript({ params, caller }, ports) {
    const definitions = ports.definitions.definitions();
    const record = await recordFor(definitions, caller, refOf(params), ports.records);
    if ('problem' in record) return record;
    const attempt = await ports.records.loadAttempt(record, attemptId(params.attempt));
    if (attempt === undefined) return noSuchCall;
    const shown = scriptFor(definitions, attempt);
    if (shown === undefined) return noScript;
    const pages = pageViews(shown.script, record, attempt.script?.answers ?? {});
    return {
      body: {
        script: shown.id,
        name: shown.script.name,
        pages: pages.map(({ questions, jumps, ...page }) => ({
          ...page,
          questions: questions.map(({ options, ...question }) => ({
            ...question,
            options: [...options],
          })),
          jumps: jumps.map(({ is, ...jump }) => ({ ...jump, is: [...is] })),
        })),
      },
    };
  },
};
