// A call script as its authors write it, for the campaign `hotline` of a-centre.ts.
import type { Edits } from './a-centre.ts';

export const SCRIPT_FILE = `name: Talk
start: hello
pages:
  hello:
    text: Good morning, {{ pesel }}.
    questions:
      reason: { kind: choice, label: Why do you call?, options: [price, other] }
      agreed: { kind: checkbox, label: They agree to be recorded }
    jumps:
      - { if: reason, is: price, to: offer }
    next: bye
  offer:
    questions:
      words: { kind: text, label: In their words }
    jumps:
      - { if: agreed, is: "no", to: bye }
      - { if: reason, is: [price, other], to: bye }
  bye: {}
`;

export const TALK = 'scripts/talk.yaml';

/** The campaign shows the script, in which a text is replaced. */
export const inScript = (was = '', is = ''): Edits => {
  if (!SCRIPT_FILE.includes(was)) throw new Error(`the script does not hold '${was}'`);
  return {
    'campaigns/hotline.yaml': ['    ivr: help', '    ivr: help\n    script: talk'],
    [TALK]: SCRIPT_FILE.replace(was, is),
  };
};
