// A function may be killed at any point. What matters is the moment right after something was
// changed outside and before the function knows; this is where these ports crash it.
import type { Ports } from '../../application/ports/ports.ts';

/** Not a fault of a service: the process is gone, and its trigger delivers the work again. */
export class Killed extends Error {
  override readonly name = 'Killed';
}

/** Port calls with outside effects, e.g. 'records.commit'. */
export type FaultPoint =
  | 'records.commit'
  | 'records.orderEach'
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
    records: {
      ...records,
      commit: (change) => after('records.commit', records.commit(change)),
      add: (changes) => after('records.commit', records.add(changes)),
      commitEach: (changes) => after('records.commit', records.commitEach(changes)),
      orderEach: (changes, turn) => after('records.orderEach', records.orderEach(changes, turn)),
    },
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
    email: { send: (...mail) => after('email.send', email.send(...mail)) },
  };
}
