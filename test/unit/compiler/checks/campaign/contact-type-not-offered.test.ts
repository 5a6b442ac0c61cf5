import { describe, expect, it } from 'vitest';
import { found } from '../../../../support/a-centre.ts';

const SPRING = 'campaigns/spring.yaml';
const offeredFor = (types: string) =>
  found({ [SPRING]: ['    name: Later', `    name: Later\n    for: [${types}]`] });
const CODE = "contact-type-not-offered: classifier 'later'";

describe('contact-type-not-offered', () => {
  it.each([
    ['sms', "is for text messages, but the campaign has no channel 'sms'"],
    ['chat', 'is for chats, but no channel of the centre brings any'],
    ['fax', 'is for faxes, but no channel of the centre brings any'],
  ])('reports %s in a campaign that only calls', (type, because) => {
    expect(offeredFor(`answered, ${type}`)).toEqual([
      `campaigns/spring.yaml:21:21 ${CODE} ${because}`,
    ]);
  });

  it('reports a classifier for calls in a campaign that only writes', () => {
    const texts = `name: Texts
channels:
  sms: { queue: sales, from: TEST, text: Hello }
classifiers:
  read: { name: Read }
`;
    expect(found({ 'campaigns/texts.yaml': texts })).toEqual([
      "campaigns/texts.yaml:5:3 contact-type-not-offered: classifier 'read' is for calls that are answered, but the campaign has no calls",
    ]);
  });

  it('accepts e-mails where the centre has a mailbox, and reports them where it has none', () => {
    expect(offeredFor('answered, email')).toEqual([]);
    const centre = 'mailboxes:\n  hello: { address: hello@example.org }\n';
    const rule = found({
      'centre.yaml': [centre, ''],
      [SPRING]: ['    name: Later', '    name: Later\n    for: [answered, email]'],
    });
    expect(rule).toContain(
      `campaigns/spring.yaml:21:21 ${CODE} is for e-mails, but the centre has no mailbox to write them from`,
    );
  });

  it('accepts every kind of call in a campaign that calls', () => {
    expect(offeredFor('answered, not-answered, busy, error')).toEqual([]);
  });
});
