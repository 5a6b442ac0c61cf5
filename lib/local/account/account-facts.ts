// What the account around a deployment allows: no template says it, and `ringback preflight` asks
// for it. Unless told otherwise, an account that AWS has just opened.

export interface AccountFacts {
  /** Lambda functions that may run at once. */
  readonly concurrentFunctions: number;
  /** Service Quotas by service code and the quota's name. */
  readonly quotas: Readonly<Record<string, Readonly<Record<string, number>>>>;
  readonly email: { readonly sandbox: boolean; readonly perSecond: number };
  /** Addresses and domains that SES has verified. */
  readonly verified: readonly string[];
  readonly texts: { readonly sandbox: boolean; readonly monthlySpend: number };
  /** Numbers (E.164) and names that text messages may be sent from. */
  readonly textSenders: readonly string[];
}

export const NEW_ACCOUNT: AccountFacts = {
  concurrentFunctions: 10,
  quotas: {
    connect: {
      'Amazon Connect instance count': 2,
      'Concurrent active calls per instance': 10,
      'Concurrent campaign active calls per instance': 0,
      'Phone numbers per instance': 5,
      'Queues per instance': 100,
      'Rate of StartOutboundVoiceContact API requests': 2,
    },
  },
  email: { sandbox: true, perSecond: 1 },
  verified: [],
  texts: { sandbox: true, monthlySpend: 1 },
  textSenders: [],
};
