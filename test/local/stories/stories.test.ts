// Whole stories on the local cloud: synthesised templates, bundled functions, real protocols, roles
// enforced.
import { DynamoDBClient, GetItemCommand } from '@aws-sdk/client-dynamodb';
import {
  PinpointSMSVoiceV2Client,
  SendTextMessageCommand,
} from '@aws-sdk/client-pinpoint-sms-voice-v2';
import { afterEach, describe, expect, it } from 'vitest';
import type { ApiCall } from '../../../lib/local/faults.ts';
import { type Story, type StoryOptions, story } from './story.ts';

const ANN = '601100200';
const BOB = '602100200';

let open: Story | undefined;

async function begin(options: StoryOptions): Promise<Story> {
  open = await story(options);
  return open;
}

afterEach(async () => {
  await open?.end();
  open = undefined;
});

const types = (entries: readonly { readonly type: string }[]) => entries.map(({ type }) => type);

/** The first call that fits gets the fault. */
const once = (fits: (call: ApiCall) => boolean) => {
  let done = false;
  return (call: ApiCall): boolean => {
    if (done || !fits(call)) return false;
    done = true;
    return true;
  };
};

describe('a campaign on the local cloud (NEW-2)', () => {
  it('calls, lets an agent talk and classify, and publishes all of it in order', async () => {
    const one = await begin({ people: { [ANN]: ['answers'] } });

    await one.import();
    await one.switchTo('running');
    await one.until(() => one.events.some(({ type }) => type === 'rule.applied'));

    const journal = types(await one.journal());
    expect(journal.slice(0, 9)).toEqual([
      'record.added',
      'call.ordered',
      'call.placed',
      'call.answered',
      'call.routed',
      'call.answered',
      'call.ended',
      'record.classified',
      expect.stringMatching(/^record\.(closed|recall-scheduled)$/),
    ]);
    const published = one.events.filter(({ detail }) => detail.record !== undefined);
    expect(published.map(({ type }) => type)).toEqual(journal);
  });

  it('runs the callback rule after a call nobody answers, and sends its text message once', async () => {
    const one = await begin({ people: { [ANN]: ['rings-out', 'rings-out', 'answers'] } });

    await one.import();
    await one.switchTo('running');
    await one.until(
      () => one.tally.sms > 0 && one.events.some(({ type }) => type === 'message.delivered'),
    );

    const sent = one.centre.cloud.outbox.texts();
    expect(sent.map(({ to }) => to)).toEqual([`+48${ANN}`]);
    expect(
      one.events.filter(({ type }) => type === 'rule.applied').map(({ detail }) => detail.path),
    ).toEqual([
      ['status', 'count-not-answered', 'second-time', 'later'],
      ['status', 'count-not-answered', 'second-time', 'text-message', 'later'],
    ]);
  });

  it('e-mails the supervisors of a campaign whose pool is low, each once and in their language (MON-6)', async () => {
    const one = await begin({ people: { [ANN]: ['answers'], [BOB]: ['rings-out', 'answers'] } });

    await one.import();
    await one.switchTo('running');
    await one.until(() => one.tally.alerts === 2);
    await one.minutes(10);

    // the mail about the finished import goes to the webhook's address
    const sent = one.centre.cloud.outbox
      .emails()
      .map(({ to, subject }) => ({ to, subject }))
      .filter(({ subject }) => !subject.includes('zakończono import'));
    expect(sent.toSorted((a, b) => (a.subject < b.subject ? -1 : 1))).toEqual([
      { to: ['martin.hajek@medika-poludnie.example'], subject: expect.stringMatching(/docházejí/) },
      { to: ['ewa.wrona@medika-poludnie.example'], subject: expect.stringMatching(/kończą się/) },
    ]);
    expect(one.tally.alerts).toBe(2);
    const told = one.centre.cloud.logs.entries().map((each) => JSON.stringify(each));
    expect(told.filter((line) => line.includes('medika-poludnie.example'))).toEqual([]);
  });

  it('writes no whole number and no address into a log, the journal or an event', async () => {
    const one = await begin({ people: { [ANN]: ['rings-out', 'rings-out', 'answers'] } });

    await one.import();
    await one.switchTo('running');
    await one.until(() => one.tally.sms > 0 && one.tally.ended.answered === 1);

    const { logs, buses } = one.centre.cloud;
    // the provider's own delivery events hold the number; they end at send-sms and message-events
    const published = buses.history().filter(({ source }) => source === 'ringback');
    const told = [...logs.entries(), ...(await one.journal()), ...published];
    const lines = told.map((each) => JSON.stringify(each));
    const secret = new RegExp(`${ANN}|osoba0@poczta`);
    expect(lines.filter((line) => line.includes('handled')).length).toBeGreaterThan(20);
    expect(lines.filter((line) => secret.test(line))).toEqual([]);
  });

  it('raises the alarm of the dead letters when something cannot be done, and no other', async () => {
    const one = await begin({ people: { [ANN]: ['answers'] } });
    const { cloud } = one.centre;
    const queue = cloud.queues.all().find(({ settings: { name } }) => /message-?events/.test(name));

    queue?.send({ body: '{}', sender: 'a test' });
    await one.minutes(90);

    const wentOff = cloud.alarms.history().filter(({ to }) => to === 'ALARM');
    expect(wentOff.map(({ description }) => description)).toEqual([
      "Something of 'message-events' failed for good and was put aside. docs/runbook.md#message-events-dead-letters",
    ]);
  });

  it('changes nothing when the same file is imported twice (REC-10)', async () => {
    const two = await begin({ people: { [ANN]: ['answers'], [BOB]: ['answers'] } });

    const first = await two.import();
    const before = await two.journal();
    const second = await two.import();

    expect(first).toEqual({ imported: 2, present: 0, duplicates: 0, rejected: 0 });
    expect(second).toEqual({ imported: 0, present: 2, duplicates: 0, rejected: 0 });
    expect(await two.journal()).toEqual(before);
  });

  it('dials nothing once it is paused, and goes on when it is resumed (DIA-6)', async () => {
    const one = await begin({ people: { [ANN]: ['rings-out', 'answers'] } });
    await one.import();
    await one.switchTo('running');
    await one.until(() => one.tally.ended['not-answered'] === 1);

    await one.switchTo('paused');
    await one.minutes(5 * 60);
    const whilePaused = one.callsTo(ANN);
    await one.switchTo('running');
    await one.until(() => one.tally.ended.answered === 1);

    expect(whilePaused).toBe(1);
    expect(one.callsTo(ANN)).toBe(2);
  });
});

