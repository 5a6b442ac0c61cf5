// What would stop a deployment, or the first calls after it, for reasons no template shows: quotas,
// sandboxes, identities and names of the account. Each question is asked by itself, so that a right
// that is missing costs one row and not the table.

import { repliesDomains } from '../../domain/messaging/reply-address.ts';
import { functionsAtOnce } from '../tasks/functions-at-once.ts';
import type { Account } from './account.ts';
import { connectRows } from './preflight-connect.ts';
import { messageRows } from './preflight-messages.ts';
import { type Planned, type PreflightRow, rowsFrom } from './preflight-row.ts';
import { userPoolRows } from './preflight-users.ts';

/** In the order of the page docs/deploying.md. */
export async function preflight(
  planned: Planned,
  account: Account,
): Promise<readonly PreflightRow[]> {
  const nothing = { data: false, connect: false, api: false };
  const deployed = await account.deployed(planned.name).catch(() => nothing);
  const rows = await Promise.all([
    concurrencyRows(planned, account),
    connectRows(planned, account, deployed),
    messageRows(planned, account),
    deployed.data ? [] : secretRows(planned, account),
    userPoolRows(planned, account, deployed),
  ]);
  return rows.flat();
}

/** So few let functions wait for each other all the time. */
function concurrencyRows({ definitions }: Planned, account: Account) {
  const receives = repliesDomains(definitions).length > 0;
  const wanted = functionsAtOnce(definitions.centre.connect.callsPerSecond, receives);
  return rowsFrom('Lambda functions at once', async () => {
    const allowed = await account.concurrentFunctions();
    const needed = `${wanted}, when everything is busy`;
    const row = { what: 'Lambda functions at once', found: String(allowed), needed };
    if (allowed >= wanted) return [{ ...row, verdict: 'ready' }];
    const todo = `ask for 1,000 (Service Quotas, AWS Lambda, "Concurrent executions"); until then deploy with -c concurrency=${allowed}`;
    return [{ ...row, verdict: 'limits', todo }];
  });
}

/** Secrets keep their names when a deployment is taken down, and are not made anew. */
function secretRows({ secrets }: Planned, account: Account) {
  return rowsFrom('Secrets', async () => {
    const taken = await account.secretsNamed(secrets);
    return [...taken].toSorted().map((name) => ({
      what: `Secret ${name}`,
      found: 'exists, left from a deployment that was taken down',
      needed: 'none',
      verdict: 'stops' as const,
      todo: 'import it with the tables, or delete it: docs/deploying.md, "Coming back"',
    }));
  });
}
