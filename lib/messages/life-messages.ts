// What is known of a life and how the tie stands; who brought whom; fields of the rep’s own.
import { z } from 'zod';
import { stageSchema } from '../domain/care';
import { BONDS, CUSTOMER_TYPES, NURTURES, TIERS } from '../domain/kinds';
import { ownFieldSchema } from '../domain/own-field';
import { ownFieldChangeSchema } from '../domain/own-field-change';
import { LONGEST_VALUE } from '../domain/own-value';
import { aboutChangeSchema } from '../domain/records';
import { dealSchema, factSchema, keyDateSchema } from '../domain/tie-records';
import { type Message, both, day, done, id, name, nothing, said, withSubject } from './shapes';

const ownField = ownFieldSchema.omit({ createdAt: true, updatedAt: true });
const reasoned = z.object({ label: said, why: said });

/** How the relationship stands today, each property with its reason. */
export const tieViewSchema = z.object({
  existence: reasoned.extend({ is: z.enum(['none', 'live', 'dormant']), sure: z.boolean() }),
  direction: reasoned.extend({ is: z.enum(['none', 'out', 'in', 'both', 'unknown']) }),
  /** Null: nothing dated was ever seen. */
  strength: reasoned.extend({ value: z.number() }).nullable(),
  reciprocity: z.object({ label: said }).nullable(),
  replies: z.object({ mine: said.nullable(), theirs: said.nullable() }),
  trend: reasoned.extend({ is: z.enum(['warming', 'steady', 'cooling', 'unknown']) }),
  bonds: z.object({
    marked: z.array(z.enum(BONDS)),
    missing: z.object({ bond: z.enum(BONDS), label: said, why: said }).nullable(),
  }),
  type: reasoned.extend({ is: z.enum(CUSTOMER_TYPES), derived: z.enum(CUSTOMER_TYPES), action: said, how: said }),
  tier: reasoned.extend({ is: z.enum(TIERS), step: z.number(), next: said.nullable() }),
  /** What this contact gives to the six metrics of the tiers; what nobody put down is missing. */
  metrics: z.array(reasoned.extend({ missing: z.boolean() })),
  /** What to say now. */
  now: z.object({ recall: said.nullable(), date: said.nullable(), act: said }),
  /** What changed of late, the newest week first. */
  changes: z.array(z.object({ week: day, said })),
  /** What the rep said of the contact. */
  own: z.object({
    company: z.string(),
    phones: z.array(z.string()),
    emails: z.array(z.string()),
    lostReason: z.string(),
    source: z.string(),
    nurture: z.enum(NURTURES).nullable(),
    type: z.enum(CUSTOMER_TYPES).nullable(),
    cadence: z.number().nullable(),
    quietUntil: day.nullable(),
    stage: z.string().nullable(),
    stageSince: day.nullable(),
  }),
  /** Those to choose from, won and lost behind them, and the contact's own where it was removed since. */
  stages: z.array(stageSchema.omit({ days: true })),
});
export type TieView = z.infer<typeof tieViewSchema>;

const life = { deals: z.array(dealSchema), facts: z.array(factSchema), keyDates: z.array(keyDateSchema) };

/** What the background adds to a record. */
const added = { contactId: true, createdAt: true, updatedAt: true } as const;

export const lifeMessages = {
  'tie.get': {
    levels: both,
    says: 'How the relationship with a person stands, why, and what to say now.',
    request: z.object(withSubject),
    reply: tieViewSchema,
  },
  'tie.say': {
    levels: both,
    says: 'What the rep says of the tie and of the person: bonds, type, stage, cadence, quiet time, company, phones; remembers the person; undoable.',
    request: z.object({ ...withSubject, about: aboutChangeSchema }),
    reply: done,
  },
  'life.get': {
    levels: both,
    says: 'Deals, facts and key dates of a person, and who brought them.',
    request: z.object(withSubject),
    reply: z.object({ ...life, referredBy: z.object({ id, name }).nullable(), brought: z.array(z.object({ id, name })) }),
  },
  'life.save': {
    levels: both,
    says: 'Deals, facts or key dates of a person, new ones or changed, under ids made by the screen; remembers the person; undoable.',
    request: z.object({
      ...withSubject,
      deals: z.array(dealSchema.omit(added)).max(50),
      facts: z.array(factSchema.omit(added)).max(50),
      keyDates: z.array(keyDateSchema.omit(added)).max(50),
    }),
    reply: done,
  },
  'life.delete': {
    levels: ['ui'],
    says: 'Remove a deal, a fact or a key date; undoable.',
    request: z.object({ contact: id, table: z.enum(['deals', 'facts', 'keyDates']), record: id }),
    reply: done,
  },
  'referral.set': {
    levels: ['ui'],
    says: 'Who brought a person, in place of whoever stood there; null is nobody; undoable.',
    request: z.object({ contact: id, by: id.nullable() }),
    reply: done,
  },
  'field.values': {
    levels: both,
    says: 'The fields the rep invented, each with what it says of a person.',
    request: z.object(withSubject),
    reply: z.object({ values: z.array(z.object({ field: ownField, value: z.string() })) }),
  },
  'field.say': {
    levels: both,
    says: 'What one of these fields says of a person, in the form in which it is kept; empty takes it away; undoable.',
    request: z.object({ ...withSubject, field: id, value: z.string().max(LONGEST_VALUE * 2) }),
    reply: done,
  },
  'field.list': {
    levels: ['ui'],
    says: 'All fields the rep invented, in their order, with those that were removed not long ago.',
    request: nothing,
    reply: z.object({ fields: z.array(ownField) }),
  },
  'field.save': {
    levels: ['ui'],
    says: 'Make, rename, move, remove or bring back a field, or change what a choice offers; values stay; undoable.',
    request: ownFieldChangeSchema,
    reply: done,
  },
  'source.known': {
    levels: ['ui'],
    says: 'The channels by which people came, as the rep wrote them; at most fifty.',
    request: nothing,
    reply: z.object({ sources: z.array(z.string()) }),
  },
} as const satisfies Record<string, Message>;
