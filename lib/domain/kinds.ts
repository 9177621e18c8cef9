// The closed lists of DOMAIN.md: everything that is stored or shown as one word of a few.

/** What holds a tie together (DOMAIN.md §1): kinship or culture, benefit, affection. */
export const BONDS = ['kinship', 'benefit', 'affection'] as const;
export type Bond = (typeof BONDS)[number];

/** The nine customer types (DOMAIN.md §2), from the stranger passing by to the one who brings others. */
export const CUSTOMER_TYPES = ['passer-by', 'visitor', 'prospect', 'trial', 'customer', 'loyal', 'major', 'friend', 'referrer'] as const;
export type CustomerType = (typeof CUSTOMER_TYPES)[number];

/** The four tiers (DOMAIN.md §3), nurture-first order. */
export const TIERS = ['shallow', 'sticky', 'deep', 'iron'] as const;
export type Tier = (typeof TIERS)[number];

/**
 * What can be put down about a contact (DOMAIN.md §2–§4): looked at something, asked, found something useful, tries it,
 * how likely to recommend, complained, uses it; what a care call brought out: a need, a worry, a wish; brought somebody.
 */
export const FACT_KINDS = ['looked', 'asked', 'useful', 'trial', 'nps', 'complaint', 'used', 'need', 'worry', 'wish', 'referral'] as const;
export type FactKind = (typeof FACT_KINDS)[number];

/** Ways of nurturing a lead (DOMAIN.md §5): something to read, an invitation, a message, a visit, the story of another customer. */
export const NURTURES = ['article', 'invitation', 'message', 'visit', 'case'] as const;
export type Nurture = (typeof NURTURES)[number];

/** Kinds of key dates (DOMAIN.md §6 B). */
export const DATE_KINDS = ['birthday', 'anniversary', 'child-birth', 'child-exam', 'expiry', 'custom'] as const;
export type DateKind = (typeof DATE_KINDS)[number];
