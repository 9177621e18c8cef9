// What has happened with the invented people and what lies ahead: the same in both languages but for the words, which are the story's.
// Days are counted from today.

/**
 * @typedef {{ item: string, amount: string, currency: string, status: 'open' | 'won' | 'lost', opened: number, closed?: number, paid?: number, lines?: { item: string, quantity: string, price: string }[] }} Deal
 * @typedef {{ kind: string, days: number, text?: string, score?: number, other?: string }} Fact `other`: who was brought
 * @typedef {{ kind: string, label?: string, days: number, year?: number, leads: number[], inferred?: boolean, once?: boolean }} KeyDate
 * `stages`: when each was entered, the last one empty when the contact left it; `tiers`: from, to, and when.
 * @typedef {{ stages?: [string, number][], tiers?: [string, string, number][], company?: string, phones?: string[], emails?: string[], bonds?: string[], stage?: string, stageDays?: number, source?: string, nurture?: string, deals?: Deal[], facts?: Fact[], dates?: KeyDate[], own?: Record<string, string> }} Life `own`: by the ids of `ownFields`
 */

/**
 * The fields that the rep of the story invented.
 * @param {Record<string, string>} words the story's
 */
export const ownFields = (words) => [
  { id: 'demo-wood', name: words.wood, kind: 'choice', options: ['oak', 'walnut', 'ash'].map((id) => ({ id, name: words[id] })) },
  { id: 'demo-delivery', name: words.delivery, kind: 'text' },
];

/**
 * @param {Record<string, string>} words the story's
 * @returns {Record<string, Life>} by the id of the conversation
 */
