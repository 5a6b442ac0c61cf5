import { describe, expect, it } from 'vitest';
import { flowDocument, flowTypeOf } from '../../../../lib/compiler/flows/flow-document.ts';
import { validateFlow } from '../../../../lib/compiler/flows/validate-flow.ts';
import { action, flowOf } from './flow-samples.ts';

const flow = flowOf(
  action('MessageParticipant', { Text: 'Hello' }, { errors: ['NoMatchingError'] }),
);
const text = JSON.stringify(flow);

describe('the document of a flow', () => {
  it('is the content itself when there is no wrapper', () => {
    expect(flowDocument(flow)).toEqual({ content: flow });
  });

  it.each([
    ['content as an object', { Name: 'x', Type: 'AGENT_WHISPER', Content: flow }],
    ['content as text', { Name: 'x', Type: 'AGENT_WHISPER', Content: text }],
    ['a byte order mark in the text', { Type: 'AGENT_WHISPER', Content: `\uFEFF${text}` }],
    ['the type under its longer name', { ContactFlowType: 'AGENT_WHISPER', Content: text }],
    ['keys in lower case, as Terraform prints them', { type: 'AGENT_WHISPER', content: text }],
    ['the type as the console spells it', { Type: 'agentWhisper', Content: text }],
    [
      'the answer of DescribeContactFlow',
      { ContactFlow: { Type: 'AGENT_WHISPER', Content: text } },
    ],
    [
      'a resource of a template',
      {
        Type: 'AWS::Connect::ContactFlow',
        Properties: { Type: 'AGENT_WHISPER', Content: { 'Fn::Sub': text } },
      },
    ],
    [
      'substituted text with a map',
      { Type: 'AGENT_WHISPER', Content: { 'Fn::Sub': [text, { Queue: 'x' }] } },
    ],
    ['wrapper, the whole of it as text', JSON.stringify({ Type: 'AGENT_WHISPER', Content: text })],
  ])('is taken out of a wrapper with %s', (_, wrapper) => {
    expect(flowDocument(wrapper)).toEqual({ content: flow, type: 'AGENT_WHISPER' });
  });

  it.each([
    ['DescribeContactFlowModule', { ContactFlowModule: { Name: 'x', Content: text } }],
    ['a template', { Type: 'AWS::Connect::ContactFlowModule', Properties: { Content: text } }],
  ])('is that of a module in %s', (_, wrapper) => {
    expect(flowDocument(wrapper)).toEqual({ content: flow, type: 'MODULE' });
  });

  it('has the type that its metadata states where the wrapper states none', () => {
    const exported = { ...flow, Metadata: { type: 'customerQueue' } };

    expect(flowDocument({ Name: 'x', Content: exported }).type).toBe('CUSTOMER_QUEUE');
    expect(flowTypeOf(exported)).toBe('CUSTOMER_QUEUE');
    expect(flowTypeOf({ ...flow, Settings: {} })).toBe('MODULE');
    expect(flowTypeOf(flow)).toBeUndefined();
  });

  it('of an unknown type has none', () => {
    expect(flowDocument({ Type: 'JOURNEY', Content: flow })).toEqual({ content: flow });
  });
});

describe('a wrapped flow', () => {
  it('is checked as the type of its wrapper, unless another one is asked for', () => {
    const wrapper = { Type: 'AGENT_HOLD', Content: text };

    expect(validateFlow(wrapper)).not.toEqual([]);
    expect(validateFlow(wrapper, 'CONTACT_FLOW')).toEqual([]);
  });

  it('has its problems reported where they stand in the content', () => {
    const wrapper = { Type: 'CONTACT_FLOW', Content: { ...flow, StartAction: 'nowhere' } };

    expect(validateFlow(wrapper).map(({ message }) => message)).toEqual([
      'Invalid Action property value. Path: StartAction',
    ]);
  });

  it.each([
    ['text that is not JSON', { Type: 'CONTACT_FLOW', Content: 'Hello' }],
    ['nothing', { Type: 'CONTACT_FLOW', Content: '' }],
    ['an object that is no flow', { Type: 'CONTACT_FLOW', Content: { a: 1 } }],
  ])('is refused with %s as its content', (_, wrapper) => {
    expect(validateFlow(wrapper).map(({ message }) => message)).toContain(
      'Invalid contact flow format',
    );
  });
});
