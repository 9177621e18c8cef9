// What the rep has written down about the invented people, in English. `days` are counted from today: -3 is three days ago.

/**
 * @typedef {{ tags: string[], notes: { days: number, text: string, pinned?: boolean }[], next?: { days: number, reason: string } }} Story
 */

/** @type {Record<string, Story>} by the id of the conversation; Tom has no next follow-up: the check sets one. */
export const people = {
  'lin-yue': {
    tags: ['café', 'Hangzhou', 'regular'],
    notes: [
      {
        days: -60,
        text: 'Her mother liked the sample chair best. Comes from Shaoxing; brought me dried greens after the holiday.',
        pinned: true,
      },
      { days: -4, text: 'Promised to come to the opening: Friday at ten, the seat by the window is mine.' },
      { days: 0, text: 'Wants two more outdoor tables. Not urgent, but she plans with an answer this week.' },
    ],
    next: { days: 0, reason: 'Tell her whether two more outdoor tables are in stock' },
  },
  'chen-guodong': {
    tags: ['school', 'tender'],
    notes: [
      { days: -82, text: 'Reading room, sixty seats. The second layout won; the head teacher likes it. Budget: third quarter.' },
      { days: -33, text: 'Gets shorter when I push. He answers best when I bring something he can file: a certificate, a drawing.' },
    ],
    next: { days: -1, reason: 'Ask once how the tender stands, and send the new test report along' },
  },
  'wang-lei': {
    tags: ['hotel', 'owes an answer'],
    notes: [
      { days: -62, text: 'Chose the grey-blue fabric for the lobby sofa, class B1.' },
      { days: -38, text: 'Asked two things that I never answered: fastest delivery for 36 desks, and is fitting included?', pinned: true },
    ],
    next: { days: -3, reason: 'Answer him: delivery in five weeks, fitting included' },
  },
  'zhao-min': {
    tags: ['training', 'new'],
    notes: [
      { days: -2, text: 'Two classrooms of thirty, folding table R12 with wheels that lock. Her boss decides; she prepares the papers.' },
    ],
    next: { days: 1, reason: 'Bring an R12 so that her boss can see a real one' },
  },
  'he-jing': {
    tags: ['guesthouse', 'regular'],
    notes: [
      { days: -61, text: 'Orders every month, always old elm. Call it "the usual" and she is happy.', pinned: true },
      { days: -30, text: 'Guests photograph the rattan chairs. Ask for a picture for the catalogue.' },
    ],
    next: { days: 0, reason: 'Her monthly order is due: ask what she needs this time' },
  },
  'liu-wenbo': {
    tags: ['bookshop', 'old friend'],
    notes: [{ days: -78, text: 'Thinks of a corner for children on the second floor. Keeps a good book for me, and I owe him a visit.' }],
    next: { days: 6, reason: 'Drop in for tea and ask about the corner for children' },
  },
  'daniel-okafor': {
    tags: ['hotel', 'regular'],
    notes: [
      { days: -58, text: 'Fabrics: Slate and Moss, both dye lots reserved. Walnut stain on the armchair legs.', pinned: true },
      { days: -14, text: 'Likes it when one crew does all the floors. Never deliver after noon, the loading bay is taken.' },
      { days: -2, text: 'Floor 4 is next. He wants to talk about it before the budget round.' },
    ],
    next: { days: 2, reason: 'Call about floor 4 and bring the fabric book' },
  },
  'sofia-marquez': {
    tags: ['architect', 'restaurant'],
    notes: [
      { days: -83, text: 'Always takes the second of three moods. Writes in the evening.' },
      { days: -41, text: 'Offered 6 % on the terrace set if the quantity is fixed. Her client looks at another supplier, too.' },
    ],
    next: { days: 9, reason: 'Show her the new terrace chair, without asking for a decision' },
  },
  'amelia-hart': {
    tags: ['coworking', 'phone booth'],
    notes: [{ days: -76, text: 'Met at the workplace fair. Five letters from me, none back: let her breathe.' }],
    next: { days: 21, reason: 'One last letter in the new year, then leave it' },
  },
  'tom-becker': {
    tags: ['fit-out', 'Riverside'],
    notes: [
      { days: -34, text: 'Says sorry by sending photos. Two boys, both play rugby on Saturdays.' },
      { days: -5, text: 'Asked who takes the packaging back, and whether he may keep two pallets.' },
    ],
  },
  'priya-nair': {
    tags: ['training', 'regular'],
    notes: [
      { days: -42, text: 'Open day went well, 140 visitors. Lent her twenty chairs; she has not forgotten.' },
      { days: -14, text: 'The board wants a second option without carpet for the new wing.', pinned: true },
    ],
    next: { days: 4, reason: 'Ask what the board says about option two' },
  },
  'grace-lim': {
    tags: ['preschool', 'new'],
    notes: [
      { days: -10, text: 'One child is allergic: only the water-based lacquer (EN 71-3). Writes English and Chinese mixed.', pinned: true },
      { days: -1, text: 'Promised a quote for 8 tables and 48 chairs, with delivery before the term starts.' },
    ],
    next: { days: 0, reason: 'Send the quote: 8 tables, 48 chairs' },
  },
};

