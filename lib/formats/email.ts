// E-mail addresses as people write and paste them, and the one form in which they are kept: lower case, nothing around.

const MOST = 254;

/** The address in `text`, such as `Anna <Anna@Example.com>` or `mailto:anna@example.com`; null when it holds none, or more than one. */
export function readEmail(text: string): string | null {
  const plain = text
    .normalize('NFKC')
    .replace(/[\p{Cc}\p{Cf}]/gu, '')
    .trim();
  const inBrackets = /^[^<>]*<([^<>]+)>$/.exec(plain)?.[1];
  const address = (inBrackets ?? plain)
    .trim()
    .replace(/^mailto:/i, '')
    .replace(/\?.*$/, '')
    .toLowerCase();
  const isAddress = /^[^\s@"(),:;<>[\\\]]{1,64}@[^\s@"(),:;<>[\\\]]+\.[^\s@.\d"(),:;<>[\\\]][^\s@."(),:;<>[\\\]]+$/.test(address);
  return isAddress && !address.includes('..') && address.length <= MOST ? address : null;
}
