// Which telephone the desk has: that of the local cloud, the agent workspace the page stands in, or
// Connect's softphone. The parts of Connect are loaded only where they are used.
import type { Tokens } from '../../kit/api/client.ts';
import type { Settings } from '../../kit/settings.ts';
import { localPhone } from './local-phone.ts';
import type { Phone } from './phone.ts';

interface Surroundings {
  /** Of this page. */
  readonly origin: string;
  /** Whether another page is around this one. */
  readonly isFramed: boolean;
}

export type PhoneKind = 'local' | 'workspace' | 'softphone';

export function phoneKind(
  { telephone }: Pick<Settings, 'telephone'>,
  { origin, isFramed }: Surroundings,
): PhoneKind {
  if (telephone.startsWith(`${origin}/`)) return 'local';
  return isFramed ? 'workspace' : 'softphone';
}

export async function choosePhone(
  settings: Settings,
  tokens: Tokens,
  around: Surroundings,
): Promise<Phone> {
  switch (phoneKind(settings, around)) {
    case 'local':
      return localPhone(settings.telephone, tokens);
    case 'workspace':
      return (await import('./workspace-phone.ts')).workspacePhone();
    case 'softphone':
      return (await import('./softphone.ts')).softphone(settings.telephone);
  }
}
