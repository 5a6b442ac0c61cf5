// Pages of other systems for one record (CAM-25).
import { type ExternalService, SERVICE_CONTACT_VALUES } from '../../language/schema/desk.ts';
import { PARAMETERS, readTemplate } from '../messaging/message-text.ts';
import { addressFrom } from '../messaging/template-address.ts';
import { type CampaignRecord, defaultOf, parametersOf } from '../model/record.ts';

export interface RecordPage {
  readonly service: string;
  readonly name: string;
  readonly url: string;
  readonly opens: ExternalService['opens'];
}

/** @param agent whose desk it is; empty at a desk of nobody */
export function pagesOf(
  services: Readonly<Record<string, ExternalService>>,
  record: CampaignRecord,
  agent: string,
): readonly RecordPage[] {
  const values = {
    record: record.record,
    campaign: record.campaign,
    agent,
    phone: defaultOf(record.phones) ?? '',
    email: defaultOf(record.emails) ?? '',
    ...record.fields,
    [PARAMETERS]: parametersOf(record),
  };
  return Object.entries(services).flatMap(([service, { name, url: template, opens }]) => {
    const url = addressOrNone(template, values);
    return url === undefined ? [] : [{ service, name, url, opens }];
  });
}

/** What the engine says of a value that breaks the template may repeat it. */
function addressOrNone(template: string, values: Parameters<typeof addressFrom>[1]) {
  try {
    return addressFrom(template, values);
  } catch {
    return undefined;
  }
}

/** What of an address says something of the person: fields, what rules added, number, address. */
export function personalIn(template: string, fields: readonly string[]): readonly string[] {
  const read = readTemplate(template);
  if (read.kind === 'broken') return [];
  const personal: readonly string[] = [...fields, ...SERVICE_CONTACT_VALUES, PARAMETERS];
  return read.fields.filter((name) => personal.includes(name));
}
