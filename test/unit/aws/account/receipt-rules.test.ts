import { expect, it } from 'vitest';
import { receiptRules } from '../../../../lib/aws/account/receipt-rules.ts';

const settings = {
  region: async () => 'eu-central-1',
  credentials: { accessKeyId: 'AKIATEST', secretAccessKey: 'secret' },
};

/** What SES is asked, and an answer as its API Reference shows it. */
function ses(status: number, xml: string) {
  const asked: { url: string; body: unknown; authorization: string }[] = [];
  const ask: typeof fetch = async (url, { headers, body } = {}) => {
    const authorization = new Headers(headers).get('authorization') ?? '';
    asked.push({ url: String(url), body, authorization });
    return new Response(xml, { status });
  };
  return { asked, receiving: receiptRules(settings, ask) };
}

const RESULT = 'DescribeActiveReceiptRuleSetResult';
const answer = (within: string) =>
  `<DescribeActiveReceiptRuleSetResponse xmlns="http://ses.amazonaws.com/doc/2010-12-01/">
  <${RESULT}>${within}</${RESULT}>
  <ResponseMetadata><RequestId>9f6c1f5d</RequestId></ResponseMetadata>
</DescribeActiveReceiptRuleSetResponse>`;

it('tells which rule set is active and for whom it receives', async () => {
  const { asked, receiving } = ses(
    200,
    answer(`
    <Rules>
      <member>
        <Recipients><member>reply.example.com</member><member>a@b.example</member></Recipients>
        <Actions><member><S3Action><BucketName>mail</BucketName></S3Action></member></Actions>
        <Name>ringback-replies</Name><ScanEnabled>true</ScanEnabled><Enabled>true</Enabled>
      </member>
      <member>
        <Recipients><member>other.example</member></Recipients>
        <Name>others</Name><Enabled>true</Enabled>
      </member>
    </Rules>
    <Metadata><Name>ringback</Name><CreatedTimestamp>2026-11-30T00:00:00Z</CreatedTimestamp></Metadata>`),
  );

  expect(await receiving()).toEqual({
    ruleSet: 'ringback',
    recipients: new Set(['reply.example.com', 'a@b.example', 'other.example']),
  });
  expect(asked).toMatchObject([
    {
      url: 'https://email.eu-central-1.amazonaws.com/',
      body: 'Action=DescribeActiveReceiptRuleSet&Version=2010-12-01',
    },
  ]);
  expect(asked[0]?.authorization).toMatch(/AKIATEST.*eu-central-1\/ses\/aws4_request/);
});

it('tells that none is active', async () => {
  expect(await ses(200, answer('')).receiving()).toEqual({
    ruleSet: undefined,
    recipients: new Set(),
  });
});

it('tells a refusal by the name SES gives it', async () => {
  const refusal = `<ErrorResponse><Error><Type>Sender</Type><Code>AccessDenied</Code>
    <Message>User is not authorized</Message></Error></ErrorResponse>`;

  await expect(ses(403, refusal).receiving()).rejects.toMatchObject({
    name: 'AccessDenied',
    message: 'User is not authorized',
  });
  await expect(ses(500, '').receiving()).rejects.toThrow('SES answers 500');
});
