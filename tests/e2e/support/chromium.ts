// The Chromium of the tests, and what it leaves out that no test needs.
export const executablePath = process.env['CHROMIUM'] ?? '/usr/bin/chromium';

/** What Playwright switches off itself: of several such switches Chromium heeds the last one alone, so ours has to name them too. */
export const OFF_BY_PLAYWRIGHT = [
  'AvoidUnnecessaryBeforeUnloadCheckSync',
  'DestroyProfileOnBrowserClose',
  'HttpsUpgrades',
  'HttpsFirstBalancedModeAutoEnable',
  'LensOverlay',
  'MediaRouter',
  'PaintHolding',
  'ThirdPartyStoragePartitioning',
  'AvoidCorsURLLoaderRestartOnRedirect',
  'TcpPortRandomizationWin',
  'OptimizationHints',
  'NetworkTimeServiceQuerying',
  'AimEnabled',
  'PreconnectToSearch',
  'msForceBrowserSignIn',
  'msEdgeUpdateLaunchServicesPreferredVersion',
];

/** The address bar's suggestions are a page that is loaded at each start: a third of what a start costs. */
const OFF = ['WebUIOmniboxPopup', 'WebUIOmniboxAimPopup'];

export const BROWSER_ARGS = [
  '--no-sandbox',
  '--disable-background-networking',
  '--no-first-run',
  '--disable-gpu',
  `--disable-features=${[...OFF_BY_PLAYWRIGHT, ...OFF].join()}`,
];
