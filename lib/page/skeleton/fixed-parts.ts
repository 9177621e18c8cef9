// Parts of ids that are the same for everybody, and by which the site files know what kind of id it is: nobody is told apart by them. A site is
// only here when its file looks for such a part inside of an id.

export const FIXED_PARTS: Readonly<Record<string, RegExp>> = {
  // In place of a server's id, where people write to each other.
  discord: /(?<=\/)@me(?=\/|$)/g,
  // The beginning of every user's id: a number of a version, written in letters.
  douyin: /MS4w(?:LjAB)?/g,
  // A member's id; the kind of a message's id; the ends of the key of a profile's card.
  linkedin: /ACoAA|(?<=,)2-|ref(?=<?ACoAA)|Topcard/g,
  // The first letter is the kind: of a team, a user, a channel.
  slack: /\b[TEUWCDG](?=[A-Z0-9]*\d[A-Z0-9]*\b)/g,
  // Until summer 2026: whose message, and whether of a person or a group.
  whatsapp: /@(?:[cg]\.us|lid)(?![A-Za-z0-9])/g,
  // A group's number has a letter before it.
  x: /\bg(?=\d{3,})/g,
};
