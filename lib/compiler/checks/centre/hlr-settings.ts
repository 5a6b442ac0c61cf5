import { readTemplate } from '../../../domain/messaging/message-text.ts';
import { HLR_VALUES } from '../../../language/schema/hlr.ts';
import { type Check, namesFrom, unlessKnown } from '../check-facts.ts';

/** The provider of HLR checks can be asked, and its answer means one thing (CBR-10). */
export const hlrSettings: Check = function* (facts) {
  const { hlr } = facts.definitions.centre;
  if (hlr === undefined) return;
  const { url, headers, body } = hlr.request;
  const templates: readonly (readonly [string | undefined, readonly string[]])[] = [
    [url, ['url']],
    ...Object.entries(headers).map(([name, text]) => [text, ['headers', name]] as const),
    [body, ['body']],
  ];
  const known = namesFrom(facts, HLR_VALUES);
  for (const [text = '', path] of templates) {
    const at = facts.places.valueAt(['centre', 'hlr', 'request', ...path]);
    const read = readTemplate(text);
    if (read.kind === 'broken') yield { at, message: `not a valid template: ${read.reason}` };
    else
      for (const value of read.fields)
        yield* unlessKnown(value, known, at, `nothing sets {{ ${value} }}`);
  }
  const plain = (value: string) => value.toLowerCase();
  for (const [n, value] of hlr.invalid.entries()) {
    if (!hlr.valid.map(plain).includes(plain(value))) continue;
    const at = facts.places.valueAt(['centre', 'hlr', 'invalid', n]);
    yield { at, message: `'${value}' cannot mean both valid and invalid` };
  }
};
