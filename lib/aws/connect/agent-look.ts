// GetCurrentUserData: who is logged in to some routing profiles and what they do. A look every five
// seconds is a tenth of the two calls a second of an account, which metrics of Connect share.
// docs.aws.amazon.com/connect/latest/APIReference/API_GetCurrentUserData.html
import {
  type ConnectClient,
  GetCurrentUserDataCommand,
  type UserData,
} from '@aws-sdk/client-connect';
import type { AgentLook } from '../../application/ports/agent-look.ts';
import type { AgentPresence } from '../../domain/model/agent.ts';
import { instant } from '../../domain/model/instant.ts';
import { activityOf, heldOf } from '../events/agent-event.ts';
import { faultOf } from '../service-errors.ts';
import type { AgentNames } from './agent-names.ts';
import type { ConnectDirectory } from './directory.ts';
import { lastPart } from './directory.ts';

/** Routing profiles one request may name. */
const AT_ONCE = 100;

export function connectAgentLook(
  connect: ConnectClient,
  InstanceId: string,
  {
    directory,
    names,
    deployment,
  }: {
    readonly directory: Pick<ConnectDirectory, 'profiles'>;
    readonly names: AgentNames;
    /** Its name, with which statuses begin in an instance that several share. */
    readonly deployment: string;
  },
): AgentLook {
  return {
    async now(groups) {
      const profiles = await directory.profiles();
      if (profiles.size === 0) return undefined;
      const asked = groups.flatMap((group) => profiles.get(group) ?? []);
      const groupOf = new Map([...profiles].map(([group, arn]) => [lastPart(arn), group]));
      const found = await userData(connect, InstanceId, asked.slice(0, AT_ONCE));
      const presences = await Promise.all(
        found.map((user) => presenceOf(user, { groupOf, names, deployment })),
      );
      return presences.flatMap((presence) => presence ?? []);
    },
  };
}

async function userData(connect: ConnectClient, InstanceId: string, RoutingProfiles: string[]) {
  const found: UserData[] = [];
  let NextToken: string | undefined;
  if (RoutingProfiles.length === 0) return found;
  try {
    do {
      const page = await connect.send(
        new GetCurrentUserDataCommand({
          InstanceId,
          Filters: { RoutingProfiles },
          MaxResults: 100,
          NextToken,
        }),
      );
      found.push(...(page.UserDataList ?? []));
      ({ NextToken } = page);
    } while (NextToken);
    return found;
  } catch (error) {
    throw faultOf('TelephonyUnavailable', 'asking what agents do', error);
  }
}

async function presenceOf(
  { User, RoutingProfile, Status, NextStatus, Contacts, AvailableSlotsByChannel }: UserData,
  of: {
    readonly groupOf: ReadonlyMap<string, string>;
    readonly names: AgentNames;
    readonly deployment: string;
  },
): Promise<Omit<AgentPresence, 'eventAt'> | undefined> {
  const group = of.groupOf.get(lastPart(RoutingProfile?.Arn ?? RoutingProfile?.Id ?? ''));
  const arn = User?.Arn;
  const agent = arn && (await of.names(arn));
  if (!agent || !group) return undefined;
  const statuses = {
    AgentStatus: {
      Name: Status?.StatusName ?? '',
      StartTimestamp: Status?.StatusStartTimestamp?.toISOString(),
    },
    NextAgentStatus: NextStatus === undefined ? undefined : { Name: NextStatus },
  };
  const { activity, since } = activityOf({
    ...statuses,
    Configuration: {
      RoutingProfile: {
        Concurrency: [{ Channel: 'VOICE', AvailableSlots: AvailableSlotsByChannel?.VOICE }],
      },
    },
    Contacts: (Contacts ?? []).map((contact) => ({
      Channel: contact.Channel ?? '',
      State: contact.AgentContactState ?? '',
      StateStartTimestamp: contact.StateStartTimestamp?.toISOString(),
    })),
  });
  const held = heldOf(statuses, of.deployment);
  return { agent, arn, group, activity, since: since ?? instant(0), ...(held && { held }) };
}
