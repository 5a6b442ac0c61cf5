// Which of Connect’s contact events carry something new: two thirds of all events of a campaign
// that nobody answers do not. The bus lets only these through, in the cloud and in the simulation.

/** INITIATED repeats what placing the call answered. */
export const RELEVANT_EVENTS = [
  'CONNECTED_TO_SYSTEM',
  'QUEUED',
  'CONNECTED_TO_AGENT',
  'DISCONNECTED',
] as const;

/** Matters only where an agent's wrap-up ended with it. */
export const LAST_EVENT = 'COMPLETED';

export function isRelevant(type: string, hasAgent: boolean): boolean {
  return type === LAST_EVENT ? hasAgent : RELEVANT_EVENTS.some((relevant) => relevant === type);
}
