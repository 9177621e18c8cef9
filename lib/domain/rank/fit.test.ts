import { describe, expect, test } from 'vitest';
import { said } from '../said';
import { fit, type Fitted } from './fit';
import type { ReplyScene } from './scene';

const plain: Fitted = {
  id: 'r',
  language: null,
  fits: { types: [], tiers: [], stages: [], occasions: [] },
  sells: false,
  archivedAt: null,
};
const scene: ReplyScene = { type: 'customer', tier: 'deep', stage: 'quoted', occasions: [], language: 'en', sent: [] };
const fits = (more: Partial<Fitted['fits']>): Partial<Fitted> => ({ fits: { ...plain.fits, ...more } });
const fitOf = (reply: Partial<Fitted>, more: Partial<ReplyScene> = {}) => fit({ ...plain, ...reply }, { ...scene, ...more });

describe('a reply', () => {
  test('that names nothing fits everybody', () => {
    expect(fitOf({})).toEqual({ factor: 1, occasion: null, meant: null });
  });

  test.each<[string, Partial<Fitted>, Partial<ReplyScene>]>([
    ['was put away', { archivedAt: 5 }, {}],
    ['was sent to this contact before', {}, { sent: ['other', 'r'] }],
    ['pushes a sale on a shallow tie', { sells: true }, { tier: 'shallow' }],
    ['pushes a sale on somebody not known yet', { sells: true }, { tier: null }],
    ['is in another language', { language: 'zh' }, {}],
  ])('is not suggested when it %s', (_, reply, more) => {
    expect(fitOf(reply, more)).toBeNull();
  });

  test.each<[string, Partial<Fitted>, Partial<ReplyScene>]>([
    ['sells to a deep tie', { sells: true }, {}],
    ['is in the language of the message', { language: 'en' }, {}],
    ['has a language where that of the contact is unknown', { language: 'zh' }, { language: null }],
    ['was sent to others only', {}, { sent: ['other'] }],
  ])('may be suggested when it %s', (_, reply, more) => {
    expect(fitOf(reply, more)).not.toBeNull();
  });

  test.each<[string, Partial<Fitted['fits']>, 'more' | 'less' | 'same']>([
    ['its type', { types: ['customer', 'loyal'] }, 'more'],
    ['another type', { types: ['prospect'] }, 'less'],
    ['its tier', { tiers: ['deep'] }, 'more'],
    ['another tier', { tiers: ['iron'] }, 'less'],
    ['its stage', { stages: ['quoted'] }, 'more'],
    ['another stage', { stages: ['lead'] }, 'less'],
    ['an occasion that is not today', { occasions: ['birthday'] }, 'less'],
  ])('that is meant for %s', (_, named, how) => {
    const { factor } = fitOf(fits(named))!;
    expect(Math.sign(factor - 1)).toBe({ more: 1, less: -1, same: 0 }[how]);
  });

  test('for a type says so, and nothing is said of a type that is not known', () => {
    expect(fitOf(fits({ types: ['customer'] }))!.meant).toMatchObject({ word: 'choose_meant_for' });
    expect(fitOf(fits({ tiers: ['deep'] }))!.meant).toMatchObject({ word: 'choose_meant_for_ties' });
    expect(fitOf(fits({ types: ['customer'] }), { type: null })).toEqual({ factor: 1, occasion: null, meant: null });
  });

  test('for an occasion of today carries its reason', () => {
    const why = said('agenda_date_today', 'Birthday');
    const found = fitOf(fits({ occasions: ['festival', 'birthday'] }), { occasions: [{ kind: 'birthday', why }] })!;
    expect(found).toEqual({ factor: 1, occasion: why, meant: null });
  });
});
