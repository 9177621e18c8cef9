import { describe, expect, it } from 'vitest';
import { isBackupDue } from './backup-age';

const day = 86_400_000;
const now = 100 * day;

describe('a backup is due', () => {
  it('so many days after the last one, and not a moment before', () => {
    expect(isBackupDue({ auto: false, every: 7, last: now - 7 * day, first: 0, now })).toBe(true);
    expect(isBackupDue({ auto: false, every: 7, last: now - 7 * day + 1, first: 0, now })).toBe(false);
    expect(isBackupDue({ auto: false, every: 30, last: now - 29 * day, first: 0, now })).toBe(false);
  });
  it('so many days after the first contact while there was none', () => {
    expect(isBackupDue({ auto: false, every: 7, last: null, first: now - 8 * day, now })).toBe(true);
    expect(isBackupDue({ auto: false, every: 7, last: null, first: now - day, now })).toBe(false);
  });
  it('never while nobody is kept, or the rep wants no reminder', () => {
    expect(isBackupDue({ auto: false, every: 7, last: null, first: null, now })).toBe(false);
    expect(isBackupDue({ auto: false, every: 0, last: null, first: 0, now })).toBe(false);
  });
  it('after two days where they are automatic: then something keeps them from being made', () => {
    expect(isBackupDue({ auto: true, every: 0, last: now - 2 * day, first: 0, now })).toBe(true);
    expect(isBackupDue({ auto: true, every: 0, last: now - day, first: 0, now })).toBe(false);
  });
});
