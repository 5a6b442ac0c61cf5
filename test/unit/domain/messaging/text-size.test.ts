import { expect, it } from 'vitest';
import { textSize } from '../../../../lib/domain/messaging/text-size.ts';

it.each([
  ['a'.repeat(160), 'GSM', 1],
  ['a'.repeat(161), 'GSM', 2],
  ['a'.repeat(307), 'GSM', 3],
  ['€'.repeat(80), 'GSM', 1],
  ['€'.repeat(81), 'GSM', 2],
  [`${'a'.repeat(69)}ż`, 'Unicode', 1],
  [`${'a'.repeat(70)}ż`, 'Unicode', 2],
  ['ř'.repeat(135), 'Unicode', 3],
])('a text of %s… is %s in %d parts', (text, encoding, parts) => {
  expect(textSize(text)).toEqual({ encoding, parts });
});
