// Sizes, and that the task catalogue, the folders and the contracts say the same.
import { existsSync, readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { TASKS } from '../../lib/application/tasks/tasks.ts';
import type { PortName } from '../../lib/application/tasks/wiring.ts';
import { PORT_ACCESS } from '../../lib/infra/permissions.ts';
import { DATA_TABLES, files, sources } from './source-tree.ts';

const LONGEST_FILE = 400;

describe('layout', () => {
  it('has two entries in bin/ and nothing else', () => {
    expect(files.filter((file) => file.startsWith('bin/'))).toEqual([
      'bin/app.ts',
      'bin/ringback.ts',
    ]);
  });

  it('keeps every file within 400 lines, data tables aside', () => {
    const long = [...sources, ...files.filter((file) => file.startsWith('test/'))]
      .filter((file) => !DATA_TABLES.has(file))
      .map((file) => ({ file, lines: readFileSync(file, 'utf8').split('\n').length }))
      .filter(({ lines }) => lines > LONGEST_FILE);

    expect(long).toEqual([]);
  });

  it('has one folder in functions/ for every task of the catalogue, and no other', () => {
    const folders = new Set(
      files.filter((file) => file.startsWith('functions/')).map((file) => file.split('/')[1] ?? ''),
    );
    folders.delete('edge');

    expect([...folders].toSorted()).toEqual(Object.keys(TASKS).toSorted());
    for (const task of Object.keys(TASKS)) {
      expect([
        task,
        existsSync(`functions/${task}/index.ts`),
        sources.filter(
          (file) => /^lib\/(application|api)\//.test(file) && file.endsWith(`/${task}.ts`),
        ).length,
      ]).toEqual([task, true, 1]);
    }
  });

  it('holds every port to a contract, in memory and over AWS', () => {
    const suites: Readonly<Record<PortName, string>> = {
      clock: 'clockContract',
      ids: 'idsContract',
      definitions: 'definitionsSourceContract',
      records: 'recordStoreContract',
      recordList: 'recordListContract',
      audit: 'auditContract',
      auditTrail: 'auditContract',
      givenAnswers: 'givenAnswersContract',
      callerRates: 'callerRatesContract',
      pseudonyms: 'pseudonymsContract',
      ledger: 'ledgerContract',
      contactLog: 'contactLogContract',
      journal: 'recordStoreContract',
      campaigns: 'campaignStoreContract',
      agents: 'agentBoardContract',
      agentLook: 'agentLookContract',
      throttle: 'callThrottleContract',
      telephony: 'telephonyContract',
      contacts: 'telephonyContract',
      dialQueue: 'dialQueueContract',
      tickQueue: 'tickQueueContract',
      sms: 'messageSenderContract',
      email: 'messageSenderContract',
      smsQueue: 'messageQueueContract',
      emailQueue: 'emailQueueContract',
      olderOrders: 'olderOrdersContract',
      lines: 'sendingLinesContract',
      files: 'contactFilesContract',
      uploads: 'contactFilesContract',
      importReports: 'contactFilesContract',
      importQueue: 'importQueueContract',
      savedMappings: 'savedMappingsContract',
      mappingSaving: 'savedMappingsContract',
      links: 'connectLinksContract',
      surveyQueue: 'surveyQueueContract',
      secrets: 'secretsContract',
      services: 'servicesContract',
      numberChecks: 'numberChecksContract',
      tokens: 'serviceTokensContract',
      slots: 'callSlotsContract',
      recordings: 'recordingsContract',
      voicemails: 'recordingsContract',
      mails: 'mailsContract',
      phones: 'phonesContract',
      agentHolds: 'agentHoldsContract',
      routing: 'routingContract',
      webhooks: 'webhookStoreContract',
      webhookQueue: 'webhookQueueContract',
      receivers: 'receiversContract',
      signingSecrets: 'signingSecretsContract',
      secretRotation: 'signingSecretsContract',
      filters: 'filterStoreContract',
      jobs: 'jobStoreContract',
      reports: 'reportStoreContract',
      copyQueue: 'copyQueueContract',
      watchers: 'watchersContract',
      admissions: 'watchersContract',
      announcer: 'announcerContract',
    };
    const memory = readFileSync('test/contracts/memory.test.ts', 'utf8');
    const aws = ['aws', 'aws-agents', 'aws-dynamo', 'aws-live', 'aws-reports', 'local-cloud'].map(
      (name) => readFileSync(`test/contracts/${name}.test.ts`, 'utf8'),
    );
    const unheld = Object.entries(suites).filter(
      ([, suite]) =>
        !memory.includes(`${suite}(`) || !aws.some((text) => text.includes(`${suite}(`)),
    );

    expect(Object.keys(suites).toSorted()).toEqual(Object.keys(PORT_ACCESS).toSorted());
    expect(unheld).toEqual([]);
  });

  it('has no drawer for odds and ends', () => {
    const drawers = files.filter(
      (file) =>
        /\/(utils?|common|helpers|types|core)(\/|\.ts$)/.test(file) && !file.startsWith('test/'),
    );

    expect(drawers).toEqual([]);
  });

  // the web is told the time by what the API answers (web/kit/api/client.ts)
  it('reads the wall clock nowhere but in one module', () => {
    const readers = sources
      .filter((file) => !/^(lib\/local|lib\/cli|bin|web)\//.test(file))
      .filter((file) =>
        /\bDate\.now\(\)|new Date\(\)|performance\.now\(\)|\bsetTimeout\(/.test(
          readFileSync(file, 'utf8'),
        ),
      );

    expect(readers).toEqual(['lib/aws/system-clock.ts']);
  });
});
