// A campaign that writes, in the simulation: one record `ann` unless told otherwise, and people who
// say nothing by themselves.
import type { TaskInput } from '../../../../lib/application/tasks/tasks.ts';
import { campaignId } from '../../../../lib/domain/model/ids.ts';
import { callee, type Given, journey } from '../../../support/journey.ts';
import { ref } from '../../../support/records.ts';

const OWN = '+48501230000';
export const NOBODY = { agents: [] };
export const ANN = '+48600000001';
const SILENT = { reply: 0, stop: 0 } as const;

export const people = (count: number) => Array.from({ length: count }, (_, n) => callee(`r${n}`));

const sms = { queue: 'sales', from: OWN, text: 'Hello {{ name }}, is Monday all right?' };

export function texting(given: Given = {}, channel: object = {}) {
  return journey({
    people: [callee('ann').with({ fields: { name: 'Ann' } })],
    agents: ['eva'],
    noOutbound: true,
    sms: { ...sms, ...channel },
    texts: SILENT,
    campaign: {
      fields: { name: { significant: true } },
      classifiers: {
        comes: { name: 'Comes', for: ['sms'], closes: true, success: true },
      },
    },
    ...given,
  });
}

export type Story = Awaited<ReturnType<typeof texting>>;

export const sent = ({ centre }: Story) => centre.ports.sms.sent.map(({ content }) => content.text);
export const state = async ({ centre }: Story, name = 'ann') =>
  (await centre.ports.records.load(ref('spring', name)))?.state;
export const types = async ({ centre }: Story, name = 'ann') =>
  (await centre.ports.journal.ofRecord(ref('spring', name))).map(({ type }) => type);
export const counts = ({ centre }: Story) => centre.ports.records.counts(campaignId('spring'));
export const writes = (
  { centre }: Story,
  text: string,
  more: Partial<TaskInput<'receive-sms'>> = {},
) => centre.perform('receive-sms', { id: 'm1', from: ANN, to: OWN, text, ...more });
