// What a port needs of AWS: environment variables and IAM actions, by what the actions act on. A
// task gets exactly what its ports need, so a role never holds a right its use case cannot use.

import type { PortName } from '../application/tasks/wiring.ts';
import type { Variable } from '../aws/environment.ts';

/**
 * What a right is held on. `dueIndex` and `listIndex` are indexes of the records table, `contacts`
 * the instance's contacts, `directory` the parameters, `recordings` what Connect recorded,
 * `voicemails` the messages cut out of it.
 */
export type Holding =
  | 'records'
  | 'dueIndex'
  | 'listIndex'
  | 'journal'
  | 'runtime'
  | 'dialQueue'
  | 'tickQueue'
  | 'contacts'
  | 'agents'
  | 'agentStates'
  | 'agentNames'
  | 'agentStatuses'
  | 'directory'
  | 'smsSenders'
  | 'mailboxes'
  | 'imports'
  | 'reports'
  | 'instance'
  | 'ownNumbers'
  | 'flows'
  | 'queues'
  | 'quickConnects'
  | 'surveyQueue'
  | 'smsQueue'
  | 'emailQueue'
  | 'secrets'
  | 'pseudonymKey'
  | 'recordings'
  | 'voicemails'
  | 'mails'
  | 'mailBucket'
  | 'webhookQueue'
  | 'copyQueue'
  | 'importQueue'
  | 'signingSecrets'
  | 'connections';

export interface PortAccess {
  readonly variables: readonly Variable[];
  /** IAM actions by what they act on. */
  readonly actions: Readonly<Partial<Record<Holding, readonly string[]>>>;
}

const nothing: PortAccess = { variables: [], actions: {} };

/** Reads of one function are gathered. */
const READS_ITEMS = ['dynamodb:GetItem', 'dynamodb:BatchGetItem'] as const;

