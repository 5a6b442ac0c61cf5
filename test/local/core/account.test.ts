// `ringback preflight` as somebody runs it, with the SDK's clients, against an account that the
// local cloud plays.
import { cpSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, it, onTestFinished, vi } from 'vitest';
import { preflightCommand } from '../../../lib/cli/preflight.ts';
import type { AccountFacts } from '../../../lib/local/account/account-facts.ts';
import { localConnect } from '../../../lib/local/connect/local-connect.ts';
import type { LocalCloud } from '../../../lib/local/local-cloud.ts';
import { exampleFolder } from '../../support/example.ts';
import { startCloud } from './support/assembly.ts';

const INSTANCE = 'arn:aws:connect:eu-central-1:000000000000:instance/shared-1';
const QUOTA = { callsPerSecond: 2, burst: 5 };

/** Asks as a user does whose AWS settings name the local cloud. */
async function preflight(cloud: LocalCloud, ...args: readonly string[]) {
  const { endpoint, region, credentials } = cloud.clientConfig();
  vi.stubEnv('AWS_ENDPOINT_URL', endpoint);
  vi.stubEnv('AWS_REGION', region);
  vi.stubEnv('AWS_ACCESS_KEY_ID', credentials.accessKeyId);
  vi.stubEnv('AWS_SECRET_ACCESS_KEY', credentials.secretAccessKey);
  onTestFinished(() => {
    vi.unstubAllEnvs();
  });
  const [out, err]: [string[], string[]] = [[], []];
  const code = await preflightCommand(args, {
    out: (line) => out.push(line),
    err: (line) => err.push(line),
  });
  return { code, out, err };
}

/** A centre that is deployed into an instance that is there. */
function centreIn(instanceArn: string): string {
  const folder = mkdtempSync(join(tmpdir(), 'ringback-test-preflight-'));
  onTestFinished(() => rmSync(folder, { recursive: true }));
  cpSync(exampleFolder('dental-recall'), folder, { recursive: true });
  const centre = join(folder, 'centre.yaml');
  const text = readFileSync(centre, 'utf8');
  const connect = `connect:\n  agentEvents: stream\n  instanceArn: ${instanceArn}`;
  writeFileSync(centre, text.replace(/^connect:\n {2}agentEvents: polled$/m, connect));
  return folder;
}

const open: Partial<AccountFacts> = {
  concurrentFunctions: 1000,
  email: { sandbox: false, perSecond: 14 },
  verified: ['medika-poludnie.example'],
  texts: { sandbox: false, monthlySpend: 500 },
  textSenders: ['+48732100200', '+48732100201', 'MEDIKA'],
};

describe('ringback preflight in an account', () => {
  it('that is new finds what stops a centre with messages, and its limits', async () => {
    const { extension } = localConnect(QUOTA);
    const cloud = await startCloud({ stacks: {} }, { extensions: [extension] });

    const { code, out, err } = await preflight(cloud, exampleFolder('clinic-recall'), '--json');

    expect(err).toEqual([]);
    expect(code).toBe(1);
    const { rows } = JSON.parse(out.join('\n'));
    const verdicts = rows.map((row: { what: string; verdict: string }) => [row.what, row.verdict]);
    expect(Object.fromEntries(verdicts)).toEqual({
      'Lambda functions at once': 'limits',
      'Numbers of an instance': 'ready',
      'Queues of an instance': 'ready',
      'Concurrent calls of an instance': 'limits',
      'Rate of calls, each second': 'ready',
      'Concurrent campaign calls': 'stops',
      'Connect instances in this region': 'ready',
      'Text messages': 'stops',
      'Spend for text messages, a month': 'limits',
      'Sender +48732100200': 'stops',
      'Sender +48732100201': 'stops',
      'Sender MEDIKA': 'stops',
      'E-mail': 'stops',
      'E-mails, each second': 'ready',
      "Mailbox 'appointments'": 'stops',
    });
  });

  it('whose quotas and senders are there finds nothing that stops', async () => {
    const quotas = {
      connect: {
        'Amazon Connect instance count': 2,
        'Concurrent active calls per instance': 100,
        'Concurrent campaign active calls per instance': 100,
        'Phone numbers per instance': 5,
        'Queues per instance': 100,
        'Rate of StartOutboundVoiceContact API requests': 2,
      },
    };
    const { extension } = localConnect(QUOTA);
    const account = { ...open, quotas };
    const cloud = await startCloud({ stacks: {} }, { extensions: [extension], account });

    const { code, out } = await preflight(cloud, exampleFolder('clinic-recall'));

    expect(code).toBe(0);
    expect(out.at(-1)).toMatch(/ready, 0 limiting, 0 stopping, 0 unknown$/);
  });

  it('with an instance names what collides there', async () => {
    const { extension } = localConnect({ ...QUOTA, existingInstanceArn: INSTANCE });
    const stream = 'arn:aws:kinesis:eu-central-1:000000000000:stream/reports';
    const AgentEvents = {
      Type: 'AWS::Connect::InstanceStorageConfig',
      Properties: {
        InstanceArn: INSTANCE,
        ResourceType: 'AGENT_EVENTS',
        StorageType: 'KINESIS_STREAM',
        KinesisStreamConfig: { StreamArn: stream },
      },
    };
    const template = { Resources: { AgentEvents } };
    const cloud = await startCloud({ stacks: { other: template } }, { extensions: [extension] });

    const { code, out } = await preflight(cloud, centreIn(INSTANCE));

    expect(code).toBe(1);
    expect(out.join('\n')).toContain(`Agent events of the instance     go to ${stream}`);
    expect(out.join('\n')).toMatch(/^ready +Connect instance +there$/m);
  });

  it('that has another instance says that the one named is not there', async () => {
    const { extension } = localConnect({ ...QUOTA, existingInstanceArn: INSTANCE });
    const cloud = await startCloud({ stacks: {} }, { extensions: [extension] });

    const { out } = await preflight(cloud, centreIn(`${INSTANCE}0`));

    expect(out.join('\n')).toMatch(/^STOPS +Connect instance +not there/m);
  });

  it('where the centre was taken down finds the secrets it left', async () => {
    const cloud = await startCloud(
      {
        stacks: {
          old: {
            Resources: {
              Key: {
                Type: 'AWS::SecretsManager::Secret',
                Properties: { Name: 'ringback/keys/pseudonyms', SecretString: 'x' },
              },
            },
          },
        },
      },
      { extensions: [localConnect(QUOTA).extension] },
    );

    const { out } = await preflight(cloud, exampleFolder('dental-recall'));

    expect(out.join('\n')).toMatch(/^STOPS +Secret ringback\/keys\/pseudonyms +exists/m);
  });
});
