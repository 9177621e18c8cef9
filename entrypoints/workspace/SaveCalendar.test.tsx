// @vitest-environment happy-dom
import { cleanup, fireEvent, render, screen } from '@testing-library/preact';
import ICAL from 'ical.js';
import 'temporal-polyfill/global';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import type { FollowUp } from '../../lib/domain/records';
import type { KeyDate } from '../../lib/domain/tie-records';
import type { Answer } from '../../lib/messages/protocol';
import { fileNameOf } from './calendar-job';
import { SaveCalendar } from './SaveCalendar';
import { answerWith, asked } from './stand-in';

vi.mock('webextension-polyfill', async () => ({ default: (await import('./stand-in')).browser }));

const NOW = Date.parse('2026-03-02T09:00:00Z');
const HOSTILE = 'Eve\u202e\r\nEND:VEVENT\r\nATTACH:https://evil.example/;x,y\\';
const birthday: KeyDate = {
  id: 'd1',
  contactId: 'anna',
  kind: 'birthday',
  label: '',
  calendar: 'solar',
  year: 1990,
  month: 5,
  leapMonth: false,
  day: 9,
  everyMonths: 12,
  leads: [30, 7],
  inferred: false,
  createdAt: NOW,
  updatedAt: NOW,
};
const lunar: KeyDate = { ...birthday, id: 'd2', contactId: 'eve', calendar: 'lunar', month: 8, day: 15 };
const promise: FollowUp = {
  id: 'f1',
  contactId: 'anna',
  due: '2026-03-05',
  reason: 'offer',
  status: 'open',
  createdAt: NOW,
  updatedAt: NOW,
};
const nothing = { keyDates: [], followUps: [], names: {} };
const parts: Record<string, Answer<'calendar.part'>> = {
  first: { ...nothing, keyDates: [birthday], names: { anna: 'Anna' }, next: 'second' },
  second: { ...nothing, keyDates: [lunar], names: { eve: HOSTILE }, next: 'third' },
  third: { ...nothing, followUps: [promise], names: { anna: 'Anna' }, next: null },
};

let saved: { name: string; blob: Blob }[] = [];
let blob: Blob;
beforeEach(() => {
  vi.useFakeTimers({ toFake: ['Date'], now: NOW });
  saved = [];
  vi.spyOn(URL, 'createObjectURL').mockImplementation((made) => {
    blob = made as Blob;
    return 'blob:made';
  });
  vi.spyOn(HTMLAnchorElement.prototype, 'click').mockImplementation(function (this: HTMLAnchorElement) {
    saved.push({ name: this.download, blob });
  });
});
afterEach(() => {
  cleanup();
  vi.useRealTimers();
  vi.restoreAllMocks();
});

describe('the calendar file', () => {
  it('of everybody is collected part by part, and another program reads what was meant', async () => {
    answerWith({ 'calendar.part': ({ cursor }) => parts[cursor ?? 'first']! });
    render(<SaveCalendar contact={null} />);
    fireEvent.click(screen.getByRole('button', { name: 'Save all dates as a calendar file' }));
    // A second click while it is made makes no second file.
    fireEvent.click(screen.getByRole('button', { name: 'Save all dates as a calendar file' }));
    await screen.findByText('rapport-calendar-2026-03-02.ics is ready: 12 events.');
    expect(asked.map(({ request }) => request)).toEqual(
      ['first', 'second', 'third'].map((cursor) => ({ contact: null, cursor: cursor === 'first' ? null : cursor })),
    );
    expect(saved.map(({ name }) => name)).toEqual(['rapport-calendar-2026-03-02.ics']);
    expect(saved[0]!.blob.type).toBe('text/calendar;charset=utf-8');
    const calendar = new ICAL.Component(ICAL.parse(await saved[0]!.blob.text()) as unknown[]);
    const events = calendar.getAllSubcomponents('vevent');
    const said = events.map((event) => [String(event.getFirstPropertyValue('dtstart')), event.getFirstPropertyValue('summary')]);
    expect(said.slice(0, 3)).toEqual([
      ['2026-03-05', 'Anna · offer'],
      ['2026-05-09', 'Anna · Birthday'],
      ['2026-09-25', 'Eve END:VEVENT ATTACH:https://evil.example/;x,y\\ · Birthday, turns 36'],
    ]);
    expect(events.some((event) => event.hasProperty('attach'))).toBe(false);
    const alarms = events[1]!.getAllSubcomponents('valarm').map((alarm) => String(alarm.getFirstPropertyValue('trigger')));
    expect(alarms).toEqual(['-P29DT15H', '-P6DT15H']);
  });

  it('of one contact is named after them', async () => {
    answerWith({ 'calendar.part': () => ({ ...nothing, followUps: [promise], names: { anna: 'Anna' }, next: null }) });
    render(<SaveCalendar contact={{ id: 'anna', name: 'Anna / Kiln' }} />);
    fireEvent.click(screen.getByRole('button', { name: 'Save as a calendar file' }));
    await screen.findByText('rapport-Anna Kiln.ics is ready: one event.');
    expect(asked[0]!.request).toEqual({ contact: 'anna', cursor: null });
  });

  it('is not made where nothing lies ahead', async () => {
    answerWith({ 'calendar.part': () => ({ ...nothing, next: null }) });
    render(<SaveCalendar contact={null} />);
    fireEvent.click(screen.getByRole('button'));
    await screen.findByText('No key date or follow-up lies ahead.');
    expect(saved).toEqual([]);
  });

  it('says when it could not be made', async () => {
    answerWith({ 'calendar.part': () => Promise.reject(new Error('no')) });
    render(<SaveCalendar contact={null} />);
    fireEvent.click(screen.getByRole('button'));
    await screen.findByText(/That did not work/);
    expect(saved).toEqual([]);
  });
});

describe('the name of a file', () => {
  it.each([
    ['王芳', 'rapport-王芳.ics'],
    ['..\\..\\etc/passwd', 'rapport-etc passwd.ics'],
    ['fdp\u202escj.exe\u0000', 'rapport-fdpscj.exe.ics'],
    [' . ', 'rapport-contact.ics'],
    ['😀'.repeat(60), `rapport-${'😀'.repeat(40)}.ics`],
  ])('of %s is %s', (name, file) => {
    expect(fileNameOf(name)).toBe(file);
  });
});
