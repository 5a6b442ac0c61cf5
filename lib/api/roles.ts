// Who may use the API: people with roles, which are groups of the user pool, and programs of other
// systems with scopes.

/**
 * administrator: everything · supervisor: the campaigns that name them (CAM-27) · agent: records
 * that are theirs and offers made to them.
 */
export const ROLES = ['administrator', 'supervisor', 'agent'] as const;
export type ApiRole = (typeof ROLES)[number];

/** What a program may be allowed; each is a scope of the resource server `ringback`. */
export const SCOPES = {
  'campaigns.read': 'Read campaigns and their totals',
  'campaigns.write': 'Switch campaigns',
  'records.read': 'Read records, their timelines and contacts',
  'records.write': 'Add and change records',
  'consents.write': 'Change the blacklist and consents',
  'agents.read': 'Read groups and what their agents are doing',
  'webhooks.read': 'Read webhooks and their deliveries',
  'webhooks.write': 'Send deliveries again, switch webhooks on, replace secrets',
  'reports.read': 'Read reports',
  'settings.read': 'Read the settings of the centre',
  'audit.read': 'Read the audit',
} as const;
export type ApiScope = keyof typeof SCOPES;
export const SCOPE_NAMES = Object.keys(SCOPES) as readonly ApiScope[];

/** Identifier of the resource server, the first part of each scope in a token. */
export const RESOURCE_SERVER = 'ringback';

/** As a token names it. */
export const scopeInToken = (scope: ApiScope): string => `${RESOURCE_SERVER}/${scope}`;
