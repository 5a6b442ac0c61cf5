// Which of Connect's contact events tell something new: two thirds of all events of a campaign that
// nobody answers do not. The bus lets only these through, in the cloud and in the simulation.

/** INITIATED repeats what placing the call answered. */
export const TELLING_EVENTS = [
  'CONNECTED_TO_SYSTEM',
  'QUEUED',
  'CONNECTED_TO_AGENT',
  'DISCONNECTED',
] as const;

/** Matters only where an agent's wrap-up ended with it. */
export const LAST_EVENT = 'COMPLETED';

export function isTelling(type: string, hasAgent: boolean): boolean {
  return type === LAST_EVENT ? hasAgent : TELLING_EVENTS.some((telling) => telling === type);
}
