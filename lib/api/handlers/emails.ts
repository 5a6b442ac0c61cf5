// E-mails: written by people at the centre, and stopped by those who get them.
import { writeEmail } from '../../application/messaging/write-email.ts';
import type { PortsOf } from '../../application/tasks/task-ports.ts';
import { nameOf } from '../caller.ts';
import type { RouteHandlers } from '../handler.ts';
import { refusedFor } from '../problems.ts';
import type { EMAIL_DESK } from '../routes/emails.ts';
import { noSuchRecord, recordFor, refOf } from '../whose.ts';

export const emailDesk: RouteHandlers<typeof EMAIL_DESK, PortsOf<'api-agent'>> = {
  async writeEmail({ params, body, caller }, ports) {
    const definitions = ports.definitions.definitions();
    const record = await recordFor(definitions, caller, refOf(params), ports.records);
    if ('problem' in record) return record;
    const { campaign, record: id } = record;
    const written = await writeEmail({ campaign, record: id }, body, nameOf(caller), ports);
    if (written.kind === 'missing') return noSuchRecord;
    if (written.kind === 'refused') return refusedFor(written.reasons);
    return { body: { ordered: true }, changed: { to: { email: body.id } } };
  },
};
