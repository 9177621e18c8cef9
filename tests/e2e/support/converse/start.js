// Starts Converse.js for the account named in the query: ?jid=…&password=…&websocket=…[&mode=overlayed]. The hash stays free for Converse's own links.
const query = new URLSearchParams(location.search);

// The page shows no reliable sign of being connected, so a plugin writes Converse's own events where a test can wait for them.
globalThis.converse.plugins.add('rapport-test-connection', {
  initialize() {
    const { api } = this._converse;
    const mark = (state) => () => (document.documentElement.dataset.connection = state);
    api.listen.on('connected', mark('connected'));
    api.listen.on('reconnected', mark('connected'));
    api.listen.on('will-reconnect', mark('lost'));
    api.listen.on('disconnected', mark('lost'));
  },
});

globalThis.converse.initialize({
  whitelisted_plugins: ['rapport-test-connection'],
  assets_path: '/dist/',
  authentication: 'login',
  auto_login: true,
  jid: query.get('jid'),
  password: query.get('password'),
  websocket_url: query.get('websocket'),
  discover_connection_methods: false,
  view_mode: query.get('mode') ?? 'fullscreen',
  // Anyone may write to anyone, and the history is kept on both ends: the point of the tests is to see all of it.
  allow_non_roster_messaging: true,
  message_archiving: 'always',
  persistent_store: 'IndexedDB',
  muc_domain: 'rooms.localhost',
  muc_nickname_from_jid: true,
  // Nothing may reach out, ring or change by itself.
  i18n: 'en',
  auto_away: 0,
  auto_xa: 0,
  enable_muc_push: false,
  play_sounds: false,
  show_desktop_notifications: false,
  show_background: false,
  render_media: false,
  fetch_url_headers: false,
  loglevel: query.get('loglevel') ?? 'error',
});
