// Services outside that the simulation plays: of those only the provider of HLR checks.
import type { ServiceAnswer } from '../../application/ports/services.ts';
import type { ServiceRequest } from '../../domain/inbound/service-request.ts';
import type { Centre } from '../../language/schema/centre.ts';
import type { PhoneNetwork } from '../phone-network/phone-network.ts';
import { hostOfHlr, playedHlr } from '../phone-network/played-hlr.ts';

/** Undefined: there is no such service. */
export function playedServices(
  { hlr }: Pick<Centre, 'hlr'>,
  network: Pick<PhoneNetwork, 'isInService'>,
  { url, body = '' }: Pick<ServiceRequest, 'url' | 'body'>,
): ServiceAnswer | undefined {
  if (hlr === undefined || new URL(url).host !== hostOfHlr(hlr)) return undefined;
  const known = playedHlr(hlr, url + body, (phone) => network.isInService(phone));
  return { kind: 'answered', status: known === undefined ? 404 : 200, body: known };
}
