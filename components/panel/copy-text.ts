/**
 * Copies text from within a frame, where `navigator.clipboard` is blocked. False when the browser refused; must run soon
 * after a click.
 */
export function copyText(text: string): boolean {
  const before = document.activeElement as HTMLElement | null;
  const area = document.createElement('textarea');
  area.value = text;
  area.readOnly = true;
  area.className = 'visually-hidden';
  // What is hidden does not wrap, and would be copied without the spaces at the start of a line.
  area.style.whiteSpace = 'pre-wrap';
  document.body.append(area);
  area.select();
  const copied = document.execCommand('copy');
  area.remove();
  before?.focus();
  return copied;
}
