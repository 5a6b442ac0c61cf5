// Webhooks on the local cloud: rules, queue, function, roles, secrets and log as they are deployed,
// and receivers that verify with the reference library of Standard Webhooks.
import { Webhook } from 'standardwebhooks';
import { afterEach, describe, expect, it } from 'vitest';
import { z } from 'zod';
import { everything } from '../../../lib/cli/start/tables.ts';
import { campaignId } from '../../../lib/domain/model/ids.ts';
import type { GatewayRequest, ServiceResponse } from '../../../lib/local/gateway/service.ts';
import { eventSchemas } from '../../../scripts/event-schemas.ts';
import { type Story, story } from './story.ts';

const CAMPAIGN = 'spring-recall';
const CRM = { campaign: CAMPAIGN, webhook: 'crm' };
const HOST = 'crm.medika-poludnie.example';
const SECRET = `ringback/webhook-${CAMPAIGN}-crm`;

let open: Story | undefined;
afterEach(async () => {
  await open?.end();
  open = undefined;
});

interface Heard {
  readonly id: string;
  readonly at: number;
  readonly headers: Record<string, string>;
  readonly body: string;
}

interface Scene {
  readonly one: Story;
  readonly heard: Heard[];
  answer: (nth: number) => Partial<ServiceResponse>;
}

async function begin(address?: string): Promise<Scene> {
  open = await story({ people: {} });
  const one = open;
  const heard: Heard[] = [];
  const scene: Scene = { one, heard, answer: () => ({}) };
  one.centre.cloud.outside.play(HOST, {
    address,
    answer({ headers, body }: GatewayRequest): ServiceResponse {
      const texts = headers as Record<string, string>;
      const id = texts['webhook-id'] ?? '';
      heard.push({ id, at: one.centre.cloud.time.now(), headers: texts, body: body.toString() });
      return { status: 204, body: '', ...scene.answer(heard.length) };
    },
  });
  return scene;
}

/** One event that the webhook has chosen. */
const event = ({ one }: Scene) => {
  const switched = one.events.filter(({ type }) => type === 'campaign.switched').length;
  return one.switchTo(switched % 2 === 0 ? 'running' : 'paused');
};
const value = ({ one }: Scene) => one.centre.cloud.secrets.get(SECRET).current?.value ?? '';
const logOf = async ({ one }: Scene) =>
  (await everything(one.centre, campaignId(CAMPAIGN))).deliveries.filter(
    ({ webhook }) => webhook === 'crm',
  );

/** The clock of the library is that of the machine: its tolerance is tested for itself. */
function verified(secret: string, { headers, body, at }: Heard): unknown {
  const library = new Webhook(secret);
  const sentAt = new Date(Number(headers['webhook-timestamp']) * 1000);
  expect(Math.abs(sentAt.getTime() - at)).toBeLessThan(2000);
  const signature = library.sign(headers['webhook-id'] ?? '', sentAt, body);
  expect((headers['webhook-signature'] ?? '').split(' ')).toContain(signature);
  return JSON.parse(body);
}