export const lives = (words) => ({
  'lin-yue': {
    stages: [
      ['lead', -96],
      ['contacted', -94],
      ['visited', -80],
      ['quoted', -64],
      ['won', -57],
    ],
    tiers: [
      ['shallow', 'sticky', -70],
      ['sticky', 'deep', -57],
    ],
    company: words.cafe,
    own: { 'demo-wood': 'walnut', 'demo-delivery': words.backDoor },
    phones: ['+8613800138000'],
    stage: 'won',
    stageDays: -57,
    source: words.friend,
    bonds: ['affection', 'benefit'],
    deals: [{ item: words.cafeChairs, amount: '18600', currency: 'CNY', status: 'won', opened: -64, closed: -57, paid: -40 }],
    dates: [{ kind: 'anniversary', label: words.opening, days: 5, leads: [7, 1] }],
  },
  'chen-guodong': {
    stages: [
      ['lead', -88],
      ['contacted', -82],
      ['visited', -60],
      ['quoted', -31],
    ],
    tiers: [
      ['shallow', 'sticky', -49],
      ['sticky', 'shallow', -12],
    ],
    company: words.school,
    stage: 'quoted',
    stageDays: -31,
    source: words.tender,
    nurture: 'case',
    deals: [
      {
        ...{ item: words.readingRoom, amount: '46000', currency: 'CNY', status: 'open', opened: -82 },
        lines: [
          { item: words.seat, quantity: '60', price: '600' },
          { item: words.table, quantity: '10', price: '1000' },
        ],
      },
    ],
  },
  'wang-lei': {
    stages: [
      ['lead', -40],
      ['contacted', -36],
      ['visited', -25],
      ['tried', -12],
    ],
    tiers: [['shallow', 'sticky', -9]],
    company: words.hotel,
    stage: 'tried',
    stageDays: -12,
    source: words.friend,
    nurture: 'visit',
  },
  'zhao-min': {
    stages: [
      ['lead', -6],
      ['contacted', -2],
    ],
    company: words.training,
    stage: 'contacted',
    stageDays: -2,
    source: words.xiaohongshu,
    nurture: 'message',
    facts: [{ kind: 'asked', days: -2, text: words.foldingTables }],
  },
  'he-jing': {
    tiers: [['sticky', 'deep', -60]],
    company: words.guesthouse,
    own: { 'demo-wood': 'ash' },
    bonds: ['benefit'],
    deals: [
      { item: words.usual, amount: '5200', currency: 'CNY', status: 'won', opened: -62, closed: -60, paid: -58 },
      { item: words.usual, amount: '4800', currency: 'CNY', status: 'won', opened: -33, closed: -30, paid: -28 },
    ],
    facts: [{ kind: 'nps', days: -26, score: 9 }],
    dates: [{ kind: 'child-exam', label: words.sonsExam, days: 28, leads: [30, 7] }],
  },
  'liu-wenbo': {
    tiers: [
      ['sticky', 'deep', -100],
      ['deep', 'iron', -61],
    ],
    company: words.bookshop,
    bonds: ['kinship', 'affection'],
    deals: [{ item: words.shelves, amount: '22400', currency: 'CNY', status: 'won', opened: -120, closed: -100, paid: -90 }],
    facts: [{ kind: 'referral', days: -61, other: 'lin-yue' }],
    dates: [{ kind: 'birthday', days: 1, year: 1986, leads: [7, 1] }],
  },
  'daniel-okafor': {
    stages: [
      ['lead', -75],
      ['contacted', -73],
      ['visited', -63],
      ['quoted', -52],
      ['won', -44],
      ['quoted', -2],
    ],
    tiers: [
      ['shallow', 'sticky', -60],
      ['sticky', 'deep', -44],
    ],
    company: words.harbour,
    own: { 'demo-wood': 'oak', 'demo-delivery': words.goodsLift },
    phones: ['+493023125042'],
    emails: ['daniel.okafor@harbour.example'],
    stage: 'quoted',
    stageDays: -2,
    bonds: ['benefit'],
    source: words.fair,
    deals: [
      { item: words.floorThree, amount: '31200', currency: 'EUR', status: 'won', opened: -55, closed: -44, paid: -20 },
      { item: words.floorFour, amount: '33500', currency: 'EUR', status: 'open', opened: -2 },
    ],
    facts: [{ kind: 'complaint', days: -6, text: words.scratched }],
    dates: [{ kind: 'custom', label: words.budgetRound, days: 12, leads: [7], once: true }],
  },
  'sofia-marquez': {
    stages: [
      ['lead', -70],
      ['contacted', -66],
      ['quoted', -41],
    ],
    company: words.architect,
    stage: 'quoted',
    stageDays: -41,
    nurture: 'invitation',
    deals: [{ item: words.terraceSet, amount: '8900', currency: 'EUR', status: 'open', opened: -50 }],
    dates: [{ kind: 'custom', label: words.terrace, days: 20, leads: [7], inferred: true, once: true }],
  },
  'amelia-hart': {
    stages: [['lead', -5]],
    company: words.coworking,
    stage: 'lead',
    stageDays: -5,
    source: words.fair,
    nurture: 'article',
  },
  'tom-becker': {
    stages: [
      ['lead', -50],
      ['contacted', -45],
      ['quoted', -30],
      ['won', -15],
    ],
    tiers: [['shallow', 'deep', -15]],
    company: words.fitOut,
    stage: 'won',
    stageDays: -15,
    deals: [{ item: words.riverside, amount: '12800', currency: 'EUR', status: 'won', opened: -36, closed: -15, paid: -14 }],
  },
  'priya-nair': {
    tiers: [['sticky', 'deep', -62]],
    company: words.academy,
    bonds: ['affection'],
    deals: [{ item: words.openDay, amount: '9600', currency: 'EUR', status: 'won', opened: -70, closed: -62, paid: -50 }],
    facts: [
      { kind: 'used', days: -40, text: words.openDayWell },
      { kind: 'need', days: -14, text: words.noCarpet },
    ],
    dates: [{ kind: 'birthday', days: 0, leads: [7, 1] }],
  },
  'grace-lim': {
    stages: [
      ['lead', -20],
      ['contacted', -17],
      ['visited', -9],
    ],
    tiers: [['shallow', 'sticky', -5]],
    company: words.preschool,
    stage: 'visited',
    stageDays: -9,
    source: words.friend,
    nurture: 'message',
    deals: [
      {
        ...{ item: words.playroom, amount: '6640', currency: 'EUR', status: 'open', opened: -9 },
        lines: [
          { item: words.lowTable, quantity: '8', price: '320' },
          { item: words.smallChair, quantity: '48', price: '85' },
        ],
      },
    ],
    facts: [{ kind: 'worry', days: -10, text: words.allergy }],
  },
});

const sent = (sent, answered, edited = 0) => ({ sent, answered, edited });

/** What became of the replies by the tier of whom they went to, in the order in which the stories have them; the last one was never sent. */
export const replyOutcomes = [
  { shallow: sent(9, 3), sticky: sent(14, 9, 1), deep: sent(6, 5) },
  { shallow: sent(31, 19, 4) },
  { shallow: sent(8, 2), sticky: sent(12, 6, 5), deep: sent(4, 3) },
  { deep: sent(17, 9, 2), iron: sent(5, 3) },
  { deep: sent(11, 8), iron: sent(4, 4) },
  { sticky: sent(9, 6, 6), deep: sent(3, 3, 1) },
  { sticky: sent(5, 4), deep: sent(7, 7), iron: sent(2, 2) },
];
