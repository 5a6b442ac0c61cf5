// What agents do now, for whoever asks instead of listening to their events.
// https://docs.aws.amazon.com/connect/latest/APIReference/API_GetCurrentUserData.html
import { AwsError } from '../errors.ts';
import type { RestAction } from '../gateway/rest-service.ts';
import { isObject, type Json, type JsonObject } from '../json.ts';
import { endOfArn } from './connect-events.ts';
import type { ConnectInstance } from './connect-instance.ts';
import type { ConnectRuntime } from './connect-runtime.ts';

/** Routing profiles only: nothing here asks by anything else. */
export function getCurrentUserData(instance: ConnectInstance, network: ConnectRuntime): RestAction {
  const name = 'GetCurrentUserData';
  return {
    name,
    method: 'POST',
    path: '/metrics/userdata/{InstanceId}',
    access: (call) =>
      profilesOf(call.json()).map((profile) => ({
        action: `connect:${name}`,
        resource: `${instance.arn}/routing-profile/${endOfArn(profile)}`,
      })),
    run: (call, { InstanceId }) => {
      instance.mustBe(InstanceId);
      const profiles = new Set(profilesOf(call.json()).map(endOfArn));
      return {
        UserDataList: network
          .shownAgents()
          .filter(({ profile, activity }) => activity !== 'offline' && profiles.has(profile.id))
          .map(({ userData }) => userData as Json),
      };
    },
  };
}

function profilesOf({ Filters }: JsonObject): readonly string[] {
  const profiles = isObject(Filters) ? Filters.RoutingProfiles : undefined;
  if (!Array.isArray(profiles) || profiles.length === 0 || profiles.length > 100)
    throw new AwsError('InvalidParameterException', 'Filters: RoutingProfiles, one to a hundred');
  return profiles.map(String);
}
