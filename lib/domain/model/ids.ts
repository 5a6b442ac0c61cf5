// Identifiers are branded, so that a record's id cannot stand where an attempt's is wanted.

declare const brand: unique symbol;
type Branded<Name extends string> = string & { readonly [brand]: Name };

export type CampaignId = Branded<'campaign'>;
export type RecordId = Branded<'record'>;
/** Also Connect's ClientToken of the call: a repeated request returns the same contact (DIA-7). */
export type AttemptId = Branded<'attempt'>;
/** Amazon Connect's ContactId. */
export type ContactId = Branded<'contact'>;
/** The agent's user name in Connect. */
export type AgentId = Branded<'agent'>;
export type MessageId = Branded<'message'>;

export const campaignId = (text: string): CampaignId => text as CampaignId;
export const recordId = (text: string): RecordId => text as RecordId;
export const attemptId = (text: string): AttemptId => text as AttemptId;
export const contactId = (text: string): ContactId => text as ContactId;
export const agentId = (text: string): AgentId => text as AgentId;
export const messageId = (text: string): MessageId => text as MessageId;

/** A record of a campaign. */
export interface RecordRef {
  readonly campaign: CampaignId;
  readonly record: RecordId;
}
