import { describe, expect, it } from 'vitest';
import { found, IVR_FILES } from '../../../../support/a-centre.ts';

const AGAIN = 'rules/again.yaml';
const HOTLINE = 'campaigns/hotline.yaml';

describe('unknown-mailbox', () => {
  it('reports the mailbox of an e-mail', () => {
    expect(found({ [AGAIN]: ['mailbox: hello', 'mailbox: helo'] })).toEqual([
      "rules/again.yaml:25:14 unknown-mailbox: tile 'letter' sends from mailbox 'helo', which does not exist",
    ]);
  });

  it('reports the mailbox that sends voicemails', () => {
    expect(found({ [HOTLINE]: ['mailbox: hello', 'mailbox: helo'] }, IVR_FILES)).toEqual([
      "campaigns/hotline.yaml:7:47 unknown-mailbox: voicemail is sent from mailbox 'helo', which does not exist",
    ]);
  });

  it('reports the mailbox of a classifier', () => {
    const keys = '    closes: true\n    sendsEmail: { mailbox: helo, subject: Hi, text: Hello }';
    expect(found({ 'campaigns/spring.yaml': ['    closes: true', keys] })).toEqual([
      "campaigns/spring.yaml:19:28 unknown-mailbox: classifier 'sold' sends from mailbox 'helo', which does not exist",
    ]);
  });

  it('accepts every mailbox of the centre', () => {
    expect(
      found({
        'centre.yaml': ['mailboxes:\n', 'mailboxes:\n  bye: { address: bye@example.org }\n'],
        [AGAIN]: ['mailbox: hello', 'mailbox: bye'],
      }),
    ).toEqual([]);
  });
});
