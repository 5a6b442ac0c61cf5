// A provider of HLR checks, played: it knows which of the simulated numbers are in service.
import type { Hlr } from '../../language/schema/hlr.ts';

/** Digits of the number in a request, wherever its templates have put it. */
function phoneIn(text: string): string | undefined {
  const [digits] = /\d{9,15}/.exec(text) ?? [];
  return digits === undefined ? undefined : `+${digits}`;
}

/**
 * The body of the answer, as the definitions expect it; undefined when no number was sent.
 * @param request its address and body
 */
export function playedHlr(
  { answer, valid, invalid }: Hlr,
  request: string,
  isInService: (phone: string) => boolean,
): object | undefined {
  const phone = phoneIn(decodeURIComponent(request));
  if (phone === undefined) return undefined;
  const [said] = isInService(phone) ? valid : invalid;
  const steps = answer.split('.').toReversed();
  return steps.reduce<unknown>((inner, step) => ({ [step]: inner }), said) as object;
}

export const hostOfHlr = ({ request }: Hlr): string =>
  new URL(request.url.replace(/\{.*$/s, '')).host;
