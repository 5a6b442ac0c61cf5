// Messages that agents choose from are held to what holds for messages of rules and classifiers.
import { describe, expect, it } from 'vitest';
import { found } from '../../../support/a-centre.ts';

/** What is reported of a template, without its place. */
const withTemplate = (template: string) =>
  found({
    'campaigns/spring.yaml': [
      'name: Spring\n',
      `name: Spring\ntemplates:\n  hello: { name: Hello, ${template} }\n`,
    ],
  }).map((one) => one.replace(/^campaigns\/spring.yaml:3:\d+ /, ''));

describe('templates of agents', () => {
  it('are accepted when all they name is there', () => {
    expect(withTemplate('kind: sms, from: TEST, text: "Hi {{ name }}"')).toEqual([]);
    expect(
      withTemplate(
        'kind: email, mailbox: hello, subject: Hi, text: Dear, attachments: [leaflet.pdf]',
      ),
    ).toEqual([]);
  });

  it('are reported with a sender or a field that is not there', () => {
    expect(withTemplate('kind: sms, from: TSET, text: "Hi {{ nmae }}"')).toEqual([
      "unknown-sender: template 'hello' sends from 'TSET', which is not a sender of the centre",
      "unknown-field: the text of template 'hello' uses {{ nmae }}, but campaign 'spring' has no field 'nmae'",
    ]);
  });

  it('are reported with a mailbox or a file that is not there, and with a subject that is none', () => {
    expect(
      withTemplate('kind: email, mailbox: helo, subject: "{{ x", text: Hi, attachments: [a.pdf]'),
    ).toEqual([
      "unknown-mailbox: template 'hello' sends from mailbox 'helo', which does not exist",
      expect.stringContaining("template-syntax: the subject of template 'hello' is not a valid"),
      "unknown-attachment: template 'hello' attaches 'a.pdf', which is not in attachments/",
    ]);
  });
});
