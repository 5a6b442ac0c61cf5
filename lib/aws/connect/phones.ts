// Phones of Connect's users. The update replaces the whole configuration, so what is not ours is
// read and given back. Who comes back from a break mostly has the phone they had before: a running
// function remembers what it has found, and events of agents come to few of them.
// docs.aws.amazon.com/connect/latest/APIReference/API_UpdateUserPhoneConfig.html
import {
  type ConnectClient,
  DescribeUserCommand,
  UpdateUserPhoneConfigCommand,
  type UserPhoneConfig,
} from '@aws-sdk/client-connect';
import type { Phones } from '../../application/ports/phones.ts';
import type { PhoneSetting } from '../../domain/campaigns/handling.ts';
import { userIdOf } from '../../domain/model/agent.ts';
import type { Instant } from '../../domain/model/instant.ts';
import { isSame } from '../../domain/model/is-same.ts';
import { errorName, faultOf } from '../service-errors.ts';

export function connectPhones(connect: ConnectClient, InstanceId: string): Phones {
  const right = new Map<string, { readonly setting: PhoneSetting; readonly at: Instant }>();
  const put = async (agentArn: string, setting: PhoneSetting) => {
    const UserId = userIdOf(agentArn);
    try {
      const { User } = await connect.send(new DescribeUserCommand({ InstanceId, UserId }));
      const has = User?.PhoneConfig ?? {};
      if (setting.handling === 'manual-phone' && !has.DeskPhoneNumber) return 'no-desk-phone';
      const wanted = ours(setting);
      const isRight =
        has.PhoneType === wanted.PhoneType &&
        (has.AutoAccept ?? false) === wanted.AutoAccept &&
        has.AfterContactWorkTimeLimit === wanted.AfterContactWorkTimeLimit;
      if (isRight) return 'unchanged';
      const PhoneConfig = { ...has, ...wanted };
      await connect.send(new UpdateUserPhoneConfigCommand({ InstanceId, UserId, PhoneConfig }));
      return 'set';
    } catch (error) {
      if (errorName(error) === 'ResourceNotFoundException') return 'unknown-agent';
      throw faultOf('TelephonyUnavailable', "setting an agent's phone", error);
    }
  };
  return {
    async set(agentArn, setting, seen) {
      const before = right.get(agentArn);
      right.delete(agentArn);
      if (before && seen && before.at > seen.since && isSame(before.setting, setting)) {
        right.set(agentArn, before);
        return 'unchanged';
      }
      const told = await put(agentArn, setting);
      if (seen && (told === 'set' || told === 'unchanged'))
        right.set(agentArn, { setting, at: seen.now });
      return told;
    },
  };
}

const ours = ({ handling, wrapUp }: PhoneSetting) =>
  ({
    PhoneType: handling === 'manual-phone' ? 'DESK_PHONE' : 'SOFT_PHONE',
    AutoAccept: handling === 'automatic',
    // 0 would be a wrap-up without end
    AfterContactWorkTimeLimit: Math.max(1, Math.ceil(wrapUp)),
  }) as const satisfies UserPhoneConfig;
