// Stories of those who look after campaigns and receivers.
import { copyRecords, orderCopy } from '../../../../lib/application/imports/copy-records.ts';
import { importContacts } from '../../../../lib/application/imports/import-contacts.ts';
import { changeWebhook } from '../../../../lib/application/webhooks/change-webhook.ts';
import { deliverWebhook } from '../../../../lib/application/webhooks/deliver-webhook.ts';
import { aFloor, type Floor, SPRING } from '../../application/a-floor.ts';

/** The receiver of a webhook says that it is gone; olga switches it on again. */
export async function aReceiverThatIsGone(): Promise<Floor> {
  const crm = { url: 'https://crm.example.org/hook', events: ['campaign.switched'] };
  const floor = await aFloor({ campaign: { webhooks: { crm } }, records: ['ann'] });
  floor.ports.receivers.answerWith(() => ({ kind: 'answered', status: 410, text: '' }));
  const webhook = { campaign: 'spring', webhook: 'crm' };
  const id = 'campaign#spring.000000001.00';
  await deliverWebhook({ campaign: 'spring', id }, floor.ports);
  await changeWebhook({ ...webhook, change: { kind: 'enable' }, by: 'olga' }, floor.ports);
  return floor;
}

/** A file was the wrong one. */
export async function anImportUndone(): Promise<Floor> {
  const floor = await aFloor();
  const order = { campaign: 'spring', key: 'imports/spring/people.csv' };
  floor.ports.files.put(order.key, 'Name;Phone\nAnn;600100200\n');
  await importContacts(order, floor.ports);
  await importContacts({ ...order, undo: { by: 'olga' } }, floor.ports);
  return floor;
}

/** A campaign is filled with the people of another. */
export async function aCopy(): Promise<Floor> {
  const floor = await aFloor({ also: { autumn: {} } });
  await floor.add('ann');
  await floor.add('bob');
  const of = { kind: 'all' } as const;
  const order = { from: SPRING, by: 'olga', of, keepsOwners: false };
  const copy = await orderCopy('autumn', order, floor.ports);
  await copyRecords({ campaign: 'autumn', copy }, floor.ports);
  return floor;
}
