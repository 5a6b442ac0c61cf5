// Each minute the campaigns with the SMS channel order as many texts as the account sends in the
// next: what is not ordered yet can still be paused. Who comes first is decided by the priority of
// the campaigns (CAM-12) and within one by the order of calling. Conversations nobody has handled
// in time become unhandled here as well (SMS-4).

import { exhausted, isExhausted } from '../../domain/campaigns/campaign-changes.ts';
import type { CampaignState } from '../../domain/campaigns/campaign-state.ts';
import { gateFacts, type KnownOfPerson } from '../../domain/dialing/gate-facts.ts';
import { mayCall } from '../../domain/dialing/gates.ts';
import { block, giveUp, postpone } from '../../domain/dialing/orders.ts';
import type { Change } from '../../domain/model/change.ts';
import { attemptId, type CampaignId, campaignId } from '../../domain/model/ids.ts';
import type { Instant } from '../../domain/model/instant.ts';
import { isPast } from '../../domain/model/instant.ts';
import type { CampaignRecord } from '../../domain/model/record.ts';
import { cannotWrite, orderText, senderFor, textFor } from '../../domain/texting/order-text.ts';
import { isConversation, leftUnhandled } from '../../domain/texting/replies.ts';
import { type TextSetting, textCampaigns, textSetting } from '../../domain/texting/text-setting.ts';
import { contactsAhead } from '../ledger/contacting.ts';
import { standingsAhead } from '../ledger/standings.ts';
import type { PortsOf } from '../tasks/task-ports.ts';
import type { UseCase } from '../tasks/tasks.ts';
import { untilCommitted } from '../until-committed.ts';

type Needs = PortsOf<'order-texts'>;

const MINUTE = 60_000;
/** Minutes' worth of texts that may be ordered and not have left. */
const AHEAD = 2;
/** Records looked at in one request. */
const AT_ONCE = 50;
/** Looks at the index in one run; each finds what the one before has not moved. */
const ROUNDS = 40;

export const orderTexts: UseCase<'order-texts', Needs> = async (_input, ports) => {
  const definitions = ports.definitions.definitions();
  const settings = textCampaigns(definitions).flatMap((id) => {
    const setting = textSetting(definitions, id);
    return setting === undefined ? [] : [{ id: campaignId(id), setting }];
  });
  const states = await Promise.all(settings.map(({ id }) => stateOf(id, ports)));
  const { messagesPerSecond, partsPerSecond } = definitions.centre.sms;
  let room = Math.ceil(Math.min(messagesPerSecond, partsPerSecond) * 60 * AHEAD);
  for (const { inFlight } of states) room -= inFlight.filter(isOrdered).length;
  let ordered = 0;
  let unhandled = 0;
  for (const [n, { id, setting }] of settings.entries()) {
    const found = states[n];
    if (found === undefined) continue;
    unhandled += await settleOverdue(found.inFlight, ports);
    if (found.state.state !== 'running') continue;
    const texting = new CampaignTexts({ id, setting, state: found.state, ports });
    const count = room > 0 ? await texting.order(room) : 0;
    room -= count;
    ordered += count;
    if (count === 0) await endIfOver({ id, setting, ...found }, ports);
  }
  return { ordered, unhandled };
};

async function stateOf(id: CampaignId, ports: Needs) {
  const [state, inFlight] = await Promise.all([
    ports.campaigns.load(id),
    ports.records.inFlight(id),
  ]);
  return { state, inFlight };
}

const isOrdered = ({ current }: CampaignRecord): boolean => current?.phase === 'ordered';

/** Replies are handled whatever the switch says. */
async function settleOverdue(inFlight: readonly CampaignRecord[], ports: Needs): Promise<number> {
  const now = ports.clock.now();
  let count = 0;
  for (const listed of inFlight) {
    const { current } = listed;
    if (current?.phase !== 'wrap-up' || !isPast(current.deadline, now)) continue;
    const record = await ports.records.load(listed);
    const attempt = await ports.records.loadAttempt(listed, current.attempt);
    if (record?.current?.attempt !== attempt?.id || !record || !attempt) continue;
    if (!isConversation(attempt) || !isPast(record.current?.deadline ?? now, now)) continue;
    const committed = await ports.records.commit(leftUnhandled(record, attempt, now));
    if (committed === 'committed') count++;
  }
  return count;
}

