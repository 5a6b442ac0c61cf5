// What CloudFormation has no property for: the flow that answers an own number, and the quick
// connects of a queue, which refer to queues in their turn. A link that changed is made anew before
// the old one goes, so calls find a flow throughout.
import type { ConnectLinks } from '../ports/connect-links.ts';
import type { PortsOf } from '../tasks/task-ports.ts';
import type { ConnectLink, UseCase } from '../tasks/tasks.ts';

export const linkConnect: UseCase<'link-connect', PortsOf<'link-connect'>> = async (
  { link, before, to },
  { links },
) => {
  if (to === 'unlinked') {
    await unlink(link, links);
    return { outcome: 'unlinked' };
  }
  if (link.kind === 'number-to-flow') {
    await links.numberToFlow(link.number, link.flow);
    return { outcome: 'linked' };
  }
  if (link.quickConnects.length > 0) await links.addQuickConnects(link.queue, link.quickConnects);
  const gone = before?.kind === link.kind ? withoutThoseOf(link, before) : [];
  if (gone.length > 0) await links.removeQuickConnects(link.queue, gone);
  return { outcome: 'linked' };
};

type QueueLink = Extract<ConnectLink, { kind: 'queue-to-quick-connects' }>;

/** Another queue's quick connects are taken away when CloudFormation deletes its link. */
function withoutThoseOf(link: QueueLink, before: QueueLink): readonly string[] {
  if (before.queue !== link.queue) return [];
  return before.quickConnects.filter((arn) => !link.quickConnects.includes(arn));
}

async function unlink(link: ConnectLink, links: ConnectLinks): Promise<void> {
  if (link.kind === 'number-to-flow') await links.releaseNumber(link.number);
  else if (link.quickConnects.length > 0)
    await links.removeQuickConnects(link.queue, link.quickConnects);
}
