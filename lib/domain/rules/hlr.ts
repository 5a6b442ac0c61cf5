// What a provider says of a number (CBR-10): in service, out of service, or neither for certain.
import type { Hlr } from '../../language/schema/hlr.ts';
import { valueAt } from '../inbound/call-values.ts';

export type HlrAnswer = 'valid' | 'invalid' | 'unknown';

/** @param body of the response */
export function hlrAnswer(body: unknown, { answer, valid, invalid }: Hlr): HlrAnswer {
  const said = valueAt(body, answer)?.toLowerCase();
  const means = (values: readonly string[]) =>
    said !== undefined && values.some((value) => value.toLowerCase() === said);
  if (means(valid)) return 'valid';
  return means(invalid) ? 'invalid' : 'unknown';
}

/** What the templates of the request may use. */
export const hlrValues = (phone: string): Readonly<Record<string, string>> => ({
  number: phone,
  digits: phone.replace(/^\+/, ''),
});
