// Messages that people at the centre write.
import { writeEmail } from '../../application/messaging/write-email.ts';
import type { WrittenMessage } from '../../application/messaging/written-message.ts';
import type { PortsOf } from '../../application/tasks/task-ports.ts';
import { writeText } from '../../application/texting/write-text.ts';
import { nameOf } from '../caller.ts';
import type { RouteHandlers } from '../handler.ts';
import { refusedFor } from '../problems.ts';
import type { MESSAGE_DESK } from '../routes/messages.ts';
import { noSuchRecord, recordFor, refOf } from '../whose.ts';

export const messageDesk: RouteHandlers<typeof MESSAGE_DESK, PortsOf<'api-agent'>> = {
  async writeEmail({ params, body, caller }, ports) {
    const definitions = ports.definitions.definitions();
    const record = await recordFor(definitions, caller, refOf(params), ports.records);
    if ('problem' in record) return record;
    const { campaign, record: id } = record;
    const written = await writeEmail({ campaign, record: id }, body, nameOf(caller), ports);
    return answerTo(written, { email: body.id });
  },

  async writeText({ params, body, caller }, ports) {
    const definitions = ports.definitions.definitions();
    const record = await recordFor(definitions, caller, refOf(params), ports.records);
    if ('problem' in record) return record;
    const { campaign, record: id } = record;
    const { from } = body;
    const text = { ...body, from };
    const written = await writeText({ campaign, record: id }, text, nameOf(caller), ports);
    return answerTo(written, { text: body.id });
  },
};

function answerTo(written: WrittenMessage, to: Readonly<Record<string, string>>) {
  if (written.kind === 'missing') return noSuchRecord;
  if (written.kind === 'refused') return refusedFor(written.reasons);
  return { body: { ordered: true as const }, changed: { to } };
}
