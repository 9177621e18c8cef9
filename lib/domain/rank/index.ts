/**
 * Choosing replies: everything that the background, the command line and the bench use. Pure, without a clock or a browser.
 *
 * 0. `readMeanings(bytes)` of public/meanings-en.bin, once a worker: what English words mean, for messages that say it in other words.
 *    Everything below works with null in its place, only less well; an index and a message have to be read with the same.
 * 1. `buildIndex(templates, meanings)` when a template, example or learned record changed. The index is plain data: store it (it holds no words
 *    of messages), because a worker dies and matching wants it at once.
 * 2. `matchMessage(index, message, meanings)` for the last message of theirs.
 * 3. `choose({ replies, matches, scene, tallies })` gives the replies to offer with their reasons, or none.
 * 4. `learn(before, replyId, message, now, meanings)` once for every suggestion that was accepted, then 1 again some time.
 */
export { buildIndex, MOST_TEMPLATES } from './build-index';
export { indexBytes, type Known, type RankIndex } from './rank-index';
export { wordHash } from './hash';
export { readMeanings, type Meanings } from './meanings';
export { matchMessage, type Match } from './match';
export { learn } from './learn';
export { beliefOf, type Belief, type Tally } from './answered';
export { fit, type Fit, type Fitted } from './fit';
export { languageOf, occasionsOf, type Occasion, type ReplyScene } from './scene';
export { choose, type Choosing, type Suggestion, type Tallies } from './choose';
