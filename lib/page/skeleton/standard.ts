// What every page may say: names of elements and attributes, and the few values that the standards name. Nobody's data is made of these.

const set = (list: string): ReadonlySet<string> => new Set(list.split(' '));

/** Elements of HTML and SVG that are kept. Those that hold code, or pages of others, are kept without what is in them, or left out. */
export const TAGS = set(
  'a abbr address area article aside audio b bdi bdo blockquote body br button canvas caption cite code col colgroup data datalist dd del ' +
    'details dfn dialog div dl dt em fieldset figcaption figure footer form h1 h2 h3 h4 h5 h6 head header hgroup hr html i img input ins kbd ' +
    'label legend li main map mark menu meter nav ol optgroup option output p picture pre progress q rp rt ruby s samp search section select ' +
    'slot small source span strong sub summary sup svg table tbody td textarea tfoot th thead time title tr u ul use var video wbr iframe meta',
);

/** Elements whose content is not text of the page, or not ours to look into. */
export const LEFT_OUT = set(
  'script style link template noscript base object embed param frame frameset noframes path g defs symbol clippath',
);

/** Elements that are kept empty. */
export const EMPTY = set('iframe canvas audio video picture map select datalist');

export const ATTRIBUTES = set(
  'accept action align alt autocapitalize autocomplete autofocus autoplay charset checked cite class cols colspan content contenteditable ' +
    'controls coords datetime dir disabled download draggable enctype enterkeyhint for form headers height hidden high href hreflang id inert ' +
    'inputmode is ismap itemid itemprop itemref itemscope itemtype kind label lang list loading loop low max maxlength media method min ' +
    'minlength multiple muted name nonce novalidate open optimum part pattern placeholder popover poster preload readonly rel required ' +
    'reversed role rows rowspan scope selected shape size sizes slot span spellcheck src start step style tabindex target title translate type ' +
    'usemap value width wrap text timestamp aria-activedescendant aria-atomic aria-autocomplete aria-braillelabel aria-braillerole ' +
    'aria-busy aria-checked aria-colcount aria-colindex aria-colspan aria-controls aria-current aria-describedby aria-description ' +
    'aria-details aria-disabled aria-errormessage aria-expanded aria-flowto aria-haspopup aria-hidden aria-invalid aria-keyshortcuts ' +
    'aria-label aria-labelledby aria-level aria-live aria-modal aria-multiline aria-multiselectable aria-orientation aria-owns ' +
    'aria-placeholder aria-posinset aria-pressed aria-readonly aria-relevant aria-required aria-roledescription aria-rowcount ' +
    'aria-rowindex aria-rowspan aria-selected aria-setsize aria-sort aria-valuemax aria-valuemin aria-valuenow aria-valuetext ' +
    'data-id data-key data-index data-type data-name data-icon data-testid data-test-id data-test data-qa data-cy data-state data-status ' +
    'data-role data-time data-timestamp data-date data-user data-author data-sender data-message data-text data-value data-tab data-role',
);

/** Values that the standards name, for any attribute but those that hold words. */
export const VALUES = set(
  'true false yes no on off none auto ltr rtl inherit mixed undefined page step location date time menu listbox tree grid dialog polite ' +
    'assertive additions removals all text ascending descending other horizontal vertical both inline list plaintext-only caret ' +
    'search tel url email number password checkbox radio file submit button image reset hidden range color datetime-local month week ' +
    'alert alertdialog application article banner blockquote caption cell code columnheader combobox complementary contentinfo definition ' +
    'deletion directory document emphasis feed figure form generic gridcell group heading img insertion link listitem log main marquee math ' +
    'menubar menuitem menuitemcheckbox menuitemradio meter navigation note option paragraph presentation progressbar radiogroup region row ' +
    'rowgroup rowheader scrollbar searchbox separator slider spinbutton status strong subscript superscript switch tab table tablist ' +
    'tabpanel term textbox timer toolbar tooltip treegrid treeitem lazy eager sync async noopener noreferrer nofollow _blank _self _parent ' +
    '_top get post done enter go next previous send words sentences characters open closed manual',
);

/** Languages a page may be in; the part behind the hyphen only when it is one of these, too. */
export const LANGUAGES = set(
  'ar be bg bn ca cs da de el en es et eu fa fi fil fr gl gu he hi hr hu hy id it ja ka kk km kn ko lo lt lv mk ml mn mr ms my nb ne nl no ' +
    'pa pl pt ro ru si sk sl sq sr sv sw ta te th tl tr uk ur uz vi yue zh zu Hans Hant Latn Cyrl CN TW HK SG US GB IN BR PT MX ES FR DE',
);

/** Of a style only what tells on which side something stands: each with the values it may have. */
export const LAYOUT: Readonly<Record<string, ReadonlySet<string>>> = {
  display: set('flex inline-flex grid block inline-block none contents'),
  'flex-direction': set('row row-reverse column column-reverse'),
  'justify-content': set('flex-start flex-end start end left right center space-between'),
  'align-items': set('flex-start flex-end start end center'),
  'align-self': set('flex-start flex-end start end center'),
  'text-align': set('left right start end center'),
  direction: set('ltr rtl'),
  float: set('left right'),
  visibility: set('hidden'),
};

/** Attributes that hold words for people. */
export const TEXTUAL = set(
  'alt title placeholder value content label summary text aria-label aria-description aria-placeholder aria-roledescription ' +
    'aria-valuetext aria-braillelabel data-text data-title data-name data-content data-label data-tooltip data-caption ' +
    'data-pre-plain-text data-message data-value itemprop abbr',
);

/** Attributes that hold an address. */
export const ADDRESSES = set('href src action poster cite background data formaction xlink:href');

/** Attributes of drawings, which say nothing of how a page is built. */
export const DRAWING = set(
  'd points viewbox transform fill fill-rule clip-rule stroke stroke-width stroke-linecap stroke-linejoin xmlns xmlns:xlink version ' +
    'preserveaspectratio x y x1 x2 y1 y2 cx cy r rx ry opacity enable-background focusable',
);

/** Attributes that are kept without their value. */
export const VALUELESS = set('nonce srcdoc srcset sizes coords pattern integrity download accept ping');
