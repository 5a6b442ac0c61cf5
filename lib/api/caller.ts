// Who asks, from the claims of a verified token. Here and nowhere else people of the user pool are
// matched to agents of Connect and to supervisors of the centre: by user name, or by e-mail address
// where a supervisor is known by one.
import { type AgentId, agentId } from '../domain/model/ids.ts';
import type { Definitions } from '../language/definitions.ts';
import { recordSettings } from '../language/record-settings.ts';
import { type ApiRole, ROLES, scopeInToken } from './roles.ts';
import type { Who } from './route.ts';

export type Caller =
  | {
      readonly kind: 'person';
      readonly user: string;
      readonly email?: string | undefined;
      readonly roles: readonly ApiRole[];
    }
  | { readonly kind: 'program'; readonly client: string; readonly scopes: readonly string[] };

type Claims = Readonly<Record<string, string>>;

/** undefined: the token is none of a person or program that may call APIs. */
export function callerOf(claims: Claims | undefined): Caller | undefined {
  if (claims === undefined || claims.token_use !== 'access') return undefined;
  const { username, client_id: client, email } = claims;
  if (username !== undefined) {
    const groups = listed(claims['cognito:groups']);
    const roles = ROLES.filter((role) => groups.includes(role));
    return { kind: 'person', user: username, email, roles };
  }
  if (client === undefined) return undefined;
  return { kind: 'program', client, scopes: listed(claims.scope) };
}

/** The gateway writes a list as "[a b]"; scopes are one text from the start. */
const listed = (text = ''): readonly string[] =>
  text
    .replace(/^\[(.*)\]$/, '$1')
    .split(/[\s,]+/)
    .filter((part) => part !== '');

/** Why the caller may not use a route; undefined when nothing speaks against it. */
export function againstUse(who: Who, caller: Caller): string | undefined {
  if (who === 'anyone') return undefined;
  if (caller.kind === 'person') {
    if (who.roles.some((role) => caller.roles.includes(role))) return undefined;
    return `it takes the role ${who.roles.join(' or ')}`;
  }
  if (who.scope === undefined) return 'only people may do this';
  if (caller.scopes.includes(scopeInToken(who.scope))) return undefined;
  return `it takes the scope ${scopeInToken(who.scope)}`;
}

/** As the timeline and the audit name them. */
export const nameOf = (caller: Caller): string =>
  caller.kind === 'person' ? caller.user : `program ${caller.client}`;

export const isAdministrator = (caller: Caller): boolean =>
  caller.kind === 'person' && caller.roles.includes('administrator');

/** The agent of the centre a person is. */
export function agentOf({ groups }: Definitions, caller: Caller): AgentId | undefined {
  if (caller.kind !== 'person' || !caller.roles.includes('agent')) return undefined;
  const known = new Map(
    Object.values(groups)
      .flatMap(({ agents }) => agents)
      .map((agent) => [agent.toLowerCase(), agent]),
  );
  const found = namesOf(caller).find((name) => known.has(name));
  return found === undefined ? undefined : agentId(known.get(found) ?? found);
}

/** Campaigns a person manages as their supervisor. */
function supervises(definitions: Definitions, caller: Caller, campaign: string): boolean {
  if (caller.kind !== 'person' || !caller.roles.includes('supervisor')) return false;
  const names = namesOf(caller);
  const { centre } = definitions;
  return (recordSettings(definitions, campaign)?.supervisors ?? []).some((id) => {
    const address = centre.supervisors[id]?.email.toLowerCase();
    return names.includes(id.toLowerCase()) || (address !== undefined && names.includes(address));
  });
}

const namesOf = ({ user, email }: Extract<Caller, { kind: 'person' }>): readonly string[] =>
  [user, ...(email === undefined ? [] : [email])].map((name) => name.toLowerCase());

/** Whether everything of a campaign is open to the caller: agents see their own records only. */
export function reaches(definitions: Definitions, caller: Caller, campaign: string): boolean {
  if (caller.kind === 'program' || isAdministrator(caller)) return true;
  return supervises(definitions, caller, campaign);
}
