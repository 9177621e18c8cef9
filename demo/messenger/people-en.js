// Invented people who write in English, and one group. `history` is a list of exchanges: how many days ago, then the
// lines; `<` came in, `>` went out, `<Name|` came in from one member of a group.

export const englishPeople = [
  {
    // Warm and steady: about once a week, both ways.
    id: 'daniel-okafor',
    name: 'Daniel Okafor',
    about: 'Harbour House Hotels · Procurement',
    replies: [
      'Perfect, thank you Mei.',
      'Let me check with the site team and come back to you.',
      'Sounds good to me.',
      'Thanks, that helps a lot.',
    ],
    history: [
      [
        86,
        '<Hi Mei, we are refitting 40 rooms in spring. Could you quote desks and armchairs?',
        '>Happy to. Do you have a room plan I can work from?',
        '<Sending it this afternoon.',
      ],
      [81, '>The quote is in your inbox. I split it by floor so you can phase it.', '<That is exactly what finance asked for, nice.'],
      [75, '<Can the armchair come in a darker leg?', '>Yes, walnut stain, no extra cost.', '<Great.'],
      [67, '>I am near the harbour on Thursday. Shall I bring the fabric book?', '<Please do. 10:30 in the lobby?', '>See you there.'],
      [58, '<The team picked Slate and Moss.', '>Good choices. I will reserve both dye lots.'],
      [50, '<Budget approved for floors 2 and 3!', '>Congratulations. I will send the order form today.', '<Signed and back to you.'],
      [43, '>Production started this morning.', '<Lovely, thanks for the photo.'],
      [35, '<Any chance of two extra armchairs for the lobby?', '>Yes, they can ride along with the second truck.', '<You are a star.'],
      [27, '>Truck one leaves on Monday. Is the loading bay free from eight?', '<Free until noon.'],
      [21, '<First floor is in. Guests already ask where the chairs are from.', '>That made my week.'],
      [14, '>Truck two is confirmed for Tuesday, same crew.', '<Good, they were careful with the lift.'],
      [
        6,
        '<All done on floor 3. One desk has a scratched edge.',
        '>Sorry about that. A new top is on its way.',
        '<Thank you for the quick answer.',
      ],
      [2, '>Did the new top arrive?', '<It did, fitted already.', '<When can we talk about floor 4?'],
    ],
  },
  {
    // Cooling: eager in the beginning, now a word every few weeks.
    id: 'sofia-marquez',
    name: 'Sofía Márquez',
    about: 'Estudio Márquez · Interior architect',
    replies: ['Thanks! Busy week, more soon.', 'Noted, I will look at it on Monday.'],
    history: [
      [
        85,
        '<Mei! I have a restaurant project and thought of your bentwood chairs.',
        '>That sounds fun. How many covers?',
        '<Ninety inside, forty on the terrace.',
        '>I will put a board together.',
      ],
      [83, '>Here is the board, three moods.', '<Number two. The client will love it.'],
      [80, '<Client loves it!', '>Told you. Samples next?', '<Yes please, two chairs and the table top.'],
      [73, '>Samples left today.', '<Waiting impatiently.'],
      [70, '<They are beautiful.', '>So glad.'],
      [56, '>How did the client meeting go?', '<Well, but they want to see another supplier too.'],
      [41, '<Could you sharpen the price for the terrace set?', '>I can do 6 % if we fix the quantity.'],
      [24, '>Hi Sofía, is the terrace still on the table?', '<Still waiting for them, sorry.'],
    ],
  },
  {
    // One-sided: the rep writes, nothing comes back.
    id: 'amelia-hart',
    name: 'Amelia Hart',
    about: 'Brightside Coworking · Operations',
    replies: [],
    history: [
      [76, '>Hi Amelia, lovely to meet you at the workplace fair. Here is the phone booth we talked about.', '<Thanks, will have a look.'],
      [69, '>Did you get a chance to look at the booth?'],
      [55, '>We have a demo booth in town next week, would you like to try it?'],
      [40, '>Just sharing a case from another coworking space, 14 booths in use.'],
      [23, '>Shall I check back in the new year instead?'],
      [9, '>A short note: booth prices go up in January. Happy to hold yours.'],
    ],
  },
  {
    // One-sided the other way: he writes and writes.
    id: 'tom-becker',
    name: 'Tom Becker',
    about: 'Becker Fit-Out · Site manager',
    unread: 2,
    replies: ['Cheers!', 'Great, I will tell the lads.', 'Got it.'],
    history: [
      [64, '<Hello Mei, Tom here, I fit out the Riverside café.', '>Hi Tom, good to have you on board.'],
      [
        49,
        '<Floor is level now, two millimetres over the whole room.',
        '<Sockets are at 30 cm, is that fine under the bench?',
        '>30 is fine.',
      ],
      [34, '<Bench is up. It wobbles a bit on the left.', '<Fixed it with a shim.', '<Photo later.'],
      [22, '<Do the bar stools need floor glides?', '>Yes, they are in the box.'],
      [11, '<One box was missing on the pallet.', '<Found it behind the van, forget it.'],
      [5, '<Who takes the packaging back?', '<And can I keep two pallets?'],
      [0, '<Mei, are the spare glides in stock?', '<We need eight by Friday.'],
    ],
  },
  {
    // A weekly rhythm, every Monday or so.
    id: 'priya-nair',
    name: 'Priya Nair',
    about: 'Lotus Training Centre · Director',
    replies: ['Lovely, thank you!', 'Yes, let us do that.', 'I will confirm by tomorrow.'],
    history: [
      [77, '<Good morning Mei, two more whiteboard tables for room B please.', '>Good morning! Noted.'],
      [70, '<They arrived, thank you.', '>Wonderful.'],
      [63, '>Weekly check-in: anything for this week?', '<Nothing this week.'],
      [56, '<Could we hire twenty chairs for the open day?', '>Of course, free for you.', '<So kind!'],
      [49, '>The chairs come on Wednesday.', '<Perfect.'],
      [42, '<Open day was a success, 140 visitors.', '>That is brilliant, Priya.'],
      [35, '>Shall we plan the new wing in December?', '<Yes, after the holidays is too late.'],
      [28, '<Plans attached for the new wing.', '>Got them, looks bright.'],
      [21, '>First sketch for the wing is ready.', '<Looks lovely.'],
      [14, '<The board asks for a second option without carpet.', '>You will have it this week.'],
      [7, '>Option two sent, a little cheaper too.', '<Sharing it with the board today.'],
    ],
  },
  {
    // Short and open: waits for a quote.
    id: 'grace-lim',
    name: 'Grace Lim 林恩慧',
    about: 'Little Oak Preschool · Founder',
    unread: 1,
    replies: ['Thank you! 谢谢你。', 'Okay, I will wait for the quote.'],
    history: [
      [
        19,
        '<Hello, a parent told me about your rounded tables for children.',
        '>Hello Grace! Which age group is it for?',
        '<Three to six, 48 children.',
      ],
      [18, '>Then 46 cm height with the 26 cm chair is right. 您也可以直接写中文。', '<太好了，那我中文英文混着写 😊'],
      [10, '<油漆是水性的吗？有个孩子过敏。', '>是水性的，通过 EN 71-3，我把报告发您。', '<That is reassuring.'],
      [1, '>Shall I quote 8 tables and 48 chairs?', '<Yes please. And delivery before the term starts?'],
    ],
  },
  {
    id: 'riverside-cafe',
    kind: 'group',
    name: 'Riverside café · 河畔店',
    about: '林悦, Sofía Márquez, Tom Becker, Mei Tan',
    members: ['林悦', 'Sofía Márquez', 'Tom Becker'],
    replies: ['Good. 好的。', 'Works for me.'],
    history: [
      [
        47,
        '<Sofía Márquez|I made this group so that we stop losing photos.',
        '>Good idea, thank you.',
        '<Tom Becker|Hello all.',
        '<林悦|大家好！',
      ],
      [32, '<Tom Becker|Bench wall is done.', '<林悦|好看！颜色正合适。', '>The table tops will match it.'],
      [16, '<Sofía Márquez|Lamps hang at 190 over the tables.', '<Tom Becker|190 it is.', '>Noted for the table heights.'],
      [5, '<林悦|周五开业，大家都来喝一杯。', '<Tom Becker|I never say no to coffee.', '>我一定到。'],
      [1, '<Sofía Márquez|I bring the plants on Thursday.', '<林悦|太感谢了！'],
    ],
  },
];
