// Opens Rapport's own screens and asks its background as they do.

/** One of Rapport's screens in a tab of its own. */
export async function openScreen(context, extensionId, name) {
  const page = await context.newPage();
  await page.goto(`chrome-extension://${extensionId}/${name}.html`);
  return page;
}

/** Asks for several things at once, in one order, and gives the answers. Throws a sentence when one of them is refused. */
export async function askAll(screen, requests) {
  const outcomes = await screen.evaluate(async (all) => {
    const answers = [];
    for (const [name, request] of all) answers.push(await globalThis.chrome.runtime.sendMessage({ name, request }));
    return answers;
  }, requests);
  return outcomes.map((outcome, at) => {
    if (!outcome?.ok) throw new Error(`Rapport answered “${requests[at][0]}” with “${outcome?.code ?? 'nothing'}”.`);
    return outcome.value;
  });
}

/** Asks for one thing. */
export async function ask(screen, name, request) {
  const [answer] = await askAll(screen, [[name, request]]);
  return answer;
}

/** The number of the tab that shows an address, as the extension counts tabs. */
export async function tabOf(screen, url) {
  const find = (address) => globalThis.chrome.tabs.query({}).then((tabs) => tabs.find((tab) => tab.url?.startsWith(address))?.id);
  return until(() => screen.evaluate(find, url), `No tab shows ${url}.`);
}

/** Tries again until `look` gives something, for at most `seconds`; then throws the sentence. */
export async function until(look, sentence, seconds = 10) {
  for (const end = Date.now() + seconds * 1000; Date.now() < end; await new Promise((resolve) => setTimeout(resolve, 40))) {
    const found = await look();
    if (found) return found;
  }
  throw new Error(sentence);
}
