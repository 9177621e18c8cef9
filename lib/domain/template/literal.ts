// A value made safe to stand in a message.

/** No line breaks, which could send it, no invisible direction marks, which could turn the text round. All else stays as it is. */
export function literal(value: string): string {
  return value
    .replace(/[\u061c\u200e\u200f\u202a-\u202e\u2066-\u2069]/g, '')
    .replace(/\s+/g, ' ')
    .trim();
}
