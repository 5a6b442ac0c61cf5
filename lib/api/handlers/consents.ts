// The blacklist and consents.
import { asAddress, changeLedger, NO_ADDRESS } from '../../application/ledger/change-ledger.ts';
import type { PortsOf } from '../../application/tasks/task-ports.ts';
import type { TaskInput } from '../../application/tasks/tasks.ts';
import { toIso } from '../../domain/model/instant.ts';
import { mask } from '../../domain/model/mask.ts';
import { maskEmail } from '../../domain/records/phone.ts';
import { nameOf } from '../caller.ts';
import type { Answered, RouteHandlers } from '../handler.ts';
import { type Problem, refusedFor } from '../problems.ts';
import type { CONSENT_READS, CONSENT_WRITES } from '../routes/consents.ts';

type Needs = PortsOf<'api-write'>;

export const consentReads: RouteHandlers<typeof CONSENT_READS, PortsOf<'api-read'>> = {
  async readConsents({ query }, { ledger }) {
    const address = asAddress(query.address);
    if (address === undefined) return refusedFor([NO_ADDRESS]);
    const standing = (await ledger.standings([address])).get(address);
    const blacklist = (standing?.blacklist ?? []).map(({ at, until, ...entry }) => ({
      ...entry,
      at: toIso(at),
      ...(until === undefined ? {} : { until: toIso(until) }),
    }));
    const consents = (standing?.consents ?? []).map(({ at, withdrawn, ...consent }) => ({
      ...consent,
      at: toIso(at),
      ...(withdrawn && { withdrawn: { ...withdrawn, at: toIso(withdrawn.at) } }),
    }));
    return { body: { blacklist, consents } };
  },
};

export const consentWrites: RouteHandlers<typeof CONSENT_WRITES, Needs> = {
  changeConsents({ body: { address, change }, caller }, ports) {
    const by = nameOf(caller);
    const shown = address.includes('@') ? maskEmail(address) : mask(address);
    switch (change.kind) {
      case 'blacklist':
        return ask({ address, change: { ...change, until: time(change.until) }, by }, shown, ports);
      case 'consent':
        return ask({ address, change: { ...change, at: time(change.at) }, by }, shown, ports);
      case 'allow':
      case 'withdraw':
        return ask({ address, change, by }, shown, ports);
    }
  },

  changePrefixes({ body: { prefix, change }, caller }, ports) {
    const by = nameOf(caller);
    const listed = change.kind === 'blacklist' ? { ...change, until: time(change.until) } : change;
    return ask({ prefix, change: listed, by }, prefix, ports);
  },
};

const time = (iso: string | undefined): number | undefined =>
  iso === undefined ? undefined : Date.parse(iso);

/** @param shown of whom, as the audit may know it */
async function ask(
  input: TaskInput<'change-ledger'>,
  shown: string,
  ports: Needs,
): Promise<Answered<{ changed: boolean }> | Problem> {
  const answer = await changeLedger(input, ports);
  if (answer.kind === 'refused') return refusedFor(answer.reasons);
  const isChanged = answer.kind === 'changed';
  const changed = isChanged ? { to: { [input.change.kind]: shown } } : undefined;
  return { body: { changed: isChanged }, changed };
}
