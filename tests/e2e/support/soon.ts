// Waiting for what has to become true.
import { expect } from '@playwright/test';

/** `expect.poll`, which looks more often: what is waited for here mostly comes within a few hundredths of a second. */
export const soon = <T>(read: () => T | Promise<T>, { message, timeout }: { message?: string; timeout?: number } = {}) =>
  expect.poll(read, { intervals: [15, 25, 40, 60, 100], ...(message ? { message } : {}), ...(timeout ? { timeout } : {}) });
