// Links within the Connect instance. A number is named by its ARN or, when the instance has it
// without anybody having written the ARN down, by itself; then Connect is asked for it.
import {
  AssociatePhoneNumberContactFlowCommand,
  AssociateQueueQuickConnectsCommand,
  type ConnectClient,
  DisassociatePhoneNumberContactFlowCommand,
  DisassociateQueueQuickConnectsCommand,
  ListPhoneNumbersV2Command,
} from '@aws-sdk/client-connect';
import type { ConnectLinks } from '../../application/ports/connect-links.ts';
import { errorName, faultOf } from '../service-errors.ts';

/** Connect takes so many quick connects in one request. */
const MOST_AT_ONCE = 50;

export function connectLinks(connect: ConnectClient, InstanceId: string): ConnectLinks {
  const numberId = async (number: string): Promise<string | undefined> => {
    if (number.startsWith('arn:')) return lastPart(number);
    const { ListPhoneNumbersSummaryList: found = [] } = await connect.send(
      new ListPhoneNumbersV2Command({ InstanceId, PhoneNumberPrefix: number }),
    );
    return found.find(({ PhoneNumber }) => PhoneNumber === number)?.PhoneNumberId;
  };
  return {
    numberToFlow: (number, flow) =>
      asking('linking a number to its flow', async () => {
        const PhoneNumberId = await numberId(number);
        if (PhoneNumberId === undefined)
          throw new Error(`the instance has no number …${number.slice(-3)}`);
        const ContactFlowId = lastPart(flow);
        await connect.send(
          new AssociatePhoneNumberContactFlowCommand({ InstanceId, PhoneNumberId, ContactFlowId }),
        );
      }),
    releaseNumber: (number) =>
      asking('taking a number from its flow', async () => {
        const PhoneNumberId = await numberId(number);
        if (PhoneNumberId === undefined) return;
        await unlessGone(() =>
          connect.send(
            new DisassociatePhoneNumberContactFlowCommand({ InstanceId, PhoneNumberId }),
          ),
        );
      }),
    addQuickConnects: (queue, quickConnects) =>
      asking('giving a queue quick connects', async () => {
        for (const QuickConnectIds of chunks(quickConnects))
          await connect.send(
            new AssociateQueueQuickConnectsCommand({
              InstanceId,
              QueueId: lastPart(queue),
              QuickConnectIds,
            }),
          );
      }),
    removeQuickConnects: (queue, quickConnects) =>
      asking('taking quick connects from a queue', async () => {
        for (const QuickConnectIds of chunks(quickConnects))
          await unlessGone(() =>
            connect.send(
              new DisassociateQueueQuickConnectsCommand({
                InstanceId,
                QueueId: lastPart(queue),
                QuickConnectIds,
              }),
            ),
          );
      }),
  };
}

/** …instance/<id>/queue/<id>, …:phone-number/<id> */
const lastPart = (arn: string): string => arn.slice(arn.lastIndexOf('/') + 1);

function chunks(ids: readonly string[]): readonly string[][] {
  return Array.from({ length: Math.ceil(ids.length / MOST_AT_ONCE) }, (_, i) =>
    ids.slice(i * MOST_AT_ONCE, (i + 1) * MOST_AT_ONCE).map(lastPart),
  );
}

async function unlessGone(run: () => Promise<unknown>): Promise<void> {
  try {
    await run();
  } catch (error) {
    if (errorName(error) !== 'ResourceNotFoundException') throw error;
  }
}

async function asking(doing: string, run: () => Promise<void>): Promise<void> {
  try {
    await run();
  } catch (error) {
    throw faultOf('TelephonyUnavailable', doing, error);
  }
}
