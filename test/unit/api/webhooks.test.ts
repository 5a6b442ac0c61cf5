import { describe, expect, it } from 'vitest';
import { type Api, anApi, tokenOf } from '../../support/api.ts';
import { definitions } from '../../support/definitions.ts';
import { NOW } from '../../support/records.ts';

const CRM = { campaign: 'spring', webhook: 'crm' };
const crm = { url: 'https://crm.example.org/hook', events: ['record.reserved'] };

const aCentre = (): Api =>
  anApi(definitions({ campaign: { webhooks: { crm }, supervisors: ['ewa'] } }));

const rotate = (api: Api) =>
  api.ask(tokenOf.administrator, 'rotateSecret', {
    params: CRM,
    headers: { 'idempotency-key': 'k-1' },
  });

const secretOf = ({ body }: { readonly body: unknown }): string =>
  (body as { readonly secret: string }).secret;

describe('the secret of a webhook', () => {
  it('is answered once and kept nowhere, whatever key the request has', async () => {
    const api = aCentre();
    const kept: unknown[] = [];
    const { answered } = api.ports.givenAnswers;
    api.ports.givenAnswers.answered = async (key, answer) => {
      kept.push(answer);
      await answered(key, answer);
    };

    const first = await rotate(api);
    const second = await rotate(api);

    expect([first.status, second.status]).toEqual([200, 200]);
    expect(secretOf(second)).not.toBe(secretOf(first));
    expect(kept).toEqual([]);
  });

  it('is replaced by an administrator, and the audit has it without the secret', async () => {
    const api = aCentre();

    const { body } = await rotate(api);
    const refused = await api.ask(tokenOf.supervisor('ewa'), 'rotateSecret', { params: CRM });

    const { body: audit } = await api.ask(tokenOf.administrator, 'listAudit');
    expect(refused.status).toBe(403);
    expect(audit).toMatchObject({
      items: [
        { operation: 'rotateSecret', by: 'admin', campaign: 'spring', to: { webhook: 'crm' } },
      ],
    });
    expect(JSON.stringify(audit)).not.toContain(secretOf({ body }));
  });
});

describe('a webhook that was switched off', () => {
  it('is switched on again, which the audit tells once', async () => {
    const api = aCentre();
    const endpoint = CRM;
    const before = await api.ports.webhooks.state(endpoint);
    const disabled = { at: NOW, because: 'failing', since: NOW, told: true } as const;
    const after = { ...before, version: before.version + 1, disabled };
    await api.ports.webhooks.changeState(endpoint, before, after);
    const enable = () => api.ask(tokenOf.supervisor('ewa'), 'enableWebhook', { params: CRM });

    const states = [await enable(), await enable()].map(({ body }) => body);

    const { body: audit } = await api.ask(tokenOf.administrator, 'listAudit');
    expect(states).toEqual([{ state: 'enabled' }, { state: 'unchanged' }]);
    expect((audit as { items: unknown[] }).items).toMatchObject([
      { operation: 'enableWebhook', by: 'ewa', from: { state: 'off' }, to: { state: 'enabled' } },
    ]);
  });

  it('stays off when something else happened to it since it was read', async () => {
    const api = aCentre();
    const disabled = { at: NOW, because: 'failing', since: NOW, told: true } as const;
    const sound = await api.ports.webhooks.state(CRM);
    const off = { ...sound, version: 1, disabled };
    await api.ports.webhooks.changeState(CRM, sound, off);
    const ewa = tokenOf.supervisor('ewa');
    const { body: listed } = await api.ask(ewa, 'listWebhooks', { params: CRM });
    await api.ports.webhooks.changeState(CRM, off, { ...off, version: 2 });
    const enable = (tag: string) =>
      api.ask(ewa, 'enableWebhook', { params: CRM, headers: { 'if-match': tag } });

    const [{ etag = '' } = {}] = (listed as { items: { etag?: string }[] }).items;
    const late = await enable(etag);
    const inTime = await enable('"v2"');

    expect([etag, late.status, inTime.status]).toEqual(['"v1"', 412, 200]);
    expect((await api.ports.webhooks.state(CRM)).disabled).toBeUndefined();
  });
});
