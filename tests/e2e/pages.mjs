// The set-up of every test of a page: a browser, and visits whose end checks what each must keep.
//   const site = await openSite(server.url, undo);
//   await site(t, '?q=rừng', async (page) => …, {colorScheme: 'dark'});

import assert from 'node:assert/strict';
import {launch, visit} from './browser.mjs';
import {sampleFolder} from './sample.mjs';
import {reindex, startServer, temporaryFolder} from './server.mjs';

/** The whole sample, served: {home, …} as of startServer. */
export async function serveSample(undo) {
  const home = temporaryFolder(undo);
  await reindex(sampleFolder, home);
  return {home, ...(await startServer(home, undo))};
}

/**
 * Waits until the search page shows the answer to what its address says, and the address is this one: {q: 'rừng', cap: ['tỉnh', 'xã'], trang: []}.
 * The address is written a moment after a choice, before or after the answer to it, and an answer to fewer letters may come first:
 * neither alone tells that the list is the one that was asked for.
 */
export const untilShown = (page, choice = {}) =>
  page.waitForFunction((wanted) => {
    const address = new URLSearchParams(location.search);
    const isSame = (some, others) => some.toSorted().join('\n') === others.toSorted().join('\n');
    const isAddress = Object.entries(wanted).every(([name, values]) => isSame(address.getAll(name), [values].flat()));
    const isAnswered = document.getElementById('results')?.getAttribute('aria-busy') === 'false';
    return isAddress && isAnswered && /^(Có|Không)/.test(document.getElementById('status').textContent);
  }, choice);

/**
 * Visits of one site: opens an address of it and hands the page to the steps; then nothing may have left the origin, failed in
 * the page, or offended its policy.
 */
export async function openSite(url, undo) {
  const browser = await launch();
  undo(() => browser.close());
  return async (t, path, steps, options) => {
    const {page, foreign, complaints} = await visit(browser, `${url}/${path}`, t, options);
    await steps(page);
    assert.deepEqual({foreign, complaints}, {foreign: [], complaints: []});
  };
}
