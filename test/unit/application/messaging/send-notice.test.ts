import { describe, expect, it } from 'vitest';
import { messageEvents } from '../../../../lib/application/messaging/message-events.ts';
import { sendEmail } from '../../../../lib/application/messaging/send-email.ts';
import type { EmailSender } from '../../../../lib/application/ports/message-sender.ts';
import { Fault } from '../../../../lib/application/tasks/faults.ts';
import { campaignId } from '../../../../lib/domain/model/ids.ts';
import { aFloor, type Floor, type Setup } from '../a-floor.ts';

const SPRING = campaignId('spring');
const AT = '2026-03-02T09:00:00.000Z';
const LATER = '2026-03-03T09:00:00.000Z';
const alert = { campaign: 'spring', at: AT, left: 12, limit: 50 };
const toEwa = { ...alert, supervisor: 'ewa' };

const SUPERVISORS = {
  ewa: { email: 'ewa@example.org', language: 'pl' },
  jan: { email: 'jan@example.org', language: 'cs' },
  sue: { email: 'sue@example.org' },
} as const;

const floorWith = (setup: Setup = {}) =>
  aFloor({
    supervisors: SUPERVISORS,
    campaign: { supervisors: ['ewa', 'jan', 'sue'], alerts: { poolBelow: 50 } },
    ...setup,
  });

/** Sends the alert, then all that it ordered, each when its turn has come. */
async function sendAll(floor: Floor): Promise<void> {
  const { emailQueue } = floor.ports;
  const known = emailQueue.notices.length;
  await sendEmail(alert, floor.ports);
  for (const { body, delay } of emailQueue.notices.slice(known)) {
    floor.waitUntil(delay);
    await sendEmail(body, floor.ports);
  }
}

const told = async (floor: Floor) =>
  (await floor.ports.journal.ofCampaign(SPRING)).filter(({ type }) =>
    type.startsWith('supervisor'),
  );

const failing = (error: Error): EmailSender => ({ send: () => Promise.reject(error) });

