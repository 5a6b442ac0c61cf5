// A call that an agent hands on: what the local Connect tells of it is what the centre reads on
// AWS.
import { describe, expect, it } from 'vitest';
import { contactEvents } from '../../../../lib/application/calls/contact-events.ts';
import { readContactEvents } from '../../../../lib/aws/events/contact-event.ts';
import type { ContactFacts } from '../../../../lib/domain/model/contact-facts.ts';
import { agentId, contactId } from '../../../../lib/domain/model/ids.ts';
import { toIso } from '../../../../lib/domain/model/instant.ts';
import { contactEventDetail } from '../../../../lib/local/connect/connect-events.ts';
import type {
  ConnectContact,
  ConnectInstance,
} from '../../../../lib/local/connect/connect-instance.ts';
import { at, ref } from '../../../support/records.ts';
import { aFloor, EVA, talkedTo } from '../../../unit/application/a-floor.ts';

const QUEUE = 'arn:aws:connect:eu-central-1:111122223333:instance/i/queue/sales';
const TOM = 'arn:aws:connect:eu-central-1:111122223333:instance/i/agent/tom';
// what an event says of the instance
const instance = { id: 'i', arn: 'arn:instance/i' } as ConnectInstance;

/** Ann talks with Eva, who hands her on; the event is as it would lie on the bus. */
async function handedOn(
  facts: Partial<ContactFacts>,
  type: string,
  agentArn?: string,
  initiationMethod: ConnectContact['initiationMethod'] = 'TRANSFER',
) {
  const floor = await aFloor({ records: ['ann'] });
  await floor.tick();
  await floor.placeAll();
  const { contact } = await floor.attempt('ann');
  if (contact === undefined) throw new Error('the call was not placed');
  const { disconnected: _, disconnectReason: __, ...talking } = talkedTo({ contact }, EVA);
  await contactEvents(talking, floor.ports);
  const origin: Pick<ConnectContact, 'initiationMethod' | 'previous'> = {
    initiationMethod,
    previous: contact,
  };
  const next = { contact: contactId('handed-on'), initiated: at(30), ...facts };
  const detail = contactEventDetail(instance, origin, next, type, agentArn);
  const read = readContactEvents(async (arn) => (arn === TOM ? agentId('tom') : undefined), {
    profiles: async () => new Map(),
    queueArn: async () => QUEUE,
    waitingFlowArn: async () => undefined,
    surveyFlowArn: async () => '',
    number: async () => '',
    queueOf: async (arn) => (arn === QUEUE ? 'sales' : undefined),
  });
  const input = await read({
    source: 'aws.connect',
    'detail-type': 'Amazon Connect Contact Event',
    time: toIso(at(31)),
    detail,
  });
  if (input !== undefined) await contactEvents(input, floor.ports);
  const told = await floor.ports.journal.ofRecord(ref('spring', 'ann'));
  return told.filter((entry) => entry.type === 'call.transferred');
}

describe('a call that an agent hands on (WHK-1)', () => {
  it('to a queue is told once it waits there', async () => {
    const told = await handedOn({ enqueued: at(30), queue: QUEUE }, 'QUEUED');

    expect(told).toMatchObject([{ to: 'queue', queue: 'sales', contact: 'handed-on' }]);
  });

  it('to another agent is told once they have it', async () => {
    const facts = { enqueued: at(30), queue: TOM, connectedToAgent: at(35) };

    const told = await handedOn(facts, 'CONNECTED_TO_AGENT', TOM);

    expect(told).toMatchObject([{ to: 'agent', agent: 'tom', contact: 'handed-on' }]);
  });

  it('to a number outside is told as soon as that is dialed (CAM-17)', async () => {
    const told = await handedOn({}, 'INITIATED', undefined, 'EXTERNAL_OUTBOUND');

    expect(told).toMatchObject([{ to: 'outside', contact: 'handed-on' }]);
  });

  it('is not told before it has arrived', async () => {
    expect(await handedOn({}, 'INITIATED')).toEqual([]);
  });
});
