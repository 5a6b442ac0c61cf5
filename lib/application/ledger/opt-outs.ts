// Somebody wants no more text messages, whoever told us: they themselves, or the provider, on whose
// list they are (SMS-6). It holds for texts in every campaign; told twice, it changes nothing.

import type { Ports } from '../ports/ports.ts';
import { changeAddress } from './change-ledger.ts';

export async function keepOptOut(
  phone: string,
  reason: string,
  { ledger, clock }: Pick<Ports, 'ledger' | 'clock'>,
): Promise<void> {
  await changeAddress(
    phone,
    [
      { kind: 'withdraw', channel: 'sms', by: reason },
      { kind: 'blacklist', channel: 'sms', reason, by: 'the person' },
    ],
    ledger,
    clock.now(),
  );
}
