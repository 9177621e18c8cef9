// What a hostile page does first of all: it listens to everything there is, and opens every door it can. Runs before our script.
/* eslint-disable no-undef -- a classic script, served as it stands */
(() => {
  const seen = [];
  const note = (kind, what) => seen.push(`${kind} ${what}`);
  /** Everything of an object that can be read, one level deep, elements as their markup. */
  const inWords = (thing) => {
    const parts = [];
    for (const key in thing) {
      try {
        const value = thing[key];
        if (value instanceof Element) parts.push(`${key}=${value.cloneNode(false).outerHTML}`);
        else if (typeof value === 'object' && value !== null && !(value instanceof Node) && value !== window)
          parts.push(`${key}=${JSON.stringify(value)}`);
        else if (typeof value !== 'function') parts.push(`${key}=${String(value)}`);
      } catch {
        // Not everything wants to be read.
      }
    }
    return parts.join(' ');
  };

  const types = new Set([
    'DOMContentLoaded',
    'focusin',
    'focusout',
    'DOMActivate',
    'compositionstart',
    'compositionupdate',
    'compositionend',
  ]);
  for (const owner of [
    window,
    Document.prototype,
    Element.prototype,
    HTMLElement.prototype,
    SVGElement.prototype,
    HTMLBodyElement.prototype,
  ])
    for (const key in owner) if (key.startsWith('on')) types.add(key.slice(2));
  for (const type of types) addEventListener(type, (event) => note('event', `${type} ${inWords(event)}`), true);
  for (const port of [window, document]) port.addEventListener('message', (event) => note('message', JSON.stringify(event.data)), true);

  new MutationObserver((records) => {
    for (const { type, target, attributeName, oldValue, addedNodes } of records) {
      if (type === 'attributes')
        note('attribute', `${target.nodeName} ${attributeName}=${target.getAttribute(attributeName)} was ${oldValue}`);
      if (type === 'characterData') note('text', target.data);
      for (const node of addedNodes) note('added', node.outerHTML ?? node.data);
    }
  }).observe(document, { subtree: true, childList: true, attributes: true, attributeOldValue: true, characterData: true });

  for (const type of PerformanceObserver.supportedEntryTypes)
    new PerformanceObserver((list) => list.getEntries().forEach((entry) => note('entry', JSON.stringify(entry)))).observe({
      type,
      buffered: true,
    });
  new ReportingObserver((reports) => reports.forEach((report) => note('report', JSON.stringify(report))), { buffered: true }).observe();

  // Shadow roots are to be open, and kept.
  const roots = [];
  const { attachShadow } = Element.prototype;
  Element.prototype.attachShadow = function (options) {
    const root = attachShadow.call(this, { ...options, mode: 'open' });
    roots.push(root);
    return root;
  };
  // An element of our own class hands out even a closed root. The names were learned at the first visit.
  const internals = [];
  for (const name of JSON.parse(sessionStorage.getItem('names') ?? '[]'))
    customElements.define(
      name,
      class extends HTMLElement {
        constructor() {
          super();
          internals.push(this.attachInternals());
        }
      },
    );
  addEventListener('load', () =>
    setTimeout(() => {
      const names = [...document.querySelectorAll('*')].map(({ localName }) => localName).filter((name) => name.includes('-'));
      sessionStorage.setItem('names', JSON.stringify([...new Set(names)]));
    }, 1500),
  );

  window.spy = {
    seen,
    types: [...types],
    /** What the opened doors showed. */
    opened: () => [...roots, ...internals.map((one) => one.shadowRoot)].filter(Boolean).map((root) => root.innerHTML),
  };
})();
