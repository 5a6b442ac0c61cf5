// The provider of HLR checks of a run, played on the local cloud: it knows which numbers of the
// simulated network are in service. Its secret, which only the owner of a deployment has, gets a
// value here.
import type { Definitions } from '../../language/definitions.ts';
import type { LocalCloud } from '../../local/local-cloud.ts';
import type { PhoneNetwork } from '../../simulation/phone-network/phone-network.ts';
import { hostOfHlr, playedHlr } from '../../simulation/phone-network/played-hlr.ts';
import { DEPLOYMENT } from './deployment-client.ts';

export function playHlr(
  { centre }: Definitions,
  cloud: Pick<LocalCloud, 'outside' | 'secrets'>,
  network: Pick<PhoneNetwork, 'isInService'>,
): void {
  const { hlr } = centre;
  if (hlr === undefined) return;
  const { secret } = hlr.request;
  if (secret !== undefined) cloud.secrets.put(`${DEPLOYMENT}/${secret.name}`, 'local');
  cloud.outside.play(hostOfHlr(hlr), {
    answer: ({ path, query, body }) => {
      const sent = `${path} ${query.toString()} ${body.toString()}`;
      const known = playedHlr(hlr, sent, (phone) => network.isInService(phone));
      if (known === undefined) return { status: 404, body: '' };
      const headers = { 'Content-Type': 'application/json' };
      return { status: 200, headers, body: JSON.stringify(known) };
    },
  });
}
