// Never the wrong person, on an app that switches at once and names its chats in the address.
import { test } from '@playwright/test';
import { playOn } from './support/play-on';
import { teahouse } from './support/stage';

// A mistake about a person is none that may pass at the second try.
test.describe.configure({ retries: 0 });

test('100 seeded interleavings of switch, insert, note and worker kill on Teahouse put no text and no note on another person', async () => {
  test.setTimeout(400_000);
  await playOn(teahouse, 100);
});
