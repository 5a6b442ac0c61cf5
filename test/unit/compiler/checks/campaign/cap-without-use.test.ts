import { describe, expect, it } from 'vitest';
import { found } from '../../../../support/a-centre.ts';

const capped = (channels: string) =>
  found({
    'campaigns/spring.yaml': [
      'name: Spring\n',
      `name: Spring\ncontactCaps: [{ most: 1, within: 7 d, channels: [${channels}] }]\n`,
    ],
    'rules/again.yaml': ['    next: letter', '    next: close'],
    'rules/again.test.yaml': undefined,
  }).filter((line) => !line.includes('unreachable-tile'));

describe('cap-without-use', () => {
  it('reports a cap on a channel that the campaign contacts nobody on', () => {
    const texts = {
      'campaigns/texts.yaml':
        'name: Texts\ncontactCaps: [{ most: 1, within: 1 d, channels: [voice, email] }]\nchannels:\n  sms: { queue: sales, from: TEST, text: Hello }\n',
    };
    expect(found(texts)).toEqual([
      "campaigns/texts.yaml:2:49 cap-without-use: campaign 'texts' begins no contacts by voice or email, so this cap never holds",
    ]);
  });

  it('accepts a channel of the campaign, and one its rule writes on', () => {
    expect(capped('voice')).toEqual([]);
    expect(capped('sms')).toEqual([]);
  });

  it('accepts a cap on every channel', () => {
    const all = 'name: Spring\ncontactCaps: [{ most: 3, within: 7 d, of: address }]\n';
    expect(found({ 'campaigns/spring.yaml': ['name: Spring\n', all] })).toEqual([]);
  });
});
