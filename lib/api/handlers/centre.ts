// The centre as it is deployed, the audit, and the API itself.
import type { AuditPosition } from '../../application/ports/audit.ts';
import type { PortsOf } from '../../application/tasks/task-ports.ts';
import { instant, toIso } from '../../domain/model/instant.ts';
import type { RouteHandlers } from '../handler.ts';
import { openApi } from '../openapi.ts';
import { cursorOf, positionOf, unknownCursor } from '../paging.ts';
import type { CENTRE_READS } from '../routes/centre.ts';

export const centreReads: RouteHandlers<typeof CENTRE_READS, PortsOf<'api-read'>> = {
  async readSettings(_, ports) {
    const { centre, hours, groups, queues, campaigns, rules, ivrs, scripts } =
      ports.definitions.definitions();
    return { body: { centre, hours, groups, queues, campaigns, rules, ivrs, scripts } };
  },

  async readDeployment(_, ports) {
    const { version, commit } = ports.definitions.deployed();
    const { sources } = ports.definitions.definitions().centre;
    return { body: { version, commit: commit && { ...commit }, sources } };
  },

  async listAudit({ query: { limit, cursor } }, ports) {
    const after = auditPosition(cursor);
    if (after === 'unknown') return unknownCursor();
    const page = await ports.auditTrail.page(limit, ports.clock.now(), after);
    const items = page.entries.map(({ at, id, by, operation, campaign, record, from, to }) => ({
      at: toIso(at),
      by,
      operation,
      campaign,
      record,
      from: from && { ...from },
      to: to && { ...to },
      request: id,
    }));
    return { body: { items, next: page.next && cursorOf([page.next.at, page.next.id]) } };
  },

  async readOpenApi() {
    return { body: { openapi: '3.1.0', ...openApi() } };
  },
};

function auditPosition(cursor: string | undefined): AuditPosition | undefined | 'unknown' {
  if (cursor === undefined) return undefined;
  const position = positionOf(cursor);
  if (!Array.isArray(position)) return 'unknown';
  const [at, id]: readonly unknown[] = position;
  return typeof at === 'number' && Number.isFinite(at) && typeof id === 'string'
    ? { at: instant(at), id }
    : 'unknown';
}
