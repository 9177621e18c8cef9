// Selectors by which one element is found again, several of different kinds, each tried on the page as it stands.
import { INTO, isSelector } from '../domain/selector';
import { find } from '../sites/taught';
import { hooksAround, hooksOf, type Hook } from './hooks';
import { placeOf, rootsAround } from './tree';

const MOST = 4;
/** How far above an element its surroundings are asked. */
const HEIGHT = 14;

/** Up to four selectors that find this element and no other, most stable first; none when there is no way. */
export function selectorsFor(element: Element): string[] {
  const { hosts, root } = rootsAround(element);
  const within = inRoot(element, root);
  if (hosts.length === 0) return within;
  const ways = hosts.reduce<string[]>((above, host) => {
    const steps = inRoot(host, host.getRootNode() as ParentNode).slice(0, 2);
    return above.length ? above.flatMap((way) => steps.map((step) => way + INTO + step)) : steps;
  }, []);
  return ways
    .flatMap((way) => within.map((step) => way + INTO + step))
    .filter(isSelector)
    .slice(0, MOST);
}

function inRoot(element: Element, root: ParentNode): string[] {
  const finds = (css: string): boolean => isSelector(css) && find(root, [css]) === element;
  const found: Hook[] = [];
  const own = hooksOf(element).slice(0, 8);
  const around: Hook[][] = [];
  for (let at = element.parentElement; at && around.length < HEIGHT; at = at.parentElement) around.push(hooksAround(at).slice(0, 5));
  for (const { css, score } of own) {
    if (score >= 45 && finds(css)) found.push({ css, score: score + 20 });
    for (const [height, hooks] of around.entries()) {
      for (const anchor of hooks) {
        const both = `${anchor.css} ${css}`;
        // The nearer the surroundings, the less can change in between; a weak name needs strong surroundings.
        if (finds(both)) found.push({ css: both, score: score * 0.7 + anchor.score * 0.45 - height });
      }
    }
  }
  found.sort((a, b) => b.score - a.score);
  const chosen: string[] = [];
  const uses = new Map<string, number>();
  for (const { css } of found) {
    const last = css.split(' ').at(-1)!;
    const first = css.split(' ')[0]!;
    if (chosen.length === MOST - 1) break;
    // Alternatives that would all break at once are none.
    if ((uses.get(last) ?? 0) >= 2 || (first !== last && (uses.get(first) ?? 0) >= 1)) continue;
    uses.set(last, (uses.get(last) ?? 0) + 1);
    uses.set(first, (uses.get(first) ?? 0) + 1);
    chosen.push(css);
  }
  const path = byPlace(element, root, finds);
  if (path && !chosen.includes(path)) chosen.push(path);
  return chosen;
}

/** The way down from the nearest element that can be named, by places among siblings. */
function byPlace(element: Element, root: ParentNode, finds: (css: string) => boolean): string | null {
  let path = '';
  for (let at: Element | null = element; at; at = at.parentElement) {
    const step = `${at.localName}:nth-of-type(${placeOf(at)})`;
    if (path)
      for (const { css, score } of hooksAround(at)) {
        const whole = `${css} > ${path}`;
        if (score >= 36 && find(root, [css]) === at && finds(whole)) return whole;
      }
    path = path ? `${step} > ${path}` : step;
    if (at.parentElement?.localName === 'body') return finds(`body > ${path}`) ? `body > ${path}` : null;
  }
  return finds(path) ? path : null;
}
