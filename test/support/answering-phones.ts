// As much of Connect as phones ask for: users with the configuration that the last update wrote.
import type { PhoneSetting } from '../../lib/domain/campaigns/handling.ts';
import type { Answer, Asked } from './answering-aws.ts';

interface Phone {
  readonly setting?: PhoneSetting;
  readonly deskPhone?: string;
}
type Config = Readonly<Record<string, unknown>>;

export function answeringPhones(given: Readonly<Record<string, Phone>>) {
  const last = (path: string) => path.slice(path.lastIndexOf('/') + 1);
  const configs = new Map<string, Config>(
    Object.entries(given).map(([arn, phone]) => [last(arn), configOf(phone)]),
  );
  const missing: Answer = { error: 'ResourceNotFoundException', status: 404 };
  const answer = ({ method, path, body }: Asked): Answer => {
    const [, user = '', update] = /^\/users\/i\/([^/]+)(\/phone-config)?$/.exec(path) ?? [];
    const config = configs.get(user);
    if (!config) return missing;
    if (method === 'GET' && !update) return { body: { User: { Id: user, PhoneConfig: config } } };
    if (method !== 'POST' || !update) return missing;
    configs.set(user, body.PhoneConfig as Config);
    return { body: {} };
  };
  return { answer, phoneOf: (arn: string) => phoneOf(configs.get(last(arn)) ?? {}) };
}

function configOf({ setting, deskPhone }: Phone): Config {
  const isDesk = setting?.handling === 'manual-phone';
  return {
    PhoneType: isDesk ? 'DESK_PHONE' : 'SOFT_PHONE',
    AutoAccept: setting?.handling === 'automatic',
    AfterContactWorkTimeLimit: setting?.wrapUp ?? 0,
    ...(deskPhone !== undefined && { DeskPhoneNumber: deskPhone }),
  };
}

function phoneOf(config: Config): Phone {
  const byHand = config.PhoneType === 'DESK_PHONE' ? 'manual-phone' : 'manual-web';
  const handling = config.AutoAccept === true ? 'automatic' : byHand;
  const deskPhone = config.DeskPhoneNumber;
  return {
    setting: { handling, wrapUp: Number(config.AfterContactWorkTimeLimit) },
    deskPhone: typeof deskPhone === 'string' ? deskPhone : undefined,
  };
}
