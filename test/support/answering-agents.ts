// As much of Connect as a look at agents asks for, one page for each agent.
import type { Seen } from '../contracts/agent-look.ts';
import type { Answer, Asked } from './answering-aws.ts';

const STATES: Readonly<Partial<Record<Seen['activity'], string>>> = {
  talking: 'CONNECTED',
  'wrap-up': 'ENDED',
};

const profileArn = (group: string): string => `arn:profile/${group}`;

/** The directory's routing profiles of these groups. */
export const profilesOf = (agents: readonly Seen[]): ReadonlyMap<string, string> =>
  new Map(agents.map(({ group }) => [group, profileArn(group)]));

export const answeringAgents =
  (agents: readonly Seen[]) =>
  ({ path, body }: Asked): Answer => {
    if (path !== '/metrics/userdata/i') return { error: 'ResourceNotFoundException', status: 404 };
    const { RoutingProfiles } = body.Filters as { readonly RoutingProfiles: readonly string[] };
    const asked = agents.filter(({ group }) => RoutingProfiles.includes(profileArn(group)));
    const page = Number(body.NextToken ?? 0);
    return {
      body: {
        UserDataList: asked.slice(page, page + 1).map(userData),
        ...(page + 1 < asked.length && { NextToken: String(page + 1) }),
      },
    };
  };

function userData({ arn, group, activity, since }: Seen) {
  const state = STATES[activity];
  return {
    User: { Id: arn.slice(arn.lastIndexOf('/') + 1), Arn: arn },
    RoutingProfile: { Id: group, Arn: profileArn(group) },
    Status: {
      StatusName: activity === 'break' ? 'Lunch' : 'Available',
      StatusStartTimestamp: since / 1000,
    },
    AvailableSlotsByChannel: { VOICE: activity === 'free' ? 1 : 0 },
    Contacts: state
      ? [{ Channel: 'VOICE', AgentContactState: state, StateStartTimestamp: since / 1000 }]
      : [],
  };
}
