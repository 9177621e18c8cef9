// Rows of one file that are one person: said twice word for word, or with a number, an address or a profile in common.
import { phoneDigits, plainEmail } from '../same-person';
import type { Incoming, MatchKey } from './person';

export type Unfolded = Omit<Incoming, 'joins'>;

/** `twice`: an earlier row says the same, word for word. Else at which place the person stands, and whom of the places before they join. */
export type Folded = { twice: true } | { twice: false; joins: number | null };

/**
 * Looks at the people of a file in its order. A place is counted for everybody who is not there twice. What is nobody's own, such as the
 * number of a hotline, joins nobody.
 */
export function folding(keys: readonly MatchKey[]): (person: Unfolded) => Folded {
  const said = new Set<string>();
  const places = new Map<string, number>();
  let place = 0;
  return (person) => {
    const { row: _row, ...words } = person;
    const plain = JSON.stringify(words);
    if (said.has(plain)) return { twice: true };
    said.add(plain);
    const clues = cluesIn(person, keys);
    const first = clues.map((clue) => places.get(clue)).find((one) => one !== undefined) ?? null;
    for (const clue of clues) if (!places.has(clue)) places.set(clue, first ?? place);
    place += 1;
    return { twice: false, joins: first };
  };
}

function cluesIn({ phones, emails, ids }: Unfolded, keys: readonly MatchKey[]): string[] {
  const of = (key: MatchKey, values: readonly (string | null)[]): string[] =>
    keys.includes(key) ? values.flatMap((value) => (value === null ? [] : key + value)) : [];
  return [
    ...of('id', ids.map(({ site, value }) => `${site}\n${value}`)), // prettier-ignore
    ...of('phone', phones.map(phoneDigits)),
    ...of('email', emails.map(plainEmail)),
  ];
}
