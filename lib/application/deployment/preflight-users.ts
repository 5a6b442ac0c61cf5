// A user pool of the team that the API is to use: whether it is there, and whether what the
// deployment makes in it has room.
import type { Account, Deployed } from './account.ts';
import { type Planned, type PreflightRow, rowsFrom } from './preflight-row.ts';

export function userPoolRows(
  { userPool }: Planned,
  account: Account,
  deployed: Deployed,
): Promise<readonly PreflightRow[]> {
  if (userPool === undefined) return Promise.resolve([]);
  const { arn, groups, scopes } = userPool;
  const id = arn.slice(arn.lastIndexOf('/') + 1);
  const what = `User pool ${id}`;
  return rowsFrom(what, async () => {
    const found = await account.userPool(id);
    if (found === undefined) {
      const todo = 'give the ARN of a pool of this account and region, or none: one is made';
      const row = { what, found: 'not in this account and region', needed: 'there', todo };
      return [{ ...row, verdict: 'stops' }];
    }
    const taken = groups.filter((group) => found.groups.has(group));
    const inTheWay = [
      ...(taken.length > 0 ? [`groups ${taken.join(', ')}`] : []),
      ...(found.hasScopes ? [`resource server ${scopes}`] : []),
    ].join(' and ');
    if (deployed.api || inTheWay === '')
      return [{ what, found: 'there', needed: 'there', verdict: 'ready' }];
    const todo = 'the deployment makes them: delete them, or import them into its stack';
    return [{ what, found: `has ${inTheWay}`, needed: 'without them', verdict: 'stops', todo }];
  });
}
