// The page of numbers in a book of real size: from opening the workspace at it until every picture stands there.
import { p95, spread } from './ask-often.mjs';
import { openOften } from './open-often.mjs';

const OPENINGS = 10;
const COLD_OPENINGS = 5;
/** Flow, funnel, goals, metrics, days, channels, sizes, replies. */
const PICTURES = 8;

/** When all pictures are there, the flow drawn, and the browser has painted. */
const PAGE = {
  path: 'workspace.html#/numbers',
  stands: `document.querySelectorAll('.num-picture').length >= ${PICTURES} && document.querySelector('.num-band')`,
  frames: 2,
  never: 'The page of numbers never showed all its pictures.',
};

/**
 * The row of one size, the book being written and reckoned.
 * @returns {Promise<import('../bench.mjs').Row[]>}
 */
export async function measureNumbers(browser, contacts) {
  const warm = await openOften(browser, PAGE, OPENINGS);
  const cold = await openOften(browser, PAGE, COLD_OPENINGS, browser.stopWorker);
  const size = `${contacts / 1000}k`;
  const value = p95([...warm, ...cold]);
  const detail = `awake ${spread(warm)}; worker stopped: ${spread(cold)}`;
  return [{ name: `numbers.page_ms.${size}`, value, unit: 'ms', budget: 1000, detail }];
}
