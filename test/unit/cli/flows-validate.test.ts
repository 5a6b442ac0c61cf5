import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { flowsValidate } from '../../../lib/cli/flows-validate.ts';
import { renderOutboundFlow } from '../../../lib/compiler/flows/outbound-flow.ts';
import { renderOutboundQueueFlow } from '../../../lib/compiler/flows/outbound-queue-flow.ts';

const fine = renderOutboundFlow({ language: 'en', recording: false, queuePriority: 5 });
const broken = {
  Version: '2019-10-30',
  StartAction: 'greet',
  Actions: [{ Identifier: 'greet', Type: 'PlayPrompt' }],
};

let folder: string;

beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'flows-'));
});

afterEach(() => rm(folder, { recursive: true }));

async function file(name: string, content: unknown): Promise<string> {
  const path = join(folder, name);
  await writeFile(path, typeof content === 'string' ? content : JSON.stringify(content));
  return path;
}

async function run(...args: readonly string[]) {
  const out: string[] = [];
  const err: string[] = [];
  const code = await flowsValidate(args, {
    out: (line) => out.push(line),
    err: (line) => err.push(line),
  });
  return { code, out, err };
}

describe('ringback flows validate', () => {
  it('is content with a flow Connect would publish', async () => {
    const path = await file('fine.json', fine);

    expect(await run(path)).toEqual({ code: 0, out: [`${path}: no problems`], err: [] });
  });

  it('prints each problem with the id of its action', async () => {
    const path = await file('broken.json', broken);

    expect(await run(path)).toEqual({
      code: 1,
      out: [
        `${path}: action 'greet': Invalid Action type. Type: PlayPrompt, Path: Actions[0] (use a type of the flow language)`,
      ],
      err: [],
    });
  });

  it('checks several files and answers in JSON when asked to', async () => {
    const good = await file('fine.json', fine);
    const bad = await file('broken.json', broken);

    const { code, out } = await run('--json', good, bad);

    expect({ code, answer: JSON.parse(out.join('')) }).toEqual({
      code: 1,
      answer: [
        { file: good, problems: [] },
        {
          file: bad,
          problems: [
            {
              action: 'greet',
              kind: 'error',
              message:
                'Invalid Action type. Type: PlayPrompt, Path: Actions[0] (use a type of the flow language)',
            },
          ],
        },
      ],
    });
  });

  it('checks the file as the type it is told', async () => {
    const queue = renderOutboundQueueFlow({ language: 'pl', longestWaitSeconds: 60 });
    const path = await file('queue.json', queue);

    expect((await run('--type', 'CUSTOMER_QUEUE', path)).code).toBe(0);
    expect((await run(path)).code).toBe(1);
  });

  it('goes by what the file says of itself when it is told nothing', async () => {
    const queue = renderOutboundQueueFlow({ language: 'pl', longestWaitSeconds: 60 });
    const exported = await file('queue.json', { ...queue, Metadata: { type: 'customerQueue' } });
    const module = await file('module.json', { ...fine, Settings: {} });

    expect((await run(exported, module)).code).toBe(0);
    expect((await run('--type', 'CONTACT_FLOW', exported)).code).toBe(1);
  });

  it('lists the placeholders that somebody has to fill in, without minding them', async () => {
    const hooks = { customerQueue: '${QueueFlow.Arn}' };
    const flow = renderOutboundFlow({ language: 'cs', recording: true, queuePriority: 1, hooks });
    const path = await file('flow.json', flow);

    expect(await run(path)).toEqual({
      code: 0,
      out: [`${path}: no problems`],
      err: [`${path}: replace before publishing: \${QueueFlow.Arn}`],
    });
  });

  it('calls an id left blank a placeholder', async () => {
    const text = JSON.stringify(fine).replace('$.Attributes.queueArn', '');
    const path = await file('blank.json', text);

    expect(await run(path)).toEqual({
      code: 1,
      out: [
        `${path}: action 'take-the-queue': placeholder: Invalid Action property value. Path: Actions[3].Parameters.QueueId (fill in the id left blank)`,
      ],
      err: [],
    });
  });

  it('checks a flow in the wrapper of an export as the type the wrapper states', async () => {
    const queue = renderOutboundQueueFlow({ language: 'pl', longestWaitSeconds: 60 });
    const wrapper = { Name: 'Queue', Type: 'CUSTOMER_QUEUE', Content: JSON.stringify(queue) };
    const described = await file('described.json', { ContactFlow: wrapper });
    const deployed = await file('deployed.json', { ...wrapper, Content: queue });

    expect(await run(described, deployed)).toEqual({
      code: 0,
      out: [`${described}: no problems`, `${deployed}: no problems`],
      err: [],
    });
  });

  it('prints a warning without failing', async () => {
    const hello = { Identifier: 'hello', Type: 'EndFlowExecution' };
    const path = await file('odd.json', {
      Version: '2019-10-30',
      StartAction: 'hello',
      Actions: [hello],
    });

    const { code, out } = await run(path);

    expect(code).toBe(0);
    expect(out).toEqual([
      `${path}: action 'hello': warning: Invalid Action type. Type: EndFlowExecution, Path: Actions[0] (the guides disagree on whether flows of type CONTACT_FLOW may have it)`,
    ]);
  });

  it('says plainly that a file is missing, no JSON, or an export of the old designer', async () => {
    const missing = join(folder, 'missing.json');
    const text = await file('text.json', 'Hello');
    const old = await file('old.json', { modules: [], version: '1', type: 'contactFlow' });

    const { code, out } = await run(missing, text, old, folder);

    expect(code).toBe(1);
    expect(out).toEqual([
      `${missing}: no such file`,
      expect.stringMatching(/text\.json: not JSON: .*Hello/),
      `${old}: Invalid contact flow format (this is an export of the old designer ("modules"); export it again)`,
      `${folder}: this is a directory; name the flow files in it`,
    ]);
  });

  it.each([
    [[], 'name a file'],
    [['--type', 'IVR', 'x.json'], "there is no flow type 'IVR'. Use 'CONTACT_FLOW', "],
    [['--strict', 'x.json'], "there is no option '--strict'"],
  ])('explains itself when called with %j', async (args, complaint) => {
    const { code, out, err } = await run(...args);

    expect({ code, out, help: err.slice(1) }).toEqual({
      code: 2,
      out: [],
      help: ['For help: npx ringback flows --help'],
    });
    expect(err[0]).toContain(complaint);
  });
});
