// A text that somebody has sent to a number of the centre (SMS-3, SMS-6). It belongs to the record
// that was written to last from that number. STOP and its like hold whether or not a record is
// found: they withdraw the consent and put the number on the blacklist for texts, everywhere.

import { campaignId } from '../../domain/model/ids.ts';
import type { CampaignRecord } from '../../domain/model/record.ts';
import { isOptOut } from '../../domain/texting/opt-out.ts';
import { repliesTo } from '../../domain/texting/text-setting.ts';
import { keepOptOut } from '../ledger/opt-outs.ts';
import type { PortsOf } from '../tasks/task-ports.ts';
import type { TaskInput, UseCase } from '../tasks/tasks.ts';
import { untilCommitted } from '../until-committed.ts';
import { takeIncoming } from './take-incoming.ts';

type Needs = PortsOf<'receive-sms'>;
type Input = TaskInput<'receive-sms'>;

export const receiveSms: UseCase<'receive-sms', Needs> = async (input, ports) => {
  const { id, from, to, text } = input;
  const optOut = isOptOut(text);
  if (optOut) await keepOptOut(from, 'wrote STOP or a word like it', ports);
  const outcome = await untilCommitted('the record of a reply', async () => {
    const record = await recordOf(input, ports);
    if (record === undefined) return optOut ? 'opted out' : 'nobody is on record';
    const content = { kind: 'sms', to: from, from: to, text } as const;
    return takeIncoming(record, { id, from, to, content, optOut }, ports);
  });
  return { outcome };
};

/** Of all campaigns that receive on the number, the record that was contacted last. */
async function recordOf({ from, to }: Input, ports: Needs): Promise<CampaignRecord | undefined> {
  const campaigns = repliesTo(ports.definitions.definitions(), to);
  const found = await Promise.all(
    campaigns.map((id) => ports.records.lookUp(campaignId(id), { by: 'phone', phone: from })),
  );
  return found
    .flat()
    .filter(({ state }) => state !== 'deleted')
    .toSorted((a, b) => (b.lastContact ?? 0) - (a.lastContact ?? 0))[0];
}