export const PORT_ACCESS: Readonly<Record<PortName, PortAccess>> = {
  clock: nothing,
  ids: nothing,
  definitions: nothing,
  records: {
    variables: [
      ...(['RECORDS_TABLE', 'JOURNAL_TABLE', 'RUNTIME_TABLE', 'DUE_INDEX'] as const),
      ...(['PSEUDONYM_SECRET', 'TIME_ZONE', 'KEY_SHARDS'] as const),
    ],
    actions: {
      pseudonymKey: ['secretsmanager:GetSecretValue'],
      records: [
        'dynamodb:GetItem',
        'dynamodb:BatchGetItem',
        'dynamodb:Query',
        'dynamodb:PutItem',
        'dynamodb:UpdateItem',
        'dynamodb:DeleteItem',
        'dynamodb:ConditionCheckItem',
      ],
      dueIndex: ['dynamodb:Query'],
      journal: ['dynamodb:PutItem'],
      runtime: ['dynamodb:PutItem', 'dynamodb:DeleteItem', 'dynamodb:ConditionCheckItem'],
    },
  },
  recordList: {
    variables: ['RECORDS_TABLE', 'LIST_INDEX'],
    actions: {
      listIndex: ['dynamodb:Query'],
      records: ['dynamodb:GetItem', 'dynamodb:BatchGetItem'],
    },
  },
  reports: {
    variables: ['RECORDS_TABLE', 'DUE_INDEX', 'KEY_SHARDS'],
    actions: {
      dueIndex: ['dynamodb:Query'],
      records: ['dynamodb:GetItem', 'dynamodb:BatchGetItem', 'dynamodb:Query'],
    },
  },
  audit: { variables: ['RUNTIME_TABLE'], actions: { runtime: ['dynamodb:PutItem'] } },
  auditTrail: { variables: ['RUNTIME_TABLE'], actions: { runtime: ['dynamodb:Query'] } },
  givenAnswers: {
    variables: ['RUNTIME_TABLE'],
    actions: { runtime: ['dynamodb:UpdateItem', 'dynamodb:DeleteItem'] },
  },
  callerRates: {
    variables: ['RUNTIME_TABLE'],
    actions: { runtime: ['dynamodb:UpdateItem'] },
  },
  pseudonyms: {
    variables: ['PSEUDONYM_SECRET'],
    actions: { pseudonymKey: ['secretsmanager:GetSecretValue'] },
  },
  ledger: {
    variables: ['RECORDS_TABLE', 'PSEUDONYM_SECRET'],
    actions: {
      pseudonymKey: ['secretsmanager:GetSecretValue'],
      records: [
        'dynamodb:GetItem',
        'dynamodb:BatchGetItem',
        'dynamodb:PutItem',
        'dynamodb:DeleteItem',
      ],
    },
  },
  contactLog: {
    variables: ['RUNTIME_TABLE', 'PSEUDONYM_SECRET'],
    actions: {
      pseudonymKey: ['secretsmanager:GetSecretValue'],
      runtime: [
        'dynamodb:GetItem',
        'dynamodb:BatchGetItem',
        'dynamodb:PutItem',
        'dynamodb:ConditionCheckItem',
      ],
    },
  },
  journal: {
    variables: ['JOURNAL_TABLE'],
    actions: {
      journal: [
        'dynamodb:GetItem',
        'dynamodb:BatchGetItem',
        'dynamodb:Query',
        'dynamodb:UpdateItem',
      ],
    },
  },
  campaigns: {
    variables: ['RUNTIME_TABLE', 'JOURNAL_TABLE'],
    actions: {
      runtime: ['dynamodb:GetItem', 'dynamodb:BatchGetItem', 'dynamodb:UpdateItem'],
      journal: ['dynamodb:PutItem'],
    },
  },
  agents: {
    variables: ['RUNTIME_TABLE', 'KEY_SHARDS'],
    actions: {
      runtime: [
        'dynamodb:GetItem',
        'dynamodb:BatchGetItem',
        'dynamodb:Query',
        'dynamodb:PutItem',
        'dynamodb:UpdateItem',
        'dynamodb:DeleteItem',
      ],
    },
  },
  throttle: {
    variables: ['RUNTIME_TABLE', 'CALLS_PER_SECOND', 'CALL_BURST', 'CALL_RATE_LEAD', 'KEY_SHARDS'],
    actions: { runtime: ['dynamodb:UpdateItem'] },
  },
  telephony: {
    variables: ['CONNECT_INSTANCE_ID', 'OUTBOUND_FLOW_ID', 'DIRECTORY_PATH'],
    actions: {
      contacts: ['connect:StartOutboundVoiceContact'],
      directory: ['ssm:GetParametersByPath'],
    },
  },
  agentLook: {
    variables: ['CONNECT_INSTANCE_ID', 'DIRECTORY_PATH', 'RUNTIME_TABLE'],
    actions: {
      agentStates: ['connect:GetCurrentUserData'],
      agentNames: ['connect:DescribeUser'],
      directory: ['ssm:GetParametersByPath'],
      runtime: ['dynamodb:GetItem', 'dynamodb:BatchGetItem'],
    },
  },
  contacts: {
    variables: ['CONNECT_INSTANCE_ID', 'DIRECTORY_PATH', 'RUNTIME_TABLE'],
    actions: {
      contacts: ['connect:DescribeContact', 'connect:GetContactAttributes'],
      agents: ['connect:DescribeUser'],
      directory: ['ssm:GetParametersByPath'],
      runtime: ['dynamodb:GetItem', 'dynamodb:BatchGetItem'],
    },
  },
  dialQueue: { variables: ['DIAL_QUEUE_URL'], actions: { dialQueue: ['sqs:SendMessage'] } },
  tickQueue: { variables: ['TICK_QUEUE_URL'], actions: { tickQueue: ['sqs:SendMessage'] } },
  sms: {
    variables: ['SMS_CONFIGURATION_SET'],
    actions: { smsSenders: ['sms-voice:SendTextMessage'] },
  },
  email: {
    variables: ['EMAIL_CONFIGURATION_SET', 'RECORDINGS_BUCKET'],
    actions: { mailboxes: ['ses:SendEmail'], voicemails: ['s3:GetObject'] },
  },
  files: {
    variables: ['CONTACTS_BUCKET'],
    actions: { imports: ['s3:GetObject'], reports: ['s3:GetObject', 's3:PutObject'] },
  },
  uploads: { variables: ['CONTACTS_BUCKET'], actions: { imports: ['s3:PutObject'] } },
  importReports: { variables: ['CONTACTS_BUCKET'], actions: { reports: ['s3:GetObject'] } },
  savedMappings: { variables: ['RUNTIME_TABLE'], actions: { runtime: READS_ITEMS } },
  mappingSaving: { variables: ['RUNTIME_TABLE'], actions: { runtime: ['dynamodb:PutItem'] } },
  links: {
    variables: ['CONNECT_INSTANCE_ID'],
    actions: {
      instance: [
        'connect:AssociatePhoneNumberContactFlow',
        'connect:DisassociatePhoneNumberContactFlow',
        'connect:ListPhoneNumbersV2',
      ],
      ownNumbers: [
        'connect:AssociatePhoneNumberContactFlow',
        'connect:DisassociatePhoneNumberContactFlow',
        'connect:ListPhoneNumbersV2',
      ],
      flows: ['connect:AssociatePhoneNumberContactFlow'],
      queues: ['connect:AssociateQueueQuickConnects', 'connect:DisassociateQueueQuickConnects'],
      quickConnects: [
        'connect:AssociateQueueQuickConnects',
        'connect:DisassociateQueueQuickConnects',
      ],
    },
  },
  smsQueue: { variables: ['SMS_QUEUE_URL'], actions: { smsQueue: ['sqs:SendMessage'] } },
  emailQueue: { variables: ['EMAIL_QUEUE_URL'], actions: { emailQueue: ['sqs:SendMessage'] } },
  olderOrders: {
    variables: ['RECORDS_TABLE'],
    actions: {
      records: [
        'dynamodb:Scan',
        'dynamodb:GetItem',
        'dynamodb:BatchGetItem',
        'dynamodb:UpdateItem',
      ],
    },
  },
  lines: { variables: ['RUNTIME_TABLE'], actions: { runtime: ['dynamodb:UpdateItem'] } },
  surveyQueue: { variables: ['SURVEY_QUEUE_URL'], actions: { surveyQueue: ['sqs:SendMessage'] } },
  secrets: {
    variables: ['SECRETS_PREFIX'],
    actions: { secrets: ['secretsmanager:GetSecretValue'] },
  },
  services: nothing,
  numberChecks: {
    variables: ['RUNTIME_TABLE', 'PSEUDONYM_SECRET'],
    actions: {
      pseudonymKey: ['secretsmanager:GetSecretValue'],
      runtime: [...READS_ITEMS, 'dynamodb:PutItem'],
    },
  },
  tokens: {
    variables: ['RUNTIME_TABLE'],
    actions: { runtime: ['dynamodb:GetItem', 'dynamodb:PutItem'] },
  },
  slots: { variables: ['RUNTIME_TABLE'], actions: { runtime: ['dynamodb:UpdateItem'] } },
  recordings: {
    variables: ['RECORDINGS_BUCKET', 'CONNECT_INSTANCE_ID'],
    actions: {
      recordings: ['s3:GetObject'],
      voicemails: ['s3:PutObject'],
      contacts: ['connect:DescribeContact'],
    },
  },
  routing: {
    variables: ['CONNECT_INSTANCE_ID'],
    actions: { contacts: ['connect:UpdateContactRoutingData'] },
  },
  webhooks: {
    variables: ['RUNTIME_TABLE'],
    actions: {
      runtime: [
        'dynamodb:GetItem',
        'dynamodb:BatchGetItem',
        'dynamodb:Query',
        'dynamodb:PutItem',
        'dynamodb:UpdateItem',
        'dynamodb:DeleteItem',
      ],
    },
  },
  webhookQueue: {
    variables: ['WEBHOOK_QUEUE_URL'],
    actions: { webhookQueue: ['sqs:SendMessage'] },
  },
  importQueue: {
    variables: ['IMPORT_QUEUE_URL'],
    actions: { importQueue: ['sqs:SendMessage'] },
  },
  copyQueue: { variables: ['COPY_QUEUE_URL'], actions: { copyQueue: ['sqs:SendMessage'] } },
  filters: {
    variables: ['RUNTIME_TABLE'],
    actions: {
      runtime: [
        'dynamodb:GetItem',
        'dynamodb:BatchGetItem',
        'dynamodb:Query',
        'dynamodb:PutItem',
        'dynamodb:DeleteItem',
      ],
    },
  },
  jobs: {
    variables: ['RUNTIME_TABLE'],
    actions: {
      runtime: ['dynamodb:GetItem', 'dynamodb:BatchGetItem', 'dynamodb:Query', 'dynamodb:PutItem'],
    },
  },
  watchers: {
    variables: ['RUNTIME_TABLE'],
    actions: { runtime: ['dynamodb:Query', 'dynamodb:DeleteItem'] },
  },
  admissions: {
    variables: ['RUNTIME_TABLE'],
    actions: { runtime: [...READS_ITEMS, 'dynamodb:PutItem', 'dynamodb:DeleteItem'] },
  },
  announcer: {
    variables: ['LIVE_API'],
    actions: { connections: ['execute-api:ManageConnections'] },
  },
  receivers: nothing,
  signingSecrets: {
    variables: ['SECRETS_PREFIX'],
    actions: { signingSecrets: ['secretsmanager:GetSecretValue'] },
  },
  secretRotation: {
    variables: ['SECRETS_PREFIX'],
    actions: { signingSecrets: ['secretsmanager:PutSecretValue'] },
  },
  voicemails: {
    variables: ['RECORDINGS_BUCKET'],
    actions: { voicemails: ['s3:DeleteObject'] },
  },
  mails: {
    variables: ['MAIL_BUCKET'],
    // without the right to list, S3 calls a key that is gone forbidden
    actions: { mails: ['s3:GetObject', 's3:DeleteObject'], mailBucket: ['s3:ListBucket'] },
  },
  phones: {
    variables: ['CONNECT_INSTANCE_ID'],
    actions: { agents: ['connect:DescribeUser', 'connect:UpdateUserPhoneConfig'] },
  },
  agentHolds: {
    variables: ['CONNECT_INSTANCE_ID', 'UNHANDLED_STATUS'],
    actions: {
      agents: ['connect:PutUserStatus'],
      agentStatuses: ['connect:PutUserStatus', 'connect:ListAgentStatuses'],
    },
  },
};
