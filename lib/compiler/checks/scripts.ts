// What the checks of call scripts ask: who uses a script, and how its pages lead to each other.
import { queuesOfIvr } from '../../domain/scripts/script-for.ts';
import type { Definitions } from '../../language/definitions.ts';
import type { Path } from '../../language/read-yaml.ts';
import type { Script } from '../../language/schema/script.ts';

export const pagePath = (script: string, page: string): Path => ['scripts', script, 'pages', page];

export interface ScriptUse {
  readonly script: string;
  /** Where it is named. */
  readonly path: Path;
}

export function scriptUses({ campaigns, queues }: Definitions): readonly ScriptUse[] {
  const use = (script: string | undefined, path: Path): readonly ScriptUse[] =>
    script === undefined ? [] : [{ script, path }];
  return [
    ...Object.entries(campaigns).flatMap(([id, { channels }]) =>
      (['outbound', 'inbound'] as const).flatMap((channel) =>
        use(channels[channel]?.script, ['campaigns', id, 'channels', channel, 'script']),
      ),
    ),
    ...Object.entries(queues).flatMap(([id, { script }]) => use(script, ['queues', id, 'script'])),
  ];
}

/** Campaigns whose calls may show it: by a channel, or by a queue where a channel names none. */
export function campaignsWithScript(definitions: Definitions, script: string): readonly string[] {
  const ofQueue = (queue: string) => definitions.queues[queue]?.script === script;
  return Object.entries(definitions.campaigns).flatMap(([id, { channels }]) => {
    const { outbound, inbound } = channels;
    const calls =
      outbound &&
      (outbound.script === script ||
        (outbound.script === undefined && ofQueue(outbound.queue ?? '')));
    const called =
      inbound &&
      (inbound.script === script ||
        (inbound.script === undefined && queuesOfIvr(definitions, inbound.ivr).some(ofQueue)));
    return calls || called ? [id] : [];
  });
}

interface PageExit {
  readonly to: string;
  readonly path: Path;
}

/** Where a page leads, and where that is written. */
export function pageExits({ pages }: Script, script: string, page: string): readonly PageExit[] {
  const { jumps = [], next } = pages[page] ?? {};
  const path = pagePath(script, page);
  return [
    ...jumps.map(({ to }, n) => ({ to, path: [...path, 'jumps', n, 'to'] })),
    ...(next === undefined ? [] : [{ to: next, path: [...path, 'next'] }]),
  ];
}

/** Pages that follow, those that exist. */
export const following =
  (script: Script) =>
  (page: string): readonly string[] =>
    pageExits(script, '', page).flatMap(({ to }) => (to in script.pages ? [to] : []));