interface Texting {
  readonly id: CampaignId;
  readonly setting: TextSetting;
  readonly state: CampaignState;
  readonly ports: Needs;
}

class CampaignTexts {
  private readonly of: Texting;

  constructor(of: Texting) {
    this.of = of;
  }

  /** @returns how many texts were ordered, at most so many */
  async order(most: number): Promise<number> {
    const { id, ports } = this.of;
    let ordered = 0;
    for (let round = 0; round < ROUNDS && ordered < most; round++) {
      const limit = Math.min(AT_ONCE, most - ordered);
      const due = await ports.records.due(id, ports.clock.now(), limit);
      const outcomes = await this.workOff(due);
      ordered += outcomes.filter((outcome) => outcome === 'ordered').length;
      const moved = outcomes.some((outcome) => outcome !== 'left');
      if (due.length < limit || !moved) break;
    }
    return ordered;
  }

  private async workOff(due: readonly CampaignRecord[]) {
    const now = this.of.ports.clock.now();
    const likely = due.filter((record) => this.decide(record, now).verdict.kind === 'call');
    const { id, ports } = this.of;
    const [standingOf, contactedOf] = await Promise.all([
      standingsAhead(likely, ports.ledger),
      contactsAhead(id, likely, ports),
    ]);
    const wanted = new Set(likely);
    return Promise.all(
      due.map(async (record) =>
        this.workOn(
          record,
          wanted.has(record)
            ? { standing: await standingOf(record), contacted: await contactedOf(record) }
            : {},
          now,
        ),
      ),
    );
  }

  private decide(record: CampaignRecord, now: Instant, asked: KnownOfPerson = {}) {
    const { setting, state } = this.of;
    return mayCall(gateFacts(record, setting, state, now, asked));
  }

  private async workOn(
    record: CampaignRecord,
    asked: KnownOfPerson,
    now: Instant,
  ): Promise<'ordered' | 'moved' | 'left'> {
    const { verdict, gates } = this.decide(record, now, asked);
    switch (verdict.kind) {
      case 'not-now':
        return 'left';
      case 'not-before':
        return this.moved(postpone(record, { until: verdict.at, gates }, now));
      case 'never': {
        const { because, blocked: by } = verdict;
        const change =
          by === undefined
            ? giveUp(record, because, gates, now)
            : block(record, { by, because }, gates, now);
        return this.moved(change);
      }
      case 'call':
        return this.write(record, verdict.phone, gates, now);
    }
  }

  private async write(
    record: CampaignRecord,
    phone: string,
    gates: ReturnType<typeof mayCall>['gates'],
    now: Instant,
  ): Promise<'ordered' | 'moved' | 'left'> {
    const { setting, ports } = this.of;
    const { numbers } = ports.definitions.definitions().centre.sms;
    const from = senderFor(phone, setting.sms.from, numbers);
    const text = textFor(record, setting);
    if ('because' in text) return this.moved(cannotWrite(record, text.because, now));
    if (from === undefined) return this.moved(cannotWrite(record, 'no number to send from', now));
    const attempt = attemptId(ports.ids.next());
    const order = { attempt, phone, from, text: text.text, gates, now };
    const committed = await ports.records.commit(orderText(record, order));
    return committed === 'committed' ? 'ordered' : 'left';
  }

  private async moved(change: Change): Promise<'moved' | 'left'> {
    return (await this.of.ports.records.commit(change)) === 'committed' ? 'moved' : 'left';
  }
}

/** CAM-29; counted every five minutes, for it reads some items. */
async function endIfOver(
  { id, setting, inFlight }: Omit<Texting, 'ports'> & { inFlight: readonly CampaignRecord[] },
  ports: Needs,
): Promise<void> {
  const now = ports.clock.now();
  if (inFlight.length > 0 || Math.floor(now / MINUTE) % 5 !== 0) return;
  const counts = await ports.records.counts(id);
  if (!isExhausted(setting.campaign, counts, inFlight.length)) return;
  await untilCommitted(`campaign ${id}`, async () => {
    const state = await ports.campaigns.load(id);
    if (state.state !== 'running') return 'not running';
    const { after, entries } = exhausted(state, now);
    return ports.campaigns.commit(state, after, entries);
  });
}
