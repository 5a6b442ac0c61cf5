// Breaks of agents, which are agent statuses in Connect.
import type { Centre } from '../../language/schema/centre.ts';

/**
 * Name of the status. In an instance of others' making the deployment's name is before it: another
 * deployment may have a break of the same name there.
 */
export const breakStatus = (
  { connect }: Pick<Centre, 'connect'>,
  deployment: string,
  { name }: { readonly name: string },
): string => (connect.instanceArn === undefined ? name : `${deployment} ${name}`);

/** In the order they are offered. */
export const breaksOf = ({ breaks }: Pick<Centre, 'breaks'>) =>
  Object.entries(breaks).map(([id, { name, longest }]) => ({ id, name, longest }));
