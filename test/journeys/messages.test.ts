// Messages in every world: a burst waits for the provider's rate, an order that got lost is given
// again, and nobody is ever sent one message twice (CBR-11, CBR-12).
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { SmsSender } from '../../lib/application/ports/message-sender.ts';
import type { Ports } from '../../lib/application/ports/ports.ts';
import { Fault } from '../../lib/application/tasks/faults.ts';
import type { TaskName } from '../../lib/application/tasks/tasks.ts';
import type { Message } from '../../lib/domain/model/message.ts';
import type { RuleInput } from '../support/definitions.ts';
import { callee, type Given, type Journey, journey } from '../support/journey.ts';

const textAndClose: RuleInput = {
  name: 'A text, and done',
  start: 'text',
  tiles: {
    text: { kind: 'send-sms', from: 'Ringback', text: 'We tried to call', next: 'close' },
    close: { kind: 'close-record' },
  },
};

const COUNT = 50;
const people = Array.from({ length: COUNT }, (_, i) => callee(`r${i}`).isBusy());
const agents = Array.from({ length: 40 }, (_, i) => `agent${i}`);

/** The campaign, whose texts go through `sms` instead of the provider as it is. */
async function texting(
  sms: (sender: SmsSender, story: () => Journey) => SmsSender['send'],
  given: Given = {},
): Promise<Journey> {
  let made: Journey | undefined;
  const story = () => made as Journey;
  let send: SmsSender['send'] | undefined;
  const sendVia = (sender: SmsSender) => {
    send ??= sms(sender, story);
    return { send };
  };
  const portsFor = (task: TaskName, ports: Ports, standsFor: number) => ({
    ...(given.centre?.portsFor?.(task, ports, standsFor) ?? ports),
    sms: sendVia(ports.sms),
  });
  const centre = { ...given.centre, portsFor };
  made = await journey({ people, agents, rule: textAndClose, ...given, centre });
  return made;
}

/** As AWS has it: so many a second, with one second's worth at once. */
function provider(perSecond: number, story: () => Journey, sender: SmsSender, refused: Message[]) {
  const most = Math.max(1, perSecond);
  let tokens = most;
  let last = 0;
  return async (message: Message) => {
    const now = story().centre.now();
    tokens = Math.min(most, tokens + ((now - last) / 1000) * perSecond);
    last = now;
    if (tokens < 1) {
      refused.push(message);
      throw new Fault('MessagingUnavailable', 'SMS: ThrottlingException');
    }
    tokens -= 1;
    return sender.send(message);
  };
}

const statesOf = (story: Journey) =>
  people.flatMap(({ name }) =>
    story.centre.ports.records.messagesOf(story.refOf(name)).map(({ state }) => state),
  );
const sentTo = (story: Journey) =>
  story.centre.ports.sms.sent.map(({ content }) => content.to).toSorted();
const everybody = (story: Journey) => people.map(({ name }) => story.phoneOf(name)).toSorted();

describe('a burst of texts above the provider’s rate (CBR-12)', () => {
  it.each([1, 2, 5])('is sent whole, at %i a second', async (perSecond) => {
    const refused: Message[] = [];
    const story = await texting((sender, now) => provider(perSecond, now, sender, refused), {
      textRates: { messagesPerSecond: perSecond, partsPerSecond: 10 },
      callsPerSecond: 50,
    });

    await story.pass(1800);

    expect(sentTo(story)).toEqual(everybody(story));
    expect(story.centre.deadJobs).toEqual([]);
    // SQS wakes to the second, so some still meet a provider that allows nothing ahead
    expect(refused.length).toBeLessThanOrEqual(COUNT / 5);
  });

  it('is sent whole by a provider slower than the centre’s file says', async () => {
    const refused: Message[] = [];
    const story = await texting((sender, now) => provider(0.2, now, sender, refused), {
      textRates: { messagesPerSecond: 2, partsPerSecond: 10 },
    });

    await story.pass(2 * 3600);

    expect(refused.length).toBeGreaterThan(0);
    expect(sentTo(story)).toEqual(everybody(story));
    expect(await story.discrepancies()).toEqual([]);
  });
});

describe('an order to send whose job has died', () => {
  it('is given again by the sweeper once the fault is over, and carried out once', async () => {
    let broken = true;
    const story = await journey({
      people,
      agents,
      rule: textAndClose,
      centre: {
        portsFor: (task, ports) =>
          task === 'send-sms' && broken
            ? { ...ports, records: { ...ports.records, ask: () => Promise.reject(unavailable) } }
            : ports,
      },
    });
    await story.pass(1200);
    const dead = story.centre.deadJobs.filter(({ name }) => name === 'send-sms').length;

    broken = false;
    await story.pass(3600);

    expect(dead).toBe(COUNT);
    expect(sentTo(story)).toEqual(everybody(story));
    expect(statesOf(story)).toEqual(people.map(() => 'delivered'));
  });

  it('leaves no message behind, and none is sent twice, whatever breaks on the way', async () => {
    const broken = fc.record({
      seed: fc.integer({ min: 1, max: 1_000_000 }),
      killed: fc.constantFrom(0.05, 0.3),
      redelivered: fc.constantFrom(0, 0.3),
      outage: fc.constantFrom(0, 0.5, 0.9),
    });
    const check = fc.asyncProperty(broken, async ({ seed, outage, ...faults }) => {
      let draw = seed;
      const chance = () => {
        draw = (draw * 48_271) % 2_147_483_647;
        return draw / 2_147_483_647;
      };
      const story = await texting(
        (sender) => (message) =>
          chance() < outage ? Promise.reject(throttled) : sender.send(message),
        {
          seed,
          centre: {
            faults: {
              late: 0,
              doubled: 0,
              outOfOrder: 0,
              exempt: ['campaigns.commit'],
              ...faults,
            },
          },
        },
      );

      await story.untilQuiet(6);
      await story.pass(4 * 3600);

      const open = statesOf(story).filter((state) => state === 'ordered' || state === 'sending');
      expect(open).toEqual([]);
      const ids = story.centre.ports.sms.sent.map(({ id }) => id);
      expect(ids.length).toBe(new Set(ids).size);
      expect(await story.discrepancies()).toEqual([]);
    });
    await fc.assert(check, { numRuns: 6, seed: 20261129, endOnFailure: true });
  });
});

const unavailable = new Fault('StoreUnavailable', 'the table is throttling');
const throttled = new Fault('MessagingUnavailable', 'SMS: ThrottlingException');
