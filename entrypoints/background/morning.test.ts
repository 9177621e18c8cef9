import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { startAnew } from '../../tests/support/background';
import { notified } from '../../tests/support/browser';
import { DAY, NOW, place } from '../../tests/support/people';
import { setFollowUp } from '@/lib/db/follow-ups';
import { remember } from '@/lib/db/people';
import { changeSettings } from '@/lib/db/settings';
import { dayOf, startOfDay } from '@/lib/domain/day';
import { sayGoodMorning } from './morning';

vi.mock('webextension-polyfill', () => import('../../tests/support/browser'));

const HOUR = 3_600_000;
const zone = Temporal.Now.timeZoneId();
const today = dayOf(NOW, zone);
/** An hour of the local day; the clock stands there, too. */
const at = (hour: number, days = 0): number => {
  const time = startOfDay(today, zone) + hour * HOUR + days * DAY;
  vi.setSystemTime(time);
  return time;
};
const care = (change: object) => changeSettings(NOW, (settings) => ({ care: { ...settings.care, restDays: [], ...change } }));

beforeEach(async () => {
  await startAnew();
  await care({ notifyAt: 8 });
  const { contactId } = (await remember(place(), NOW)).identity;
  await setFollowUp(contactId, today, 'send the list', NOW);
});
afterEach(() => vi.useRealTimers());

test('The morning is told once, however often the background starts and however many of it start at once', async () => {
  await sayGoodMorning(at(7.9));
  expect(notified).toEqual([]);
  await Promise.all([sayGoodMorning(at(8.1)), sayGoodMorning(at(8.1))]);
  await sayGoodMorning(at(9));
  expect(notified).toEqual([{ title: '1 person would be glad to hear from you.', message: 'Anna: Planned for today: send the list' }]);
});

test('Missed by sleep it comes later the same day, and again the next day', async () => {
  await sayGoodMorning(at(14));
  await sayGoodMorning(at(15));
  await sayGoodMorning(at(8.5, 1));
  expect(notified).toHaveLength(2);
});

test('Nothing comes when none is wanted, while paused, on a day of rest; and nobody is named while names are hidden', async () => {
  await care({ notifyAt: null });
  await sayGoodMorning(at(10));
  await care({ notifyAt: 8, restDays: [1] });
  await sayGoodMorning(at(10));
  await care({ notifyAt: 8 });
  await changeSettings(NOW, () => ({ paused: true }));
  await sayGoodMorning(at(10));
  expect(notified).toEqual([]);
  await changeSettings(NOW, () => ({ paused: false, blurred: true }));
  await sayGoodMorning(at(10));
  expect(notified).toEqual([{ title: '1 person would be glad to hear from you.', message: '' }]);
});
