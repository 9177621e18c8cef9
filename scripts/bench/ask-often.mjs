// Questions to the background, one after another, and what their times say.

/** Runs in a screen: asks so many times, one after another. Gives how long each answer took, in ms. */
export async function askOften(many, message) {
  const times = [];
  for (let turn = 0; turn < many; turn += 1) {
    const start = performance.now();
    const answer = await globalThis.chrome.runtime.sendMessage(message);
    if (!answer.ok) throw new Error(`${message.name}: ${answer.code}`);
    times.push(performance.now() - start);
  }
  return times;
}

const quantile = (times, share) => {
  const sorted = [...times].sort((a, b) => a - b);
  return sorted[Math.min(sorted.length - 1, Math.ceil(share * sorted.length) - 1)];
};

/** With one decimal. */
export const p95 = (times) => Math.round(quantile(times, 0.95) * 10) / 10;
export const spread = (times) =>
  `p95 of ${times.length}, median ${Math.round(quantile(times, 0.5))}, longest ${Math.round(Math.max(...times))}`;
