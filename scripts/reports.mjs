// Counts what the test runners say. Nothing may look better than it is: a skipped test, a file that could not be read,
// a run without tests and a missing report are failures.
import { readFileSync } from 'node:fs';

/** The report, or null when the runner has left none. */
function read(/** @type {string} */ file) {
  try {
    return JSON.parse(readFileSync(file, 'utf8'));
  } catch {
    return null;
  }
}

/** What is left to say when the counts and the exit code of a runner do not agree. */
function settle(/** @type {string} */ runner, /** @type {number} */ code, /** @type {number} */ passed, /** @type {number} */ failed) {
  if (failed === 0 && (code !== 0 || passed === 0)) {
    console.log(passed === 0 ? `${runner} ran no test.` : `${runner} ended with code ${code} although no test failed.`);
    return { passed, failed: 1 };
  }
  return { passed, failed };
}

/**
 * Counts a report of `vitest --reporter=json`.
 * @param {string} file
 * @param {number} code the exit code of vitest
 */
export function readVitest(file, code) {
  const report = read(file);
  if (!report) return settle('vitest', code || 1, 0, 0);
  const skipped = (report.numPendingTests ?? 0) + (report.numTodoTests ?? 0);
  // A file that throws while it is imported has failed without any test of its own.
  const broken = report.testResults.filter(
    (suite) => suite.status === 'failed' && !suite.assertionResults.some((test) => test.status === 'failed'),
  );
  if (skipped > 0) console.log(`${skipped} skipped unit tests count as failed.`);
  return settle('vitest', code, report.numPassedTests, report.numFailedTests + skipped + broken.length);
}

/**
 * Counts a report of `playwright --reporter=json`.
 * @param {string} file
 * @param {number} code the exit code of playwright
 */
export function readPlaywright(file, code) {
  const report = read(file);
  if (!report) return settle('playwright', code || 1, 0, 0);
  const { expected, unexpected, flaky, skipped } = report.stats;
  if (skipped > 0) console.log(`${skipped} browser tests that were skipped or not reached count as failed.`);
  // A test that needs a second try is one to be looked at: its first failure stands in the output above.
  if (flaky > 0) console.log(`${flaky} browser tests passed only when tried again: they are flaky.`);
  const failed = unexpected + skipped;
  return settle('playwright', code, expected + flaky, failed === 0 && flaky === 0 ? report.errors.length : failed);
}
