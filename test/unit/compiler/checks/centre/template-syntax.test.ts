import { describe, expect, it } from 'vitest';
import { found, IVR_FILES } from '../../../../support/a-centre.ts';
import { inScript } from '../../../../support/a-script-file.ts';

const AGAIN = 'rules/again.yaml';
const HELP = 'ivrs/help.yaml';

describe('template-syntax', () => {
  it('reports the text of a message', () => {
    expect(found({ [AGAIN]: ['text: Hello {{ name }}', 'text: Hello {{ name }'] })).toEqual([
      `rules/again.yaml:21:5 template-syntax: the text of tile 'message' is not a valid template: output "{{ name }" not closed`,
    ]);
  });

  it('reports the subject of an e-mail', () => {
    expect(found({ [AGAIN]: ['subject: Hello', 'subject: Hello {% if name %}'] })).toEqual([
      "rules/again.yaml:26:5 template-syntax: the subject of tile 'letter' is not a valid template: tag {% if name %} not closed",
    ]);
  });

  it('reports a part of a request', () => {
    expect(found({ [HELP]: ['?phone={{ caller }}', '?phone={{ caller }'] }, IVR_FILES)).toEqual([
      'ivrs/help.yaml:19:21 template-syntax: not a valid template: output "{{ caller }" not closed',
    ]);
  });

  it('reports the text of a classifier', () => {
    const keys = '    closes: true\n    sendsSms: { from: TEST, text: "Hello {{ name }" }';
    expect(found({ 'campaigns/spring.yaml': ['    closes: true', keys] })).toEqual([
      `campaigns/spring.yaml:19:29 template-syntax: the text of classifier 'sold' is not a valid template: output "{{ name }" not closed`,
    ]);
  });

  it('reports what an agent is to read out', () => {
    expect(found(inScript('{{ pesel }}', '{{ pesel }'), IVR_FILES)).toEqual([
      'scripts/talk.yaml:5:5 template-syntax: the text of page \'hello\' is not a valid template: output "{{ pesel }." not closed',
    ]);
  });

  it('accepts single braces, which are text', () => {
    expect(found({ [AGAIN]: ['text: Hello {{ name }}', 'text: Hello {name}'] })).toEqual([]);
  });
});
