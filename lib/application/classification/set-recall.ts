// An agent says when a record is called next, without a contact (CAM-19); one that is private to
// them they may bring forward (CAM-18).
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
  /** Without a moment, at once. */
  wish: { readonly at: Instant | undefined; readonly agent: AgentId },
  ports: Needs,
): Promise<RecallSet> {
  const definitions = ports.definitions.definitions();
  const campaign = own(definitions.campaigns, ref.campaign);
  const { outbound } = campaign?.channels ?? {};
  return untilCommitted(`record ${ref.record}`, async (): Promise<RecallSet | 'conflict'> => {
    const record = await ports.records.load(ref);
    if (record === undefined) return { kind: 'refused', reasons: ['there is no such record'] };
    const now = ports.clock.now();
    const set = recallWithoutContact({
      record,
      wanted: wish.at ?? now,
      agent: wish.agent,
      may: campaign?.agentsMay,
      hours: hoursNamed(definitions, outbound?.recallHours),
      contact: contactSettings(definitions, ref.campaign),
      redialInterval: outbound?.minimumRedialInterval,
      lastDate: campaign?.lastDate,
      zone: definitions.centre.timeZone,
      now,
    });
    if (set.kind !== 'set') return set;
    return (await ports.records.commit(set.change)) === 'committed' ? set : 'conflict';
  });
}
