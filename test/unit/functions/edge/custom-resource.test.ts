// CloudFormation hears how it went, whatever happens: over a real HTTP server in the place of its
// answers' address.
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { customResource } from '../../../../functions/edge/custom-resource.ts';
import { linkConnect } from '../../../../lib/application/deployment/link-connect.ts';
import type { ConnectLinks } from '../../../../lib/application/ports/connect-links.ts';
import { readCustomResource } from '../../../../lib/aws/events/custom-resource-event.ts';
import { memoryConnectLinks } from '../../../../lib/simulation/memory/connect-links.ts';
import { capturedLog, lambdaContext } from '../../../support/lambda.ts';

const answers: unknown[] = [];
let server: Server;
let log: ReturnType<typeof capturedLog>;
let url: string;

beforeEach(async () => {
  answers.length = 0;
  log = capturedLog();
  server = createServer((request, response) => {
    let body = '';
    request.on('data', (chunk) => {
      body += chunk;
    });
    request.on('end', () => {
      answers.push(JSON.parse(body));
      response.end();
    });
  });
  await new Promise<void>((done) => server.listen(0, '127.0.0.1', done));
  url = `http://127.0.0.1:${(server.address() as AddressInfo).port}/answer`;
});
afterEach(() => {
  log.stop();
  return new Promise((done) => server.close(done));
});

const event = (more: Readonly<Record<string, unknown>> = {}) => ({
  RequestType: 'Create',
  ResponseURL: url,
  StackId: 'stack',
  RequestId: 'request',
  LogicalResourceId: 'Number',
  ResourceProperties: { ServiceToken: 't', kind: 'number-to-flow', number: 'n1', flow: 'f1' },
  ...more,
});
const asked = { StackId: 'stack', RequestId: 'request', LogicalResourceId: 'Number' };
const run = (links: ConnectLinks, given: unknown) =>
  customResource(
    'link-connect',
    linkConnect,
    { links: () => links },
    readCustomResource,
  )(given, lambdaContext);

describe('a custom resource', () => {
  it('is made, and named by what it belongs to', async () => {
    const links = memoryConnectLinks();

    await run(links, event());

    expect([...links.flows]).toEqual([['n1', 'f1']]);
    expect(answers).toEqual([
      { ...asked, Status: 'SUCCESS', PhysicalResourceId: 'number-to-flow:n1' },
    ]);
  });

  it('that cannot be made is a failure with its reason', async () => {
    const links = { ...memoryConnectLinks(), numberToFlow: () => Promise.reject(new Error('no')) };

    await run(links, event());

    expect(answers).toEqual([
      { ...asked, Status: 'FAILED', PhysicalResourceId: 'failed:request', Reason: 'Error: no' },
    ]);
  });

  it('with properties nobody knows is a failure that names them', async () => {
    await run(memoryConnectLinks(), event({ ResourceProperties: { kind: 'number-to-flow' } }));

    expect(answers).toEqual([
      expect.objectContaining({
        Status: 'FAILED',
        Reason: expect.stringContaining('ResourceProperties.link.number'),
      }),
    ]);
  });

  it('that was never made is deleted without a word to Connect', async () => {
    const links = { ...memoryConnectLinks(), releaseNumber: () => Promise.reject(new Error('no')) };

    await run(links, event({ RequestType: 'Delete', PhysicalResourceId: 'failed:request' }));

    expect(answers).toEqual([
      { ...asked, Status: 'SUCCESS', PhysicalResourceId: 'failed:request' },
    ]);
  });

  it('is deleted as it stands in the template', async () => {
    const links = memoryConnectLinks();
    await links.numberToFlow('n1', 'f1');

    await run(links, event({ RequestType: 'Delete', PhysicalResourceId: 'number-to-flow:n1' }));

    expect([...links.flows]).toEqual([]);
    expect(answers).toMatchObject([{ Status: 'SUCCESS', PhysicalResourceId: 'number-to-flow:n1' }]);
  });
});