describe('a webhook on the local cloud', () => {
  it('is told, signed so that the reference library verifies it, and logged (WHK-2, WHK-3)', async () => {
    const scene = await begin();

    await event(scene);
    await scene.one.until(() => scene.heard.length === 1);
    await scene.one.minutes(1);

    const [request] = scene.heard;
    if (request === undefined) throw new Error('nothing came');
    expect(verified(value(scene), request)).toMatchObject({
      type: 'campaign.switched',
      data: { campaign: CAMPAIGN, to: 'running', by: 'test', version: 1 },
    });
    expect(await logOf(scene)).toMatchObject([
      { id: request.id, state: 'delivered', tried: 1, tries: [{ status: 204 }] },
    ]);
  });

  it('that fails is tried again with the same id and another signature, and what it said is kept', async () => {
    const scene = await begin();
    scene.answer = (nth) => (nth < 3 ? { status: 500, body: 'no room' } : {});

    await event(scene);
    await scene.one.until(() => scene.heard.length === 3);
    await scene.one.minutes(1);

    const [first, second, third] = scene.heard;
    expect(new Set(scene.heard.map(({ id }) => id)).size).toBe(1);
    expect(new Set(scene.heard.map(({ headers }) => headers['webhook-signature'])).size).toBe(3);
    expect(((second?.at ?? 0) - (first?.at ?? 0)) / 1000).toBeGreaterThanOrEqual(4);
    expect(((third?.at ?? 0) - (second?.at ?? 0)) / 1000).toBeGreaterThanOrEqual(270);
    for (const request of scene.heard) verified(value(scene), request);
    expect(await logOf(scene)).toMatchObject([{ state: 'delivered', tried: 3 }]);
    const logged = scene.one.centre.cloud.logs.lines().map(({ text }) => text);
    expect(logged.filter((text) => text.includes('no room'))).toEqual([]);
  });

  it('is not followed elsewhere, and never looked for in a private network', async () => {
    const scene = await begin();
    scene.answer = () => ({ status: 302, headers: { location: 'https://169.254.169.254/' } });
    await event(scene);
    await scene.one.until(() => scene.heard.length === 1);
    await scene.one.minutes(1);
    const redirected = (await logOf(scene))[0]?.tries[0]?.because;
    scene.one.centre.cloud.outside.play(HOST, {
      address: '10.0.0.7',
      answer: () => ({ status: 200, body: '' }),
    });
    await scene.one.minutes(10);

    const [delivery] = await logOf(scene);
    expect(redirected).toBe('302: redirects are not followed');
    expect(delivery?.tries.at(-1)?.because).toBe('the host has an address that is not public');
    expect(delivery?.state).toBe('waiting');
  });

  it('has a new secret at a word, and both sign for a day (WHK-3)', async () => {
    const scene = await begin();
    await event(scene);
    await scene.one.until(() => scene.heard.length === 1);
    const former = value(scene);

    const rotated = await scene.one.centre.invoke('change-webhook', {
      ...CRM,
      change: { kind: 'rotate-secret' },
      by: 'olga',
    });
    if (rotated.kind !== 'rotated') throw new Error(rotated.kind);
    await scene.one.minutes(61);
    await event(scene);
    await scene.one.until(() => scene.heard.length === 2);
    await scene.one.minutes(25 * 60);
    await event(scene);
    await scene.one.until(() => scene.heard.length === 3);

    const [, during, after] = scene.heard;
    if (during === undefined || after === undefined) throw new Error('too few');
    verified(former, during);
    verified(rotated.secret, during);
    verified(rotated.secret, after);
    expect(after.headers['webhook-signature']?.split(' ')).toHaveLength(1);
    expect(
      scene.one.centre.cloud.logs.lines().filter(({ text }) => text.includes(rotated.secret)),
    ).toEqual([]);
  });

  it('that is gone is switched off, its supervisors get an e-mail, and later it can have everything', async () => {
    const scene = await begin();
    const { one } = scene;
    scene.answer = () => ({ status: 410 });
    await event(scene);
    await one.until(() => one.events.some(({ type }) => type === 'webhook.disabled'));
    await event(scene);
    await one.minutes(2);
    const mails = one.centre.cloud.outbox
      .messages()
      .filter((mail) => mail.kind === 'email' && mail.subject.includes('webhook'));
    scene.answer = () => ({});
    const change = (what: object) =>
      one.centre.invoke('change-webhook', { ...CRM, by: 'olga', ...what } as never);
    const on = await change({ change: { kind: 'enable' } });
    const resent = await change({ change: { kind: 'resend', what: { failed: true } } });
    await one.minutes(5);

    expect(mails.length).toBe(2);
    expect(on).toEqual({ kind: 'enabled' });
    expect(resent).toEqual({ kind: 'resent', deliveries: 2 });
    expect((await logOf(scene)).map(({ state, tried }) => [state, tried])).toEqual([
      ['delivered', 2],
      ['delivered', 1],
    ]);
  });
});

describe('every event on the bus of the local cloud', () => {
  it('validates against its published schema (WHK-2)', async () => {
    open = await story({ people: { '601100200': ['rings-out', 'answers'] } });
    await open.import();
    await open.switchTo('running');
    const one = open;
    await one.until(() => one.events.some(({ type }) => type === 'record.classified'));
    await one.minutes(5);

    const schemas = eventSchemas();
    const problems = one.events.flatMap(({ type, detail }) => {
      const schema = z.fromJSONSchema(
        JSON.parse(schemas[`${type}.v${detail.version}.schema.json`] ?? 'false'),
      );
      const { error } = schema.safeParse(detail);
      return error === undefined ? [] : [`${type}: ${error.message}`];
    });
    expect(one.events.length).toBeGreaterThan(20);
    expect(problems).toEqual([]);
  });
});
