import { describe, expect, it } from 'vitest';
import { readEmails } from '../../../lib/contacts/email-cell.ts';

const read = (text: string) => readEmails(text).values;

describe('a cell of e-mail addresses (REC-10)', () => {
  it.each([
    ['Ann Berg <ann@x.example>', 'ann@x.example'],
    ['mailto:ann@x.example', 'ann@x.example'],
    ['ANN@X.EXAMPLE', 'ann@x.example'],
    ['ann@x.example (work)', 'ann@x.example'],
    ["o'hara/ann+1@x.example", "o'hara/ann+1@x.example"],
    ['an\u200bn@x.example', 'ann@x.example'],
    ['ann@łąka.example', 'ann@xn--ka-ola7v.example'],
  ])('%j is %s', (text, address) => {
    expect(read(text)).toEqual([address]);
  });

  it.each(['a@x.example; b@x.example', 'a@x.example b@x.example', 'a@x.example\nb@x.example'])(
    '%j is two addresses',
    (text) => {
      expect(read(text)).toEqual(['a@x.example', 'b@x.example']);
    },
  );

  it.each([
    'ann',
    'ann@localhost',
    'ann@x',
    'ann@.example',
    'ann@-x.example',
    'ann@x.example.',
    'ann.@x.example',
    'an..n@x.example',
    'änn@x.example',
    'ann@x,example',
    'ann@@x.example',
    'ann@x.123',
    'ann@[1.2.3.4]',
    'ann@x!.example',
    'ann@x.example!',
    'ann@x%2eexample.com',
    'ann;@x.example',
    '(ann)@x.example',
    '\u0130@x.example',
    'ann@x.example\r\nBcc: b@x.example',
    `${'a'.repeat(65)}@x.example`,
    `ann@${'a'.repeat(64)}.example`,
    `${'a'.repeat(60)}@${`${'b'.repeat(60)}.`.repeat(4)}example`,
  ])('%j is refused, as SES would', (text) => {
    expect(read(text)).toEqual([]);
  });

  it('keeps the good address and names the bad one', () => {
    expect(readEmails('a@x.example, b@@y')).toEqual({
      values: ['a@x.example'],
      remarks: ["'b@@y' is not an e-mail address"],
    });
  });
});
