// One run of interleavings: starts the browser, plays, prints what came of it, and holds it against the promises.
import { expect } from '@playwright/test';
import { panelHand, sideHand } from './hand';
import { play, type Desk } from './interleave';
import { launch, openScreen, panelOf, tabIdOf, type Rapport } from './rapport';
import { seeded } from './seeded';
import { openSidePanel } from './side-panel';
import type { Stage } from './stage';

export async function playOn(
  make: (rapport: Rapport) => Promise<Stage>,
  count: number,
  prepare?: (desk: Desk) => Promise<void>,
): Promise<void> {
  const chance = seeded();
  console.log(`RAPPORT_SEED=${chance.seed}`);
  const rapport = await launch();
  const workspace = await openScreen(rapport.context, 'workspace.html');
  const stage = await make(rapport);
  try {
    await panelOf(stage.chat);
    const side = await openSidePanel(rapport.context);
    await stage.chat.bringToFront();
    const desk: Desk = {
      context: rapport.context,
      stage,
      workspace,
      tab: await tabIdOf(workspace, stage.url),
      hands: [panelHand(stage.chat), sideHand(side)],
    };
    await prepare?.(desk);
    const played = await play(desk, count, chance);
    const { inserts, notes } = played;
    console.log(JSON.stringify({ ...played, wrong: played.wrong.length }));
    expect(played.wrong, `seed ${chance.seed}`).toEqual([]);
    // Else all could be refused, and nothing would ever be wrong.
    expect(inserts.calm, 'inserts that nothing disturbed').toBeGreaterThan(count / 8);
    expect(inserts.calmArrived / inserts.calm, 'share of them that arrived').toBeGreaterThanOrEqual(0.5);
    expect(notes.calm, 'notes that nothing disturbed').toBeGreaterThan(count / 8);
    expect(notes.calmKept / notes.calm, 'share of them that was kept').toBeGreaterThanOrEqual(0.5);
  } finally {
    await stage.close();
    await rapport.close();
  }
}
