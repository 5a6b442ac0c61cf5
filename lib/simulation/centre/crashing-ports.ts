// A function may be killed at any point. What matters is the moment right after something was
// changed in the world and before the function knows; so that is where these ports let it die.
import type { Ports } from '../../application/ports/ports.ts';

/** Not a fault of the world: the process is gone. Its trigger hands the work out again. */
export class Killed extends Error {
  override readonly name = 'Killed';
}

/** Calls of ports that change the world, e.g. 'records.commit'. */
export type FaultPoint =
  | 'records.commit'
  | 'campaigns.commit'
  | 'telephony.dial'
  | 'dialQueue.send'
  | 'sms.send'
  | 'email.send';

/** @param dies asked after each point was done; true kills the function there */
export function crashingPorts(ports: Ports, dies: (point: FaultPoint) => boolean): Ports {
  const after = async <T>(point: FaultPoint, done: Promise<T>): Promise<T> => {
    const result = await done;
    if (dies(point)) throw new Killed(`killed after ${point}`);
    return result;
  };
  const { records, campaigns, telephony, dialQueue, sms, email } = ports;
  return {
    ...ports,
    records: { ...records, commit: (change) => after('records.commit', records.commit(change)) },
    campaigns: {
      ...campaigns,
      commit: (before, next, entries) =>
        after('campaigns.commit', campaigns.commit(before, next, entries)),
    },
    telephony: {
      ...telephony,
      dial: (request) => after('telephony.dial', telephony.dial(request)),
    },
    dialQueue: {
      send: (orders, delays) => after('dialQueue.send', dialQueue.send(orders, delays)),
    },
    sms: { send: (message) => after('sms.send', sms.send(message)) },
    email: { send: (message) => after('email.send', email.send(message)) },
  };
}
