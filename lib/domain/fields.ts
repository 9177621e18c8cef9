// The kinds of values that records are made of.
import { z } from 'zod';
import { isDay } from './day';

export const id = z.string().regex(/^[\w-]{1,64}$/);
export const ms = z.number().int().min(0).max(8.64e15);
export const day = z.string().refine(isDay);
export const at = z.string().max(40).nullable();
export const count = z.number().int().min(0);
export const line = (max: number) => z.string().max(max);
