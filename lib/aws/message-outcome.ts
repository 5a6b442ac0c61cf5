// Neither SMS nor e-mail takes an idempotency token, so the one question after an error is whether
// the message may have been sent. Certainly not and final: rejected. Certainly not, but another
// time perhaps: MessagingUnavailable, tried again. Perhaps: OutcomeUnclear, a message left in
// 'sending', which only its delivery event or the sweeper ends.

import type { Sent } from '../application/ports/message-sender.ts';
import { Fault } from '../application/tasks/faults.ts';
import { own } from '../language/dictionary.ts';
import { errorName, isUnclear, wasNotActedOn, wasRefused } from './service-errors.ts';

/** The provider may or may not have sent the message: it must not be asked again. */
class OutcomeUnclear extends Error {
  override readonly name = 'OutcomeUnclear';
}

/**
 * @param rejections names of the service's errors that refuse this message for good, with our words
 *   for them
 * @param optedOut whether such an error says that the recipient wants no messages
 */
export async function sentOnce(
  provider: string,
  rejections: Readonly<Record<string, string>>,
  send: () => Promise<string | undefined>,
  optedOut: (error: unknown) => boolean = () => false,
): Promise<Sent> {
  let providerId: string | undefined;
  try {
    providerId = await send();
  } catch (error) {
    const name = errorName(error);
    const reason = own(rejections, name);
    if (reason) return { kind: 'rejected', reason, optedOut: optedOut(error) || undefined };
    if (wasNotActedOn(error) || wasRefused(error)) {
      throw new Fault('MessagingUnavailable', `${provider}: ${name}`, { cause: error });
    }
    if (!isUnclear(error)) throw error;
    throw new OutcomeUnclear(`${provider}: ${name || 'no answer'}`, { cause: error });
  }
  if (providerId) return { kind: 'accepted', providerId };
  throw new OutcomeUnclear(`${provider}: answered without an id`);
}
