// The order of waiting contacts.
// docs.aws.amazon.com/connect/latest/APIReference/API_UpdateContactRoutingData.html
import { type ConnectClient, UpdateContactRoutingDataCommand } from '@aws-sdk/client-connect';
import type { Routing } from '../../application/ports/routing.ts';
import { errorName, faultOf } from '../service-errors.ts';

export function connectRouting(connect: ConnectClient, InstanceId: string): Routing {
  return {
    async prioritise(ContactId, QueuePriority) {
      try {
        const input = { InstanceId, ContactId, QueuePriority };
        await connect.send(new UpdateContactRoutingDataCommand(input));
        return 'set';
      } catch (error) {
        if (OVER.has(errorName(error))) return 'gone';
        throw faultOf('TelephonyUnavailable', 'raising the priority of a call', error);
      }
    },
  };
}

/** Of a contact that has ended Connect says the one or the other. */
const OVER: ReadonlySet<string> = new Set([
  'ResourceNotFoundException',
  'ResourceConflictException',
]);
