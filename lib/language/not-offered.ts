// What is planned but not available in this version: refused by name, so that nobody takes it for a
// typing error or believes that it works.

const CHANNELS: Readonly<Record<string, string>> = {
  chat: 'chat',
  tickets: 'ticket',
};

/** The message for a key that is planned. */
export function keyNotOffered(path: readonly PropertyKey[], key: string): string | undefined {
  const isChannel = path.length === 1 && path[0] === 'channels' && Object.hasOwn(CHANNELS, key);
  return isChannel ? `the ${CHANNELS[key]} channel is not available yet` : undefined;
}
