// What the requirements know and this version does not offer: refused under its own name, so that
// nobody takes it for a slip of the pen or believes it works.

const KINDS: Readonly<Record<string, string>> = {
  'hlr-check':
    'an HLR check needs a provider of number look-ups, and none can be set up yet (CBR-10)',
};

const CHANNELS: Readonly<Record<string, string>> = {
  sms: 'SMS',
  chat: 'chat',
  email: 'e-mail',
  tickets: 'tickets',
};

/** The sentence for a kind of tile that is known but not offered. */
export function kindNotOffered(kind: string): string | undefined {
  return Object.hasOwn(KINDS, kind) ? KINDS[kind] : undefined;
}

/** The sentence for a key that is known but not offered. */
export function keyNotOffered(path: readonly PropertyKey[], key: string): string | undefined {
  const isChannel = path.length === 1 && path[0] === 'channels' && Object.hasOwn(CHANNELS, key);
  return isChannel ? `the channel ${CHANNELS[key]} is not offered yet (CAM-1)` : undefined;
}
