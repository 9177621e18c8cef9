import { describe, expect, it } from 'vitest';
import { backupWriter } from './backup-file';

describe('writing a backup', () => {
  it('makes one JSON text, its counts last', () => {
    const write = backupWriter(1, '2026-03-01T09:30:00.000Z');
    const text = write.rows('contacts', [{ id: 'a' }]) + write.rows('contacts', [{ id: 'b' }]) + write.rows('notes', []) + write.end();
    expect(JSON.parse(text)).toEqual({
      format: 'rapport-backup',
      version: 1,
      schema: 1,
      exportedAt: '2026-03-01T09:30:00.000Z',
      tables: { contacts: [{ id: 'a' }, { id: 'b' }], notes: [] },
      counts: { contacts: 2, notes: 0 },
    });
    expect(text).toMatch(/"counts":\{"contacts":2,"notes":0\}\}\n$/);
  });

  it('refuses to write a table in two pieces', () => {
    const write = backupWriter(1, 'now');
    write.rows('contacts', []);
    write.rows('notes', []);
    expect(() => write.rows('contacts', [])).toThrow();
  });
});
