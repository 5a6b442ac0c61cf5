import { describe, expect, it } from 'vitest';
import { found, IVR_FILES } from '../../../../support/a-centre.ts';
import { inScript, SCRIPT_FILE, TALK } from '../../../../support/a-script-file.ts';

const AGAIN = 'rules/again.yaml';
const HOTLINE = 'campaigns/hotline.yaml';
const HELP = 'ivrs/help.yaml';

describe('unknown-field', () => {
  it('reports a field that a message uses and the campaign does not have', () => {
    expect(found({ [AGAIN]: ['text: Hello {{ name }}', 'text: Hello {{ nmae }}'] })).toEqual([
      "rules/again.yaml:21:5 unknown-field: tile 'message' uses {{ nmae }}, but campaign 'spring' has no field 'nmae'",
    ]);
  });

  it('reports one in the subject of an e-mail', () => {
    expect(found({ [AGAIN]: ['subject: Hello', 'subject: Hello {{ first }}'] })).toEqual([
      "rules/again.yaml:26:5 unknown-field: tile 'letter' uses {{ first }}, but campaign 'spring' has no field 'first'",
    ]);
  });

  it('reports it for every campaign that uses the rule and lacks the field', () => {
    expect(
      found({
        'campaigns/winter.yaml':
          'name: Winter\nchannels: { outbound: { queue: sales, rule: again } }\nfields: { plan: {} }\nclassifiers: { later: { name: Later, recontact: {} } }\n',
      }),
    ).toEqual([
      "rules/again.yaml:21:5 unknown-field: tile 'message' uses {{ name }}, but campaign 'winter' has no field 'name'",
      "rules/again.yaml:27:5 unknown-field: tile 'letter' uses {{ name }}, but campaign 'winter' has no field 'name'",
    ]);
  });

  it('reports the field by which callers are recognised', () => {
    expect(found({ [HELP]: ['field: pesel', 'field: psel'] }, IVR_FILES)).toEqual([
      "ivrs/help.yaml:46:12 unknown-field: campaign 'hotline' has no field 'psel'",
    ]);
  });

  it('reports the field that another system answers with (INB-14)', () => {
    expect(
      found(
        {
          [HOTLINE]: [
            '    ivr: help\n',
            '    ivr: help\n    authorisation: { request: { url: "https://crm.example.org/" }, record: id, field: client }\n',
          ],
        },
        IVR_FILES,
      ),
    ).toEqual([
      "campaigns/hotline.yaml:6:87 unknown-field: campaign 'hotline' has no field 'client'",
    ]);
  });

  it('reports a field in the subject of a classifier’s e-mail', () => {
    const email = 'mailbox: hello, subject: "Hi {{ nmae }}", text: Hello';
    const keys = `    closes: true\n    sendsEmail: { ${email} }`;
    expect(found({ 'campaigns/spring.yaml': ['    closes: true', keys] })).toEqual([
      "campaigns/spring.yaml:19:35 unknown-field: the subject of classifier 'sold' uses {{ nmae }}, but campaign 'spring' has no field 'nmae'",
    ]);
  });

  it('reports a field that a script reads out, of a channel and of a queue (DIA-5)', () => {
    expect(found(inScript('{{ pesel }}', '{{ peser }}'), IVR_FILES)).toEqual([
      "scripts/talk.yaml:5:5 unknown-field: page 'hello' uses {{ peser }}, but campaign 'hotline' has no field 'peser'",
    ]);
    expect(
      found(
        {
          [TALK]: SCRIPT_FILE.replace('pesel', 'peser'),
          'queues.yaml': ['  music: music.wav', '  music: music.wav\n  script: talk'],
        },
        IVR_FILES,
      ),
    ).toEqual([
      "scripts/talk.yaml:5:5 unknown-field: page 'hello' uses {{ peser }}, but campaign 'hotline' has no field 'peser'",
    ]);
  });

  it('accepts every field of the campaign, with filters', () => {
    expect(
      found({ [AGAIN]: ['text: Hello {{ name }}', 'text: Hello {{ plan | upcase }}'] }),
    ).toEqual([]);
  });
});
