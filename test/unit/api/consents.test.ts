import { describe, expect, it } from 'vitest';
import { anApi, tokenOf } from '../../support/api.ts';
import { definitions } from '../../support/definitions.ts';

const JAN = '+48600100200';
const admin = tokenOf.administrator;
const spring = { campaign: 'spring' };

describe('the blacklist over the API', () => {
  it('keeps a person from being called in every campaign, and the audit shows no number', async () => {
    const api = anApi(definitions());
    const change = { kind: 'blacklist', reason: 'they asked' };

    const first = await api.ask(admin, 'changeConsents', { body: { address: JAN, change } });
    const second = await api.ask(admin, 'changeConsents', { body: { address: JAN, change } });
    await api.ask(admin, 'addRecords', { params: spring, body: { records: [{ phones: [JAN] }] } });

    expect([first.body, second.body]).toEqual([{ changed: true }, { changed: false }]);
    const { body: listed } = await api.ask(admin, 'listRecords', { params: spring });
    expect(listed).toMatchObject({ items: [{ state: 'blacklisted' }] });
    const { text } = await api.ask(admin, 'listAudit');
    expect(text).toContain('changeConsents');
    expect(text).not.toContain(JAN);
  });

  it('is read with the consents of the person, also those that are over (NEW-8)', async () => {
    const api = anApi(definitions());
    const tell = (change: object) =>
      api.ask(admin, 'changeConsents', { body: { address: JAN, change } });
    await tell({ kind: 'blacklist', reason: 'they asked', channel: 'sms' });
    await tell({ kind: 'consent', channel: 'voice', source: 'a form', wording: 'I agree.' });
    await tell({ kind: 'withdraw', wording: 'no more' });
    const prefix = { kind: 'blacklist', reason: 'premium', campaign: 'spring' };
    await api.ask(admin, 'changePrefixes', { body: { prefix: '+4860', change: prefix } });

    const read = await api.ask(admin, 'readConsents', { query: { address: '+48 600 100 200' } });
    const nobody = await api.ask(admin, 'readConsents', { query: { address: 'Jan' } });

    const by = 'admin';
    expect(read.body).toMatchObject({
      blacklist: [
        { channel: 'sms', reason: 'they asked', by },
        { prefix: '+4860', campaign: 'spring', reason: 'premium', by },
      ],
      consents: [
        {
          ...{ purpose: 'marketing', channel: 'voice', source: 'a form', wording: 'I agree.' },
          withdrawn: { by, wording: 'no more' },
        },
      ],
    });
    expect([nobody.status, nobody.body]).toMatchObject([409, { code: 'not-possible' }]);
  });

  it('takes prefixes, and says what is none', async () => {
    const api = anApi(definitions());
    const change = { kind: 'blacklist', reason: 'premium' };

    const taken = await api.ask(admin, 'changePrefixes', { body: { prefix: '+4870', change } });
    const wrong = await api.ask(admin, 'changePrefixes', { body: { prefix: '4870', change } });
    const nobody = await api.ask(admin, 'changeConsents', { body: { address: 'Jan', change } });

    expect(taken.body).toEqual({ changed: true });
    expect([wrong.status, wrong.body]).toMatchObject([400, { errors: [{ pointer: '/prefix' }] }]);
    expect([nobody.status, nobody.body]).toMatchObject([409, { code: 'not-possible' }]);
  });
});
