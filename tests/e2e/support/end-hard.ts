// The end of a browser that nobody asked for, as a crash or an empty battery brings it.
import { execFileSync } from 'node:child_process';

/** The browser that was started on this profile, and all processes that it started. */
export function processesOf(profile: string): number[] {
  const all = execFileSync('ps', ['-A', '-o', 'pid=,ppid=,args='], { encoding: 'utf8', maxBuffer: 1 << 26 })
    .split('\n')
    .flatMap((line) => {
      const found = /^\s*(\d+)\s+(\d+)\s+(.*)$/.exec(line);
      return found ? [{ pid: Number(found[1]), parent: Number(found[2]), args: found[3]! }] : [];
    });
  const own = new Set(
    all.filter(({ args }) => args.includes(`--user-data-dir=${profile}`) && !args.includes('--type=')).map(({ pid }) => pid),
  );
  for (let before = -1; before < own.size;) {
    before = own.size;
    for (const { pid, parent } of all) if (own.has(parent)) own.add(pid);
  }
  return [...own];
}

/** Ends them at once (-9). They were listed before, so that nothing is looked for at the moment itself. */
export function endHard(processes: readonly number[]): void {
  for (const pid of processes) {
    try {
      process.kill(pid, 'SIGKILL');
    } catch {
      // Gone with its parent.
    }
  }
}
