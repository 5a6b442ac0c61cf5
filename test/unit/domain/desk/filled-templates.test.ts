import { describe, expect, it } from 'vitest';
import { filledTemplates } from '../../../../lib/domain/desk/filled-templates.ts';
import { LetterTemplate } from '../../../../lib/language/schema/desk.ts';
import { aRecord } from '../../../support/records.ts';

const sms = (text: string, more = {}) =>
  LetterTemplate.parse({ kind: 'sms', name: 'Short', from: 'random', text, ...more });

describe('templates an agent chooses from (SMS-5)', () => {
  it('have the values of the record in them, and plain letters where they are sent so', () => {
    const record = aRecord('ann', { fields: { name: 'Łucja' } });

    expect(
      filledTemplates(
        { hello: sms('Hi {{ name }}'), plain: sms('Hi {{ name }}', { transliterate: true }) },
        record,
      ),
    ).toEqual([
      { kind: 'sms', template: 'hello', name: 'Short', text: 'Hi Łucja', from: 'random' },
      { kind: 'sms', template: 'plain', name: 'Short', text: 'Hi Lucja', from: 'random' },
    ]);
  });

  it('of e-mails have a subject and what goes along', () => {
    const letter = LetterTemplate.parse({
      ...{ kind: 'email', name: 'Letter', mailbox: 'office', subject: 'To {{ city }}' },
      ...{ text: 'Dear **you**', html: true, cc: ['a@example.org'], attachments: ['a.pdf'] },
    });

    expect(filledTemplates({ letter }, aRecord())).toEqual([
      {
        ...{ kind: 'email', template: 'letter', name: 'Letter', text: 'Dear **you**' },
        ...{ subject: 'To Gdynia', mailbox: 'office', html: true },
        ...{ cc: ['a@example.org'], bcc: [], attachments: ['a.pdf'] },
      },
    ]);
  });

  it('are left out where the values of the record break them', () => {
    const record = aRecord('ann', { fields: { many: '99999999' } });
    const bad = sms('{% for n in (1..many) %}x{% endfor %}');

    expect(filledTemplates({ bad }, record)).toEqual([]);
  });
});
