// Makes the people of the stand-in known, the two Annas each by a name of her own.
import { expect } from '@playwright/test';
import { askStubbornly, type Desk } from './interleave';
import { openWhatsApp } from './stage';
import { askFrom } from './rapport';

const NAMES: readonly [place: number, shown: string, name: string][] = [
  [3, 'Boris Lange', 'Boris Lange'],
  [4, 'Chen Wei', 'Chen Wei'],
  [0, 'Anna', 'Anna One'],
  [1, 'Anna', 'Anna Two'],
];

/** The rep adds all four, answers "Which Anna?" once, and renames both. */
export async function introduceAnnas({ stage, workspace, tab }: Desk): Promise<void> {
  let before: string | null = null;
  for (const [place, shown, name] of NAMES) {
    // A name without a message proves nothing: somebody who never wrote would be asked about at every visit.
    await stage.chat.evaluate((chat) => window.__receive(chat, 'Good morning'), place);
    await openWhatsApp(stage.chat, place, { listDelay: 0, headerInPlace: false });
    const view = async () => {
      const answer = await askStubbornly(() => askFrom(workspace, 'panel.view', { tab }));
      return answer.ok && answer.value.ref !== before && answer.value.conversation?.name === shown ? answer.value : null;
    };
    await expect.poll(view, { message: `${name} is open` }).not.toBeNull();
    const { ref, which } = (await view())!;
    before = ref;
    const subject = { tab, ref: ref! };
    if (which) await askFrom(workspace, 'person.which', { subject, identity: null });
    expect(await askFrom(workspace, 'person.remember', { subject })).toMatchObject({ ok: true });
    if (name !== shown) expect(await askFrom(workspace, 'person.rename', { subject, name })).toMatchObject({ ok: true });
    // Only messages counted for them prove who they are.
    const counted = async () => {
      const person =
        (await view().then(
          (now) => now,
          () => null,
        )) ?? (await askFrom(workspace, 'panel.view', { tab }).then((answer) => (answer.ok ? answer.value : null)));
      return (person?.person?.counts.in ?? 0) + (person?.person?.counts.out ?? 0);
    };
    await expect.poll(counted, { message: `messages of ${name} are counted` }).toBeGreaterThan(0);
  }
}
