// Never the wrong person, on a site that shows only names, two of them the same, and changes its list after its header.
import { test } from '@playwright/test';
import { playOn } from './support/play-on';
import { introduceAnnas } from './support/annas';
import { whatsapp } from './support/stage';

// A mistake about a person is none that may pass at the second try.
test.describe.configure({ retries: 0 });

test('100 more on WhatsApp, where two are called Anna and the list comes after the header, put none on another either', async () => {
  test.setTimeout(400_000);
  await playOn(whatsapp, 100, introduceAnnas);
});