/** Reply templates: title and text. */
export const replies = [
  ['Good morning', 'Good morning {{name|there}}, I hope the week started well. {{cursor}}'],
  ['After a first question', 'Hi {{name|there}}, thanks for asking. {{cursor}}Shall I send you two or three options to compare?'],
  [
    'About the quote',
    'Hi {{name|there}}, did you have a moment for the quote? If something does not fit, tell me and I will change it. {{cursor}}',
  ],
  ['Delivery update', 'Hi {{name|there}}, your order leaves our workshop on {{cursor}}. The driver calls an hour before he arrives.'],
  [
    'Thanks after a purchase',
    'Thank you, {{name|there}}. I look after your order myself; write to me whenever something is not as it should be. {{cursor}}',
  ],
  ['Suggest a meeting', 'Hi {{name|there}}, I am near you on {{cursor}}. Shall I come by with the samples for half an hour?'],
  ['Happy birthday', 'Happy birthday, {{name|there}}! I hope somebody bakes you a cake today. {{cursor}}'],
  ['Something is damaged', 'I am sorry about that, {{name|there}}. Could you send me a photo? A new part leaves today. {{cursor}}'],
];

/** The words in what happened with them and what lies ahead, see lives.mjs. */
export const words = {
  cafe: 'Lin Yue’s café',
  cafeChairs: '24 café chairs, 8 tables',
  opening: 'Opening of the café',
  school: 'No. 3 Middle School',
  tender: 'Tender notice',
  readingRoom: 'Reading room, 60 seats',
  hotel: 'West Lake Guest House',
  friend: 'A customer’s word',
  training: 'Bright Path Training',
  xiaohongshu: 'Xiaohongshu',
  wood: 'Preferred wood',
  oak: 'oak',
  walnut: 'walnut',
  ash: 'ash',
  delivery: 'Delivery',
  backDoor: 'Back door, before ten',
  goodsLift: 'Goods lift is 90 cm wide',
  foldingTables: 'Folding tables for two classrooms',
  guesthouse: 'Old Elm Guesthouse',
  usual: 'The usual: old elm',
  sonsExam: 'Son’s mock exam',
  bookshop: 'Corner Bookshop',
  shelves: 'Shelves for two floors',
  harbour: 'Harbour House Hotels',
  fair: 'Workplace fair',
  floorThree: 'Floor 3, 40 rooms',
  floorFour: 'Floor 4, 42 rooms',
  scratched: 'One desk came with a scratched edge',
  budgetRound: 'Budget round',
  architect: 'Márquez Architects',
  terrace: 'The restaurant’s terrace should open',
  terraceSet: 'Terrace set',
  seat: 'Chair, beech',
  table: 'Reading table',
  playroom: 'Playroom',
  lowTable: 'Low table',
  smallChair: 'Small chair',
  coworking: 'Fold Coworking',
  fitOut: 'Becker Fit-out',
  riverside: 'Riverside office, 22 desks',
  academy: 'Nair Academy',
  openDay: 'Open day, 140 chairs',
  openDayWell: 'Open day went well',
  noCarpet: 'A second option without carpet',
  preschool: 'Little Bridge Preschool',
  allergy: 'A child is allergic to solvents',
};
