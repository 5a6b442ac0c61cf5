/** Seconds between something happening in Connect and the news of it. */
export const CONTACT_EVENT_LAG = 0.3;
export const AGENT_EVENT_LAG = 0.2;
/** Seconds until a message is delivered. */
export const DELIVERY = 2;
