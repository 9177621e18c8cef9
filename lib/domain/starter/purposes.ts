// The replies that Rapport brings: what each is for, whatever its language. DOMAIN.md §2–§6, §8.
import { CUSTOMER_TYPES } from '../kinds';
import type { Fits } from '../reply-records';

export interface Purpose {
  folder: 'first' | 'questions' | 'deciding' | 'bought' | 'care';
  fits: Partial<Fits>;
  /** Pushes a sale, so it is never suggested to a shallow tie. */
  sells?: true;
}

/** Everybody who has not bought yet. */
const BEFORE = CUSTOMER_TYPES.slice(0, 4);
const BUYERS = CUSTOMER_TYPES.slice(4);

const all = {
  'hello-new': { folder: 'first', fits: { types: ['passer-by', 'visitor'], tiers: ['shallow'], stages: ['lead'] } },
  'hello-referred': { folder: 'first', fits: { types: ['visitor', 'prospect'], tiers: ['shallow'], stages: ['lead'] } },
  'useful-thing': { folder: 'first', fits: { types: ['passer-by', 'visitor', 'prospect'], tiers: ['shallow', 'sticky'] } },
  'their-post': { folder: 'first', fits: {} },
  invite: { folder: 'first', fits: { types: ['visitor', 'prospect', 'customer', 'loyal', 'friend'], tiers: ['sticky', 'deep', 'iron'] } },

  price: { folder: 'questions', fits: { types: ['visitor', 'prospect', 'trial'], stages: ['lead', 'contacted'] } },
  'in-stock': { folder: 'questions', fits: {} },
  'delivery-time': { folder: 'questions', fits: {} },
  discount: { folder: 'questions', fits: { stages: ['visited', 'tried', 'quoted'] } },
  compare: { folder: 'questions', fits: { types: BEFORE, stages: ['visited', 'tried', 'quoted'] } },
  'find-out': { folder: 'questions', fits: { occasions: ['owed'] } },
  'late-answer': { folder: 'questions', fits: { occasions: ['owed'] } },

  appointment: { folder: 'deciding', fits: { types: ['prospect', 'trial', 'major'], stages: ['contacted', 'visited'] } },
  'visit-thanks': { folder: 'deciding', fits: { types: ['prospect', 'trial', 'major'], stages: ['visited'] } },
  'trial-start': { folder: 'deciding', fits: { types: ['trial'], stages: ['tried'] } },
  'trial-check': { folder: 'deciding', fits: { types: ['trial'], stages: ['tried'] } },
  'quote-sent': { folder: 'deciding', fits: { types: ['prospect', 'trial', 'customer', 'major'], stages: ['quoted'] } },
  'quote-follow': {
    folder: 'deciding',
    fits: { types: ['prospect', 'trial', 'major'], tiers: ['sticky', 'deep', 'iron'], stages: ['quoted'] },
    sells: true,
  },
  'let-me-think': { folder: 'deciding', fits: { types: BEFORE, stages: ['visited', 'tried', 'quoted'] } },
  'not-for-you': { folder: 'deciding', fits: { types: BEFORE } },

  'order-thanks': { folder: 'bought', fits: { types: BUYERS, tiers: ['deep', 'iron'] } },
  'on-the-way': { folder: 'bought', fits: { types: BUYERS, tiers: ['deep', 'iron'] } },
  'after-use': { folder: 'bought', fits: { types: BUYERS, tiers: ['deep', 'iron'], occasions: ['after-use'] } },
  complaint: { folder: 'bought', fits: { occasions: ['owed', 'after-use'] } },
  tip: { folder: 'bought', fits: { types: ['trial', 'customer', 'loyal'], tiers: ['sticky', 'deep', 'iron'], occasions: ['after-use'] } },
  again: { folder: 'bought', fits: { types: ['customer', 'loyal'], tiers: ['deep', 'iron'] }, sells: true },
  'for-you-first': { folder: 'bought', fits: { types: ['loyal', 'major'], tiers: ['deep', 'iron'] }, sells: true },
  'plan-together': { folder: 'bought', fits: { types: ['major'], tiers: ['deep', 'iron'] } },

  'promise-kept': { folder: 'care', fits: { occasions: ['promise'] } },
  cooling: { folder: 'care', fits: { occasions: ['cooling'] } },
  'in-mind': { folder: 'care', fits: { types: BEFORE, occasions: ['custom'] } },
  birthday: { folder: 'care', fits: { occasions: ['birthday'] } },
  anniversary: { folder: 'care', fits: { types: BUYERS, occasions: ['anniversary'] } },
  'child-birthday': { folder: 'care', fits: { tiers: ['sticky', 'deep', 'iron'], occasions: ['child-birth'] } },
  exam: { folder: 'care', fits: { tiers: ['sticky', 'deep', 'iron'], occasions: ['child-exam'] } },
  expiry: { folder: 'care', fits: { occasions: ['expiry'] } },
  festival: { folder: 'care', fits: { occasions: ['festival'] } },
  friend: { folder: 'care', fits: { types: ['friend'], tiers: ['deep', 'iron'], occasions: ['cooling'] } },
  'referral-ask': { folder: 'care', fits: { types: ['loyal', 'friend', 'referrer'], tiers: ['deep', 'iron'] } },
  'referral-thanks': { folder: 'care', fits: { types: ['referrer'], tiers: ['iron'] } },
} as const satisfies Record<string, Purpose>;

export type StarterId = keyof typeof all;
export const purposes: Readonly<Record<StarterId, Purpose>> = all;

/** A starter reply in one language. */
export interface Starter {
  title: string;
  body: string;
  shortcut: string;
}
export interface StarterSet {
  folders: Record<Purpose['folder'], string>;
  replies: Record<StarterId, Starter>;
}
