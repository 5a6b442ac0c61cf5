// Answers given in call scripts. Apart from reading scripts, which takes a template engine.
import { answerScript } from '../../application/scripts/answer-script.ts';
import type { PortsOf } from '../../application/tasks/task-ports.ts';
import { attemptId } from '../../domain/model/ids.ts';
import { nameOf } from '../caller.ts';
import type { RouteHandlers } from '../handler.ts';
import { noScript, noSuchCall, refusedFor } from '../problems.ts';
import type { SCRIPT_DESK } from '../routes/scripts.ts';
import { recordFor, refOf } from '../whose.ts';

export const scriptDesk: RouteHandlers<typeof SCRIPT_DESK, PortsOf<'api-agent'>> = {
  async answerScript({ params, body, caller }, ports) {
    const definitions = ports.definitions.definitions();
    const record = await recordFor(definitions, caller, refOf(params), ports.records);
    if ('problem' in record) return record;
    const given = { answers: body.answers, by: nameOf(caller) };
    const answered = await answerScript(record, attemptId(params.attempt), given, ports);
    if (answered.kind === 'missing') return noSuchCall;
    if (answered.kind === 'no-script') return noScript;
    if (answered.kind === 'refused') return refusedFor(answered.reasons);
    const { script, answers } = answered;
    const changed = { to: { answered: Object.keys(body.answers).join(', ') } };
    return {
      body: { script, answers: { ...answers } },
      ...(answered.kind === 'kept' ? { changed } : {}),
    };
  },
};