describe('an alert (MON-6)', () => {
  it('is e-mailed to every supervisor of the campaign, each in their language', async () => {
    const floor = await floorWith();

    await sendAll(floor);

    const sent = floor.ports.email.notices.map(({ content: { to, subject, text } }) => ({
      to,
      subject,
      text: text.split('\n')[1],
    }));
    expect(sent).toEqual([
      {
        to: 'ewa@example.org',
        subject: 'Spring: kończą się rekordy do wydzwonienia',
        text: 'Rekordy do wydzwonienia: 12 (stan na 2026-03-02 10:00)',
      },
      {
        to: 'jan@example.org',
        subject: 'Spring: docházejí záznamy k obvolání',
        text: 'Záznamy k obvolání: 12 (stav k 2026-03-02 10:00)',
      },
      {
        to: 'sue@example.org',
        subject: 'Spring: few records left to dial',
        text: 'Records left to dial: 12 (on 2026-03-02 10:00)',
      },
    ]);
    expect((await told(floor)).map((entry) => ({ ...entry, at: 0 }))).toEqual([
      { type: 'supervisor.alerted', at: 0, supervisor: 'ewa' },
      { type: 'supervisor.alerted', at: 0, supervisor: 'jan' },
      { type: 'supervisor.alerted', at: 0, supervisor: 'sue' },
    ]);
  });

  it('waits in the line of e-mails like any other, and comes back when its turn has not come', async () => {
    const floor = await floorWith();

    await sendEmail(alert, floor.ports);

    const ordered = floor.ports.emailQueue.notices;
    expect(ordered.map(({ delay }) => delay)).toEqual([0, 1, 2]);
    const last = ordered[2]?.body;
    if (last === undefined) throw new Error('not ordered');
    expect(await sendEmail(last, floor.ports)).toEqual({ outcome: 'waits for its turn' });
    expect(ordered[3]).toEqual({ body: last, delay: 2 });
  });

  it('that comes twice is sent once', async () => {
    const floor = await floorWith();

    await sendAll(floor);
    await sendAll(floor);

    expect(floor.ports.email.notices.map(({ supervisor }) => supervisor)).toEqual([
      'ewa',
      'jan',
      'sue',
    ]);
  });

  it('is sent anew when the pool was filled and is low again', async () => {
    const floor = await floorWith();
    await sendAll(floor);

    await sendEmail({ ...toEwa, at: LATER }, floor.ports);
    const late = await sendEmail({ ...toEwa, supervisor: 'jan' }, floor.ports);

    expect(floor.ports.email.notices).toHaveLength(4);
    expect(late.outcome).toContain('overtaken');
  });

  it('is tried again only when it was not sent for certain', async () => {
    const floor = await floorWith();
    const asking = (error: Error) => sendEmail(toEwa, { ...floor.ports, email: failing(error) });

    await expect(asking(new Fault('MessagingUnavailable', 'busy'))).rejects.toThrow('busy');
    await expect(asking(new Error('socket closed'))).rejects.toThrow('socket');

    expect((await sendEmail(toEwa, floor.ports)).outcome).toContain('not to be sent');
    expect(floor.ports.email.notices).toEqual([]);
  });

  it('is sent when the provider takes it after all', async () => {
    const floor = await floorWith();
    const email = failing(new Fault('MessagingUnavailable', 'busy'));
    await expect(sendEmail(toEwa, { ...floor.ports, email })).rejects.toThrow('busy');

    expect(await sendEmail(toEwa, floor.ports)).toEqual({ outcome: 'accepted' });
  });

  it('that is refused or comes back is on the timeline of the campaign', async () => {
    const floor = await floorWith();
    floor.ports.email.refuse('ewa@example.org', 'no such mailbox');
    await sendAll(floor);

    const bounced = { campaign: 'spring', at: AT, supervisor: 'jan', reason: 'bounced' };
    const event = { ...bounced, outcome: 'failed', providerId: 'email-1' } as const;
    const [first, again] = [
      await messageEvents(event, floor.ports),
      await messageEvents(event, floor.ports),
    ];

    expect([first, again]).toEqual([{ outcome: 'failed' }, { outcome: 'nothing new' }]);
    expect(await told(floor)).toMatchObject([
      { type: 'supervisor.not-alerted', supervisor: 'ewa', reason: 'no such mailbox' },
      { type: 'supervisor.alerted', supervisor: 'jan' },
      { type: 'supervisor.alerted', supervisor: 'sue' },
      { type: 'supervisor.not-alerted', supervisor: 'jan', reason: 'bounced' },
    ]);
  });

  it('counts as sent when the sender died and the provider says so', async () => {
    const floor = await floorWith();
    const email = failing(new Error('socket closed'));
    await expect(sendEmail(toEwa, { ...floor.ports, email })).rejects.toThrow('socket');

    const { campaign, supervisor } = toEwa;
    await messageEvents({ campaign, at: AT, supervisor, outcome: 'delivered' }, floor.ports);

    expect(await told(floor)).toMatchObject([{ type: 'supervisor.alerted', supervisor: 'ewa' }]);
  });

  it('of a campaign that names nobody, or nobody any more, goes to nobody', async () => {
    const floor = await floorWith({ campaign: { alerts: { poolBelow: 50 } } });

    expect(await sendEmail(alert, floor.ports)).toEqual({ outcome: 'ordered for 0' });
    expect(await sendEmail({ ...alert, supervisor: 'tom' }, floor.ports)).toEqual({
      outcome: 'nobody to be told any more',
    });
    expect(floor.ports.email.notices).toEqual([]);
  });

  it('lets ticks that meet its e-mails go on', async () => {
    const floor = await floorWith({ records: ['ann', 'ben'] });

    await Promise.all([floor.tick(), sendEmail(toEwa, floor.ports)]);

    const { notices, poolAlerted } = await floor.ports.campaigns.load(SPRING);
    expect({ notices, poolAlerted }).toEqual({
      notices: { at: AT, states: { ewa: 'sent' } },
      poolAlerted: true,
    });
    expect(floor.ports.telephony.placed).toHaveLength(1);
  });
});
