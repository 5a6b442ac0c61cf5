// What the functions know of the stores: tables and secrets, by their variables and by what their
// rights are held on.
import { ArnFormat, type Stack } from 'aws-cdk-lib';
import { keyShardsOf } from '../domain/campaigns/key-shards.ts';
import type { Instance } from './connect/instance.ts';
import { type DataStack, DUE_INDEX, LIST_INDEX } from './data-stack.ts';
import type { Deployment } from './deployment.ts';
import { secretsOf } from './outside-secrets.ts';
import { pseudonymSecret } from './pseudonym-key.ts';
import type { World } from './resources.ts';
import { signingSecretNames } from './signing-secrets.ts';

/** What the functions that flows ask know: they write records and order nothing. */
export function flowWorld(
  stack: Stack,
  parts: {
    readonly deployment: Deployment;
    readonly data: DataStack;
    readonly instance: Instance;
  },
): World {
  const stored = storeWorld(stack, parts.deployment, parts.data);
  return {
    variables: { ...stored.variables, CONNECT_INSTANCE_ID: parts.instance.id },
    holdings: { ...stored.holdings, contacts: [`${parts.instance.arn}/contact/*`] },
  };
}

/** Tables and secrets. */
export function storeWorld(stack: Stack, deployment: Deployment, data: DataStack): World {
  /** Secrets Manager puts a dash and six random characters behind the name. */
  const secretArn = (name: string) =>
    stack.formatArn({
      service: 'secretsmanager',
      resource: 'secret',
      resourceName: `${name}-??????`,
      arnFormat: ArnFormat.COLON_RESOURCE_NAME,
    });
  return {
    variables: {
      RECORDS_TABLE: data.records.tableName,
      JOURNAL_TABLE: data.journal.tableName,
      RUNTIME_TABLE: data.runtime.tableName,
      DUE_INDEX,
      TIME_ZONE: deployment.definitions.centre.timeZone,
      KEY_SHARDS: String(keyShardsOf(deployment.definitions)),
      LIST_INDEX,
      SECRETS_PREFIX: deployment.name,
      PSEUDONYM_SECRET: pseudonymSecret(deployment),
    },
    holdings: {
      records: [data.records.tableArn],
      dueIndex: [`${data.records.tableArn}/index/${DUE_INDEX}`],
      listIndex: [`${data.records.tableArn}/index/${LIST_INDEX}`],
      journal: [data.journal.tableArn],
      runtime: [data.runtime.tableArn],
      secrets: (task) =>
        secretsOf(task, deployment.definitions).map((id) => secretArn(`${deployment.name}/${id}`)),
      signingSecrets: signingSecretNames(deployment.definitions).map((id) =>
        secretArn(`${deployment.name}/${id}`),
      ),
      pseudonymKey: [secretArn(pseudonymSecret(deployment))],
    },
  };
}
