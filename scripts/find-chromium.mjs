import { spawnSync } from 'node:child_process';
import { accessSync, constants, existsSync } from 'node:fs';
import { delimiter, join } from 'node:path';

/** Chromium without windows, tabs and extensions: the same engine, for a quarter less of a processor. */
const headless = 'chromium-headless-shell';
const names = [headless, 'chromium', 'chromium-browser', 'google-chrome-stable', 'google-chrome', 'chrome', 'msedge'];
const elsewhere = [
  '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome',
  '/Applications/Chromium.app/Contents/MacOS/Chromium',
  'C:\\Program Files\\Google\\Chrome\\Application\\chrome.exe',
  'C:\\Program Files (x86)\\Google\\Chrome\\Application\\chrome.exe',
  'C:\\Program Files (x86)\\Microsoft\\Edge\\Application\\msedge.exe',
];

/**
 * The browser that the stories are told in: the one named by CHROMIUM, a Chromium or Chrome that is there, best one without windows,
 * or Debian's own, which is installed when we are root. A story is never skipped for want of a browser.
 * @returns {string} path of the program
 * @throws {Error} that says what to install
 */
export function findChromium() {
  const found = installedChromium(process.env);
  if (found) return found;
  if (mayInstall() && !installFromDebian(headless)) installFromDebian('chromium');
  const installed = installedChromium(process.env);
  if (installed) return installed;
  throw new Error(
    'The browser stories need Chromium or Chrome, and none could be found or installed. Install one (on Debian: apt-get install chromium), or name the program in CHROMIUM.',
  );
}

/** Installs the one without windows where that can be done and no other is named. Without it the stories take longer, and that is all. */
export function fetchHeadless() {
  if (!process.env['CHROMIUM'] && mayInstall() && !installedChromium(process.env)?.endsWith(headless)) installFromDebian(headless);
}

const mayInstall = () => process.platform === 'linux' && process.getuid?.() === 0 && isProgram('/usr/bin/apt-get');

/**
 * @param {Readonly<Record<string, string | undefined>>} env
 * @returns {string | undefined}
 */
export function installedChromium(env) {
  const named = env['CHROMIUM'];
  if (named) {
    if (!isProgram(named)) throw new Error(`CHROMIUM names ${named}, which is no program.`);
    return named;
  }
  const folders = (env['PATH'] ?? '').split(delimiter).filter(Boolean);
  const suffix = process.platform === 'win32' ? '.exe' : '';
  const candidates = names.flatMap((name) => folders.map((folder) => join(folder, name + suffix)));
  return [...candidates, ...elsewhere].find(isProgram);
}

/**
 * @param {string} browser
 * @returns {boolean} whether it is there now
 */
function installFromDebian(browser) {
  process.stderr.write(`Installerar Debians ${browser} för webbläsartesten …\n`);
  const apt = (/** @type {string[]} */ ...words) =>
    spawnSync('apt-get', words, { stdio: ['ignore', 'ignore', 'inherit'], env: { ...process.env, DEBIAN_FRONTEND: 'noninteractive' } })
      .status === 0;
  // Two that find none at once wait for each other.
  const install = () => apt('-o', 'DPkg::Lock::Timeout=300', 'install', '-y', '--no-install-recommends', browser, 'fonts-liberation');
  // The lists of packages may be missing or old on a fresh machine.
  return install() || (apt('update') && install());
}

/** @param {string} path */
function isProgram(path) {
  if (!existsSync(path)) return false;
  try {
    accessSync(path, constants.X_OK);
    return true;
  } catch {
    return false;
  }
}
