// The invented people of the stand-in and what they wrote.

export interface StandInMessage {
  id: string;
  isOwn: boolean;
  sender: string;
  text: string;
  time: Date;
  isPending: boolean;
}

export interface Chat {
  name: string;
  isGroup: boolean;
  members: string[];
  draft: string;
  messages: StandInMessage[];
}

let lastId = 0x3eb0a000000;

/** A new message with an id of the kind the real site has. */
export function newMessage(sender: string, text: string, time: Date, isOwn: boolean, isPending = false): StandInMessage {
  lastId += 1;
  return { id: `${lastId.toString(16).toUpperCase()}00C0FFEE`, isOwn, sender, text, time, isPending };
}

/** The user's own profile name, which is not what the rows call the user. */
export const ME = 'Mei Tan';

/** The chats at the start: two different people called Anna, one group, one person with a longer history. */
export function firstChats(): Chat[] {
  const at = (day: number, hour: number) => new Date(2026, 9, day, hour, 30);
  const chat = (name: string, members: string[], lines: [sender: string, text: string][]): Chat => ({
    name,
    isGroup: members.length > 0,
    members,
    draft: '',
    messages: lines.map(([sender, text], place) => newMessage(sender, text, at(13 + (place >> 2), 9 + (place & 3)), sender === ME)),
  });
  const chats = [
    chat(
      'Anna',
      [],
      [
        ['Anna', 'Is the oak table still there?'],
        [ME, 'It is. Two chairs go with it.'],
        ['Anna', 'How much would delivery be?'],
      ],
    ),
    chat(
      'Anna',
      [],
      [
        [ME, 'Your lamp has arrived.'],
        ['Anna', 'Thank you, I will collect it on Friday 🙂'],
      ],
    ),
    chat(
      'Walking Club',
      ['Ben', 'Clara'],
      [
        ['Ben', 'Who comes on Sunday?'],
        ['Clara', 'Me!'],
        [ME, 'Me too.'],
      ],
    ),
    chat(
      'Boris Lange',
      [],
      Array.from({ length: 40 }, (_, place): [string, string] => [place % 3 ? 'Boris Lange' : ME, `Line ${place + 1}`]),
    ),
    chat('Chen Wei', [], []),
  ];
  // What is written from now on has ids of its own after every load, as messages of the real site do.
  lastId = Date.now() * 8;
  return chats;
}
