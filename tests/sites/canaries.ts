// Words that nobody else would write, planted wherever a page can hold something.

export interface Planted {
  canaries: string[];
  /** The page's address with canaries in it. */
  address: string;
}

/** Plants canaries into the whole document. Gives what must not be found again, and the address. */
export function plant(document: Document, url: string): Planted {
  const canaries: string[] = [];
  /** A new word, used nowhere else. */
  const word = (kind: string): string => {
    const made = `zquok${kind}${'bdfghjk'[canaries.length % 7]}${canaries.length}vex`;
    canaries.push(made, `zquok${kind}`);
    return made;
  };
  const secret = (text: string): string => {
    canaries.push(text);
    return text;
  };
  const element = (tag: string, attributes: Record<string, string> = {}, ...children: (Node | string)[]): Element => {
    const made = document.createElement(tag);
    for (const [name, value] of Object.entries(attributes)) made.setAttribute(name, value);
    made.append(...children);
    return made;
  };

  const texts = [
    'alt',
    'title',
    'placeholder',
    'value',
    'aria-label',
    'aria-description',
    'content',
    'label',
    'summary',
    'data-text',
    'text',
  ];
  const ids = [
    'id',
    'for',
    'name',
    'data-id',
    'data-testid',
    'data-qa',
    'aria-labelledby',
    'role',
    'type',
    'lang',
    'rel',
    'slot',
    'part',
    'is',
    'jid',
  ];
  const host = element('div');
  host
    .attachShadow({ mode: 'open' })
    .append(element('p', { title: word('shadowtitle') }, word('shadowtext')), element('style', {}, `a{color:${word('shadowstyle')}}`));

  const planted = [
    ...texts.map((name) => element('div', { [name]: `Some ${word(name.replace('-', ''))} here` })),
    ...texts.map((name) => element('div', { [name]: word(`one${name.replace('-', '')}`) })),
    ...ids.map((name) => element('div', { [name]: word(name.replaceAll('-', '')) })),
    ...ids.map((name) => element('div', { [name]: `message-${word(`part${name.replaceAll('-', '')}`)}_list` })),
    element('div', { class: `msg ${word('class')} ${word('hyphen')}-list chat-${word('end')} message${word('hump')}` }),
    element('div', { [word('attribute')]: '', [`data-${word('dataname')}`]: word('datavalue'), [`aria-${word('arianame')}`]: 'true' }),
    element('div', { [`data-message-${word('mixedname')}`]: 'x' }),
    element(word('tag'), {}, word('tagtext')),
    element(`${word('custom')}-box`, {}, word('customtext')),
    element('div', {
      style: `--${word('variable')}: ${word('variablevalue')}; background: url(https://${word('stylehost')}.com/a.png); color: red`,
    }),
    element('div', { onclick: `alert('${word('handler')}')`, [`on${word('anyhandler')}`]: 'x' }),
    document.createComment(word('comment')),
    element('script', { type: 'application/json' }, word('script')),
    element('style', {}, `.${word('style')} { content: "${word('stylecontent')}" }`),
    element('noscript', {}, word('noscript')),
    element('iframe', {
      src: `https://${word('framehost')}.com/`,
      srcdoc: word('srcdoc'),
      title: `A ${word('frametitle')} there`,
      name: word('framename'),
    }),
    element('object', { data: word('object') }, word('objecttext')),
    element('img', {
      src: `https://${word('imagehost')}.com/${word('imagepath')}/${word('imagefile')}.png?u=${word('imagequery')}`,
      srcset: `${word('srcset')} 2x`,
      alt: word('imagealt'),
    }),
    element('a', { href: `https://${word('linkhost')}.com/in/${word('linkpath')}?x=${word('query')}#${word('hash')}` }, word('link')),
    element('a', { href: `mailto:${word('mail')}@${word('mailhost')}.com` }),
    element('a', { href: `javascript:alert(${word('js')})` }),
    element('a', { href: `/profile/${encodeURIComponent(secret('Ørsæt Zølkvåg'))}` }),
    element('img', { src: `data:text/plain,${word('datauri')}` }),
    element('div', {
      'data-cm': JSON.stringify({ type: 'text', [word('jsonkey')]: word('jsonvalue'), text: `hello ${word('jsontext')} you`, n: 48213977 }),
    }),
    element('div', { 'data-pre-plain-text': `[10:42, 3/9/2027] ${word('sender')}: ` }),
    element('div', { 'data-jid': `${word('jidname')}@${word('jidhost')}.com/${word('jidresource')}` }),
    element('div', { 'data-event-urn': `urn:li:msg_message:(urn:li:fsd_profile:ACoAA${word('urn')},2-${word('urnid')})` }),
    element('textarea', { class: 'chat-textarea' }, word('textarea')),
    element('div', { contenteditable: 'true', role: 'textbox' }, word('draft')),
    element('input', { type: 'text', value: word('input') }),
    element('select', {}, element('option', { value: word('option') }, word('optiontext'))),
    element('svg', {}, element('title', {}, word('svgtitle')), element('text', {}, word('svgtext'))),
    element('meta', { name: 'description', content: word('meta') }),
    element('link', { rel: 'icon', href: `/${word('icon')}.png` }),
    element('time', { datetime: secret('1987-06-15T03:33:21.123Z') }, secret('15 June 1987')),
    element('p', {}, secret('+49 (170) 987-654-321'), ' ', secret('98765432109')),
    element('p', { id: secret('a8675309b'), 'data-mid': secret('86753091234') }, secret('8675309123')),
    // Sentences of the site with somebody's name and words in them.
    element('p', { 'aria-label': `At ${word('when')} 10:42, ${word('said')}: ${word('words')}` }),
    element('p', { 'aria-label': `At 10:42, You ${word('youdid')}: ${word('more')}` }),
    element('p', { 'aria-label': `${word('enter')} 10:42 by ${word('by')}: ${word('long')} ${'and so on '.repeat(60)}` }),
    element('p', { 'aria-label': `Messages in conversation with ${word('with')}` }),
    element('p', { 'aria-label': `Conversa${word('anyending')} with ${word('withsomebody')}` }),
    element('h2', {}, `Conversation titled ${word('heading')} ${word('titled')}`),
    element('p', { 'aria-label': `與${word('chinese')}的對話` }),
    // A name, which gets a stand-in because it stands in several places; and one in each of some scripts.
    element('h1', { title: 'Zorblax Quindle' }, 'Zorblax Quindle'),
    element('span', { 'aria-label': 'Zorblax Quindle:' }, 'Zorblax'),
    element('p', { title: '秘密代号' }, '秘密代号'),
    element('p', { title: 'סודסודי' }, 'סודסודי'),
    element('p', {}, '絕密訊息在此'),
    host,
  ];
  canaries.push('zorblax', 'quindle', '秘密', '代号', 'סודסודי', '絕密', '48213977', '987-654', '867530', '1987', 'zølkvåg', 'ørsæt');

  const template = document.createElement('template');
  template.content.append(element('p', { id: word('templateid') }, word('template')));
  planted.push(template);
  document.body.append(...planted);
  // In the middle of what is there, too: beside each text, in each attribute list, around rows.
  for (const one of [...document.body.querySelectorAll('[class]')].slice(0, 10)) one.classList.add(word('anyclass'));
  for (const one of [...document.body.querySelectorAll('span, p, h1, h2')].slice(0, 10)) one.append(` ${word('anytext')} and more`);
  document.title = `(3) ${word('title')} | Chat`;
  document.documentElement.setAttribute('lang', word('rootlang'));
  const address = new URL(url);
  address.searchParams.set(word('param'), word('paramvalue'));
  address.pathname += `/${word('path')}`;
  address.hash += `/${word('fragment')}`;
  return { canaries, address: address.href };
}
