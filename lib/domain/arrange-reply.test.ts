import { expect, test } from 'vitest';
import { arranged } from './arrange-reply';
import { blankReply } from './blank-reply';

const reply = { ...blankReply('Hello', 'Hello', 1), folder: 'A', tags: ['x', 'y'] };

test('a folder is taken without the space around it, and an empty one is none', () => {
  expect(arranged(reply, { folder: ' B ' }, 9)).toEqual({ folder: 'B' });
  expect(arranged(reply, { folder: '' }, 9)).toEqual({ folder: '' });
});

test('tags are added once and taken away, at most forty', () => {
  expect(arranged(reply, { addTags: ['y', 'z'], removeTags: ['x'] }, 9)).toEqual({ tags: ['y', 'z'] });
  const many = Array.from({ length: 60 }, (_, i) => `t${i}`);
  expect(arranged(reply, { addTags: many }, 9).tags).toHaveLength(40);
});

test('what lies so already changes nothing, and what was put away stays put away since then', () => {
  expect(arranged(reply, { folder: 'A', addTags: ['x'], removeTags: ['q'], archived: false }, 9)).toEqual({});
  expect(arranged(reply, { archived: true }, 9)).toEqual({ archivedAt: 9 });
  expect(arranged({ ...reply, archivedAt: 5 }, { archived: true }, 9)).toEqual({});
  expect(arranged({ ...reply, archivedAt: 5 }, { archived: false }, 9)).toEqual({ archivedAt: null });
});
