// How the people of a dry run behave: callees who pick up or do not, agents who talk and wrap up.
// What is missing is as the trade knows it for warm consumer lists.
import { z } from 'zod';
import { Duration, Id, Percent } from './basics.ts';

const Variation = z.number().min(0.05).max(3);

/** A mean alone, or with how much single times differ. */
const Time = z
  .union(
    [
      Duration,
      z.strictObject({
        mean: Duration.describe('The mean.'),
        variation: Variation.optional().describe(
          'Standard deviation as a share of the mean: with 0.5 times vary little, with 1.2 there is a long tail.',
        ),
      }),
    ],
    'a duration such as "90 s", or { mean: 90 s, variation: 0.8 }',
  )
  .transform((time) => (typeof time === 'number' ? { mean: time } : time));
export type Time = z.output<typeof Time>;

/** "08-12": from eight until noon, hours of the day. */
const HourSpan = z.string().refine((text) => {
  const [, from, to] = /^(\d{1,2})-(\d{1,2})$/.exec(text) ?? [];
  return from !== undefined && Number(from) < Number(to) && Number(to) <= 24;
}, 'hours of the day such as "08-12", at most "00-24"');

const Callees = z.strictObject({
  answer: Percent.optional().describe(
    'Probability that a person answers at most hours of the day; 30%.',
  ),
  answerAt: z
    .record(HourSpan, Percent)
    .optional()
    .describe('That probability at other hours of the day, in the local time of the person.'),
  differ: Percent.optional().describe('How much people differ in that probability; 60%.'),
  voicemail: Percent.optional().describe(
    'Share of people whose voicemail answers when they do not; 50%.',
  ),
  wrongNumber: Percent.optional().describe('Share of numbers that do not exist; 3%.'),
  busy: Percent.optional().describe('Probability that a call finds the line busy; 4%.'),
  failure: Percent.optional().describe('Probability that a call fails in the network; 2%.'),
  ring: Time.optional().describe('From the first ring until the person answers; 9 s.'),
  patience: Time.optional().describe('How long a person who answered waits for an agent; 12 s.'),
  talk: Time.optional().describe('How long a conversation lasts; 2 min.'),
});

const Agents = z.strictObject({
  wrapUp: Time.optional().describe('From the end of a conversation to its classification; 20 s.'),
  forgets: Percent.optional().describe(
    'Share of conversations that agents never classify, besides those whose wrap-up runs out; 3%.',
  ),
  breaks: z
    .strictObject({
      every: Duration.describe('Time between two breaks.'),
      last: Duration.describe('How long a break lasts.'),
    })
    .optional()
    .describe('Breaks of each agent; 10 min every 90 min.'),
});

const Texts = z.strictObject({
  reply: Percent.optional().describe('Probability that a text message is answered; 15%.'),
  stop: Percent.optional().describe('Probability that the answer is STOP or a word like it; 2%.'),
  after: Time.optional().describe('How long people take to answer; 10 min.'),
});

const Emails = z.strictObject({
  reply: Percent.optional().describe('Probability that an e-mail is answered; 20%.'),
  automatic: Percent.optional().describe(
    'Probability that a program answers, such as an absence note; 3%.',
  ),
  after: Time.optional().describe('How long people take to answer; 1 h.'),
});

export const BehaviourFile = z.strictObject({
  callees: Callees.default({}).describe('The people being called.'),
  agents: Agents.default({}).describe('The agents.'),
  texts: Texts.optional().describe('What people do with text messages.'),
  emails: Emails.optional().describe('What people do with e-mails they can answer.'),
  classifiers: z
    .record(Id, z.number().min(0))
    .default({})
    .describe('Weight of each classifier among those offered; 1 by default.'),
});
export type BehaviourFile = z.output<typeof BehaviourFile>;
