import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { bothForms } from '../../../../lib/domain/messaging/both-forms.ts';
import { markedUp, withLastLine } from '../../../../lib/domain/messaging/mark-up.ts';

const bodyOf = (html: string): string => /<body>\n(.*)\n<\/body>/s.exec(html)?.[1] ?? '';
const both = (template: string, values: Readonly<Record<string, string>> = {}) => {
  const forms = bothForms(template, values);
  return forms && { text: forms.text, html: bodyOf(forms.html) };
};

describe('an e-mail of two forms (CBR-11)', () => {
  it('has paragraphs, lines, lists, bold text and links in HTML, and reads well as text', () => {
    const template =
      'Dear {{ name }},\nwe call **today**.\n\n- one\n- two\n\n[Our offer](https://x.example/a?b=1&c=2)';

    expect(both(template, { name: 'Ann' })).toEqual({
      text: 'Dear Ann,\nwe call today.\n\n- one\n- two\n\nOur offer: https://x.example/a?b=1&c=2',
      html: [
        '<p>Dear Ann,<br>\nwe call <strong>today</strong>.</p>',
        '<ul>\n<li>one</li>\n<li>two</li>\n</ul>',
        '<p><a href="https://x.example/a?b=1&amp;c=2">Our offer</a></p>',
      ].join('\n'),
    });
  });

  it('takes a value for text, whatever it looks like', () => {
    const name = '<b>x</b> **y** [z](https://evil.example) "\'&';

    expect(both('Dear {{ name }}', { name })).toEqual({
      text: `Dear ${name}`,
      html: '<p>Dear &lt;b&gt;x&lt;/b&gt; **y** [z](https://evil.example) &quot;&#39;&amp;</p>',
    });
  });

  it('leaves a date, and what filters make of it, as it is', () => {
    expect(both('{{ day | date: "%d.%m.%Y" }}', { day: '2026-12-31' })?.text).toBe('31.12.2026');
    expect(both('{{ parameters.x }}', {})?.text).toBe('');
  });

  it('links only to the web, an address or a telephone', () => {
    expect(both('[a](javascript:alert) [b](tel:+48600) [c](data:x)')?.html).toBe(
      '<p>[a](javascript:alert) <a href="tel:+48600">b</a> [c](data:x)</p>',
    );
  });

  it('is none when the values break the template', () => {
    expect(
      bothForms('{% for n in (1..many) %}x{% endfor %}', { many: '99999999' }),
    ).toBeUndefined();
  });

  it('never has a tag or an attribute that a value wrote', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme' }), (value) => {
        const { html = '' } = both('A {{ value }} z', { value }) ?? {};

        expect(html.replaceAll(/<\/?(p|br|ul|li|strong)>/g, '')).not.toMatch(/[<>"]/);
        expect(html).not.toMatch(/<(strong|a|li)/);
      }),
    );
  });

  it('is made of a text written by hand as well', () => {
    expect(bodyOf(markedUp('**Hello**').html)).toBe('<p><strong>Hello</strong></p>');
  });
});

describe('a last line', () => {
  it('stands at the end of both forms', () => {
    const { text, html } = withLastLine(markedUp('Hello'), 'Stop <it>', 'https://x.example/$&"');

    expect(text).toBe('Hello\n\nStop <it>: https://x.example/$&"\n');
    expect(bodyOf(html ?? '')).toBe(
      '<p>Hello</p>\n<p><a href="https://x.example/$&amp;&quot;">Stop &lt;it&gt;</a></p>',
    );
  });

  it('makes no HTML where there is none', () => {
    expect(withLastLine({ text: 'Hello' }, 'Stop', 'https://x.example/')).not.toHaveProperty(
      'html',
    );
  });
});
