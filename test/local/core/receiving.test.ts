// SES receives: a rule stores what is sent to its domain, as far as the bucket lets it.
import { describe, expect, it } from 'vitest';
import { receiveMail } from '../../../lib/local/messages/receiving.ts';
import { startCloud } from './support/assembly.ts';

const SES_MAY_WRITE = {
  Type: 'AWS::S3::BucketPolicy',
  Properties: {
    Bucket: { Ref: 'Mail' },
    PolicyDocument: {
      Statement: [
        {
          Effect: 'Allow',
          Principal: { Service: 'ses.amazonaws.com' },
          Action: 's3:PutObject',
          Resource: { 'Fn::Sub': '${Mail.Arn}/mail/*' },
          Condition: { StringEquals: { 'aws:SourceAccount': { Ref: 'AWS::AccountId' } } },
        },
      ],
    },
  },
};

const rule = (more: object = {}, actions: readonly object[] = [STORED]) => ({
  Type: 'AWS::SES::ReceiptRule',
  Properties: {
    RuleSetName: { Ref: 'Set' },
    Rule: { Enabled: true, Recipients: ['reply.example.org'], Actions: actions, ...more },
  },
});
const STORED = { S3Action: { BucketName: { Ref: 'Mail' }, ObjectKeyPrefix: 'mail/' } };

const receiving = (more: object) =>
  startCloud({
    stacks: {
      App: {
        Resources: {
          Mail: {
            Type: 'AWS::S3::Bucket',
            Properties: {
              BucketName: 'mail',
              NotificationConfiguration: {
                EventBridgeConfiguration: { EventBridgeEnabled: true },
              },
            },
          },
          Set: { Type: 'AWS::SES::ReceiptRuleSet', Properties: { RuleSetName: 'ringback' } },
          ...more,
        },
      },
    },
  });

const raw = Buffer.from('From: a@b.example\r\nX-SES-Spam-Verdict: PASS\r\n\r\nHello');
const to = 'r1@Reply.Example.org';

describe('an e-mail to a domain that SES receives', () => {
  it('is stored with the words of SES on top, which S3 tells the bus of', async () => {
    const cloud = await receiving({ Rule: rule({ ScanEnabled: true }), Policy: SES_MAY_WRITE });

    const [key = ''] = await receiveMail(cloud, { to, from: 'a@b.example', raw, spam: 'FAIL' });

    expect(key).toMatch(/^mail\/[0-9a-f]{40}$/);
    const stored = await cloud.buckets.send({
      ...{ method: 'GET', path: `/mail/${key}`, query: new URLSearchParams() },
      ...{ headers: {}, body: Buffer.alloc(0) },
    });
    expect(stored.body.toString().split('\r\n').slice(0, 8)).toEqual([
      'Return-Path: <a@b.example>',
      'Received: from mail.example.org (mail.example.org [192.0.2.1])',
      expect.stringContaining('inbound-smtp.'),
      ' for r1@Reply.Example.org;',
      expect.any(String),
      'X-SES-Spam-Verdict: FAIL',
      'X-SES-Virus-Verdict: PASS',
      'From: a@b.example',
    ]);
    expect(cloud.buses.history().map((event) => event['detail-type'])).toEqual(['Object Created']);
  });

  it('is billed, and so is every whole 256 KB of it', async () => {
    const cloud = await receiving({ Rule: rule({}), Policy: SES_MAY_WRITE });
    const large = Buffer.concat([raw, Buffer.alloc(600 * 1024, 'x')]);

    await receiveMail(cloud, { to, raw });
    await receiveMail(cloud, { to, raw: large });
    await receiveMail(cloud, { to: 'a@elsewhere.example', raw }).catch(() => undefined);

    expect(cloud.outbox.received).toEqual({ emails: 2, chunks: 2 });
  });

  it('is turned away where no rule is for it, or the rule is off', async () => {
    const cloud = await receiving({ Rule: rule({ Enabled: false }), Policy: SES_MAY_WRITE });

    await expect(receiveMail(cloud, { to, raw })).rejects.toThrow('no receipt rule');
  });

  it('is not stored where the bucket does not let SES write', async () => {
    const cloud = await receiving({ Rule: rule() });

    await expect(receiveMail(cloud, { to, raw })).rejects.toThrow(
      'ses.amazonaws.com is not authorized to perform: s3:PutObject',
    );
  });

  it('has no other action than to be stored', async () => {
    await expect(
      receiving({ Rule: rule({}, [{ StopAction: { Scope: 'RuleSet' } }]) }),
    ).rejects.toThrow("SES receipt action 'StopAction'");
  });
});
