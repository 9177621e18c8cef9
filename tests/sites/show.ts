// Makes a fixture the page of happy-dom.
import type { Page } from '@/lib/sites/site';

/** Makes `html` the page of the test environment, attributes of its root included, and returns it as a reader gets it. */
export function show(html: string, url: string): Page {
  const parsed = new DOMParser().parseFromString(html, 'text/html');
  for (const part of ['documentElement', 'body'] as const) {
    for (const { name } of [...document[part].attributes]) document[part].removeAttribute(name);
    for (const { name, value } of [...parsed[part].attributes]) document[part].setAttribute(name, value);
  }
  document.title = parsed.title;
  document.body.innerHTML = parsed.body.innerHTML;
  openRoots(document.body);
  // Some readers get a row only, and look at the address of its page.
  (window as unknown as { happyDOM: { setURL(url: string): void } }).happyDOM.setURL(url);
  return { document, url: new URL(url) };
}

/** Turns `<template shadowrootmode="open">` into the shadow root of its parent, as the parser of a browser does. */
function openRoots(root: ParentNode): void {
  for (const template of root.querySelectorAll<HTMLTemplateElement>('template[shadowrootmode="open"]')) {
    const shadow = template.parentElement!.attachShadow({ mode: 'open' });
    shadow.append(template.content);
    template.remove();
    openRoots(shadow);
  }
}
