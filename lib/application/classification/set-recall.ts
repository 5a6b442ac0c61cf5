// An agent says when a record is called next, without a contact (CAM-19).
import { hoursNamed } from '../../domain/campaigns/campaign-setting.ts';
import {
  type RecallSet,
  recallWithoutContact,
} from '../../domain/classification/recall-without-contact.ts';
import { contactSettings } from '../../domain/contact-hours/callee-hours.ts';
import type { AgentId, RecordRef } from '../../domain/model/ids.ts';
import type { Instant } from '../../domain/model/instant.ts';
import { own } from '../../language/dictionary.ts';
import type { Ports } from '../ports/ports.ts';
import { untilCommitted } from '../until-committed.ts';

type Needs = Pick<Ports, 'records' | 'definitions' | 'clock'>;

export function setRecall(
  ref: RecordRef,
  wish: { readonly at: Instant; readonly agent: AgentId },
  ports: Needs,
): Promise<RecallSet> {
  const definitions = ports.definitions.definitions();
  const campaign = own(definitions.campaigns, ref.campaign);
  const { outbound } = campaign?.channels ?? {};
  return untilCommitted(`record ${ref.record}`, async (): Promise<RecallSet | 'conflict'> => {
    const record = await ports.records.load(ref);
    if (record === undefined) return { kind: 'refused', reasons: ['there is no such record'] };
    const set = recallWithoutContact({
      record,
      wanted: wish.at,
      agent: wish.agent,
      isAllowed: campaign?.agentsMay.recallWithoutContact ?? false,
      hours: hoursNamed(definitions, outbound?.recallHours),
      contact: contactSettings(definitions, ref.campaign),
      redialInterval: outbound?.minimumRedialInterval,
      lastDate: campaign?.lastDate,
      zone: definitions.centre.timeZone,
      now: ports.clock.now(),
    });
    if (set.kind !== 'set') return set;
    return (await ports.records.commit(set.change)) === 'committed' ? set : 'conflict';
  });
}