describe('when things break (DIA-7)', () => {
  it('calls once although the tick dies between Connect’s answer and storing it', async () => {
    const dies = once(({ action }) => action === 'StartOutboundVoiceContact');
    const one = await begin({
      people: { [ANN]: ['answers'] },
      faults: { onCall: (call) => (dies(call) ? { kind: 'kill-caller' } : undefined) },
    });

    await one.import();
    await one.switchTo('running');
    await one.until(() => one.tally.ended.answered === 1);

    expect(one.callsTo(ANN)).toBe(1);
    expect(one.centre.network.stats().doubleDialed).toBe(0);
  });

  it('changes nothing when events come twice, late and out of order', async () => {
    const plain = await begin({ people: { [ANN]: ['rings-out'] } });
    await plain.import();
    await plain.switchTo('running');
    await plain.minutes(30);
    const expected = types(await plain.journal());
    await plain.end();

    const unruly = await begin({
      people: { [ANN]: ['rings-out'] },
      eventFaults: { doubled: 1, late: 0.5, outOfOrder: 0.5 },
      faults: { onDelivery: ({ to }) => (to === 'lambda' ? undefined : { copies: 2 }) },
    });
    await unruly.import();
    await unruly.switchTo('running');
    await unruly.minutes(60);

    expect(types(await unruly.journal())).toEqual(expected);
    expect(unruly.callsTo(ANN)).toBe(1);
  });

  it('sends a text message once although the answer of the provider is lost (CBR-12)', async () => {
    const lost = once(({ action }) => action === 'SendTextMessage');
    const one = await begin({
      people: { [ANN]: ['rings-out', 'rings-out', 'answers'] },
      faults: { onCall: (call) => (lost(call) ? { kind: 'lost-answer' } : undefined) },
    });

    await one.import();
    await one.switchTo('running');
    await one.until(() => one.events.some(({ type }) => type === 'message.delivered'));
    await one.minutes(60);

    expect(one.centre.cloud.outbox.texts()).toHaveLength(1);
  });
});

describe('least privilege', () => {
  it('refuses a function what its role in the template does not allow, by name', async () => {
    const one = await begin({ people: { [ANN]: ['answers'] } });
    const { endpoint, region } = one.centre.cloud.clientConfig();
    const { iam, functions } = one.centre.cloud;
    iam.addKey('push-changes', functions.get('ringback-push-changes').settings.role);
    const credentials = { accessKeyId: 'push-changes', secretAccessKey: 'local' };

    const sms = new PinpointSMSVoiceV2Client({ endpoint, region, credentials });
    const table = new DynamoDBClient({ endpoint, region, credentials });

    await expect(
      sms.send(
        new SendTextMessageCommand({ DestinationPhoneNumber: '+48601100200', MessageBody: 'x' }),
      ),
    ).rejects.toMatchObject({
      name: 'AccessDeniedException',
      message: expect.stringContaining('sms-voice:SendTextMessage'),
    });
    await expect(
      table.send(
        new GetItemCommand({
          TableName: one.centre.tables.records,
          Key: { pk: { S: 'x' }, sk: { S: 'x' } },
        }),
      ),
    ).rejects.toMatchObject({ message: expect.stringContaining('dynamodb:GetItem') });
  });
});
