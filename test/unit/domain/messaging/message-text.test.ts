import { describe, expect, it } from 'vitest';
import { readTemplate, renderMessage } from '../../../../lib/domain/messaging/message-text.ts';

describe('a message (SMS-5)', () => {
  it.each([
    ['Hello {{ name }}!', 'Hello Ann!'],
    ['{{ first-name | upcase }}', 'ANN'],
    ['{% if plan %}Plan {{ plan }}{% else %}No plan{% endif %}', 'No plan'],
    ['Until {{ due | date: "%d.%m.%Y" }}', 'Until 01.04.2026'],
    ['{{ missing }}x', 'x'],
    ['{{ quote }}', "O'Brien & Sons <x>"],
  ])('%s', (template, text) => {
    const fields = {
      name: 'Ann',
      'first-name': 'Ann',
      due: '2026-04-01',
      quote: "O'Brien & Sons <x>",
    };

    expect(renderMessage(template, fields)).toBe(text);
  });

  it('reads no clock: a date that is none stays as it is', () => {
    expect(renderMessage('{{ "now" | date: "%Y" }}', {})).toBe('now');
  });

  it('does not run for ever', () => {
    const endless = '{% for i in (1..100000000) %}x{% endfor %}';

    expect(() => renderMessage(endless, {})).toThrow('memory alloc limit exceeded');
  });
});

describe('a template', () => {
  it('tells which parameters it reads by name (CBR-15)', () => {
    const template = '{{ parameters.plan }} {% if parameters["second-try"] %}{{ name }}{% endif %}';

    expect(readTemplate(template)).toMatchObject({ parameters: ['plan', 'second-try'] });
  });

  it('tells which fields it reads, its own variables left out', () => {
    const template = '{% assign who = name %}{{ who }} {{ city.size }} {% if plan %}{% endif %}';

    expect(readTemplate(template)).toEqual({
      kind: 'valid',
      fields: ['name', 'city', 'plan'],
      parameters: [],
    });
  });

  it.each([
    ['{{ name }', 'output "{{ name }" not closed'],
    ['{% if name %}', 'tag {% if name %} not closed'],
    ['{{ name | shout }}', 'undefined filter: shout'],
    ['{{ name | sample }}', 'undefined filter: sample'],
    ['{% include "other" %}', 'tag "include" not found'],
  ])('that is broken says why: %s', (template, reason) => {
    expect(readTemplate(template)).toEqual({ kind: 'broken', reason });
  });
});
