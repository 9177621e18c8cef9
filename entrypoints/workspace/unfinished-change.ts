// A change of many contacts that goes on in this page: should the page be closed in the middle, the next one tells of it.

const KEY = 'unfinished-change';
/** Held by every page that changes many; free again when it is gone, however it went. */
const LOCK = 'rapport-change-many';

/** How far it is: no names, only the undo of what was done. */
export interface Unfinished {
  undo: string;
  changed: number;
  of: number;
}

/** Notes how far it is; null when there is nothing to tell. */
export function noteChange(now: Unfinished | null): void {
  if (now === null) localStorage.removeItem(KEY);
  else localStorage.setItem(KEY, JSON.stringify(now));
}

/** Runs such a change. */
export async function whileChanging(run: () => Promise<void>): Promise<void> {
  const { locks } = navigator as Partial<Navigator>;
  await (locks ? locks.request(LOCK, { mode: 'shared' }, run) : run());
}

/** What a page that is gone has left undone; null while one goes on. */
export async function leftUnfinished(): Promise<Unfinished | null> {
  const read = (): Unfinished | null => {
    try {
      const { undo, changed, of } = JSON.parse(localStorage.getItem(KEY) ?? 'null') as Partial<Unfinished>;
      return typeof undo === 'string' && typeof changed === 'number' && typeof of === 'number' ? { undo, changed, of } : null;
    } catch {
      return null;
    }
  };
  return (await (navigator as Partial<Navigator>).locks?.request(LOCK, { ifAvailable: true }, (lock) => (lock ? read() : null))) ?? null;
}
